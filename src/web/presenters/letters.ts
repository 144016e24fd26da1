import { compareText } from '#base/compareText.ts'
import { foldText } from '#base/foldText.ts'
import { KINDS } from '#records/entrant.ts'

/** Those whose names begin alike. */
export interface LetterView<Named> {
  /** As a dictionary has it, with Đ of its own; empty for a list that is short enough without. */
  readonly letter: string
  readonly named: readonly Named[]
}

/** As many names are seen at a glance. */
const MOST_WITHOUT_LETTERS = 50

/** In the order of the Vietnamese alphabet by what a reader looks a place up by: An Nông, whether it is a commune or a village. */
export function byLetter<Named extends { readonly name: string }>(
  all: readonly Named[],
): readonly LetterView<Named>[] {
  const places = all
    .map((named) => ({ named, place: placeName(named.name) }))
    .toSorted(
      (left, right) => compareText(left.place, right.place) || compareText(left.named.name, right.named.name),
    )
  if (places.length <= MOST_WITHOUT_LETTERS) return [{ letter: '', named: places.map(({ named }) => named) }]
  const letters = Map.groupBy(places, ({ place }) => letterOf(place))
  return [...letters].map(([letter, begun]) => ({ letter, named: begun.map(({ named }) => named) }))
}

const KIND = new RegExp(`^(?:${Object.values(KINDS).flat().join('|')}) +(?=\\S)`, 'iu')

/** `An Nông` of `Xã An Nông`. */
function placeName(name: string): string {
  return name.normalize('NFC').replace(KIND, '')
}

function letterOf(place: string): string {
  const [first = ''] = place
  if (/đ/i.test(first)) return 'Đ'
  const [folded = ''] = foldText(first).toUpperCase()
  return /\d/.test(folded) ? '0–9' : /\p{L}/u.test(folded) ? folded : 'Khác'
}
