import { formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { negate } from '#base/rational.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import { isUnchanged, type SheetChanges } from './changes.ts'
import { changeSentences } from './changesText.ts'
import { type NumberJson, numberToJson, totalToJson } from './json.ts'
import type { Neighbour } from './separation.ts'
import { separationSentence } from './separationText.ts'
import { type Lack, lackSentence } from './whyNotMore.ts'
import { keyTexts } from './words.ts'

/** The documented JSON forms of what is said of a whole result (docs/json.md). */
interface NeighbourJson {
  readonly entrant: string
  readonly stands: Neighbour['stands']
  /** The key that decided, as the rulebook says it; `null` where the two are equal in every key. */
  readonly key: string | null
  readonly own: NumberJson | null
  readonly other: NumberJson | null
  readonly text: string
}

/** Who stands next to an entrant, and what decided between the two. */
export function neighbourToJson(own: ScoreSheet, neighbour: Neighbour, program: Program): NeighbourJson {
  const { sheet, stands, separation } = neighbour
  const common = { entrant: sheet.entrant.id, stands, text: separationSentence(own, neighbour, program) }
  if (separation.kind === 'equal') return { ...common, key: null, own: null, other: null }
  const { key, index, first, second } = separation
  // What a penalty took is told as a number of points, as everywhere.
  const [mine, theirs] = key.kind === 'penalty' ? [negate(first), negate(second)] : [first, second]
  return {
    ...common,
    key: keyTexts(program)[index] ?? null,
    own: numberToJson(mine),
    other: numberToJson(theirs),
  }
}

interface LackJson {
  readonly code: string
  readonly points: NumberJson
  readonly step: string | null
  readonly text: string
}

/** What a criterion lacks for its full points, and the step that would give more. */
export function lackToJson(lack: Lack): LackJson {
  const { trace, points, step } = lack
  return { code: trace.node.code, points: numberToJson(points), step: step ?? null, text: lackSentence(lack) }
}

interface ChangesJson {
  readonly since: string
  readonly unchanged: boolean
  readonly sentences: readonly string[]
  readonly total: NumberJson | null
  readonly rank: number | null
  readonly class: string | null
  readonly criteria: readonly {
    readonly code: string
    readonly before: NumberJson | null
    readonly after: NumberJson | null
    readonly facts: number
  }[]
}

/** `total`, `rank` and `class` are those of the earlier day. */
export function changesToJson(
  changes: SheetChanges,
  since: PlainDate,
  program: Program,
  alone: boolean,
): ChangesJson {
  const { before } = changes
  return {
    since: formatIsoDate(since),
    unchanged: isUnchanged(changes),
    sentences: changeSentences(changes, program, alone),
    total: totalToJson(before, program),
    rank: before.rank ?? null,
    class: before.class ?? null,
    criteria: changes.criteria.map((change) => ({
      code: (change.after ?? change.before)?.node.code ?? '',
      before: change.before ? numberToJson(change.before.points) : null,
      after: change.after ? numberToJson(change.after.points) : null,
      facts: change.facts.length,
    })),
  }
}
