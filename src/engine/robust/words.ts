import { formatBeside, formatFixed, formatRounded } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { equals, type Rational } from '#base/rational.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import type { TieMethod } from '#language/index.ts'
import type { Program, Rounded } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import type {
  Certificate,
  ClassChange,
  CohortCertificate,
  PairChange,
  RankedChange,
  Relation,
  TieChange,
} from './certificate.ts'
import { comparedTotal, sheetIn, type Turn } from './placings.ts'
import { isSame, MOST_CRITERION_PLACES, MOST_TOTAL_PLACES, type Way } from './ways.ts'

/** What was tried, and what the rulebook itself does. */
export function waysText({ ways, own }: Certificate): readonly string[] {
  return [
    `Đã xếp hạng lại theo ${ways} cách: tổng điểm không làm tròn hoặc làm tròn đến 0–${MOST_TOTAL_PLACES} chữ số, điểm từng tiêu chí không làm tròn hoặc làm tròn đến 0–${MOST_CRITERION_PLACES} chữ số, mỗi thứ theo bốn phép (${listText(Object.values(METHODS), 'hoặc')}).`,
    `Bộ tiêu chí: ${rankedByText(own)}; ${criteriaText(own)}.`,
  ]
}

/** Whether the order of a cohort holds. */
export function cohortText(
  { sheets, sameOrder, safePlaces, pairs }: CohortCertificate,
  ways: number,
): string {
  const [first, second] = sheets.filter(({ rank }) => rank !== undefined)
  const holds = sameOrder === ways
  if (holds && !first) return 'Không ai có hạng, không có thứ tự để so.'
  if (holds && !second) return `Chỉ ${first?.entrant.name} có hạng, không có thứ tự để so.`
  if (holds) return `Thứ hạng không đổi dù làm tròn cách nào (${ways} cách).`
  const changed = pairs.length > 0 ? `; ${pairs.length} cặp đổi thứ tự` : ''
  const safe =
    safePlaces === undefined
      ? ''
      : ` Cách nào giữ từ ${safePlaces} chữ số thập phân trở lên đều không đổi thứ hạng.`
  return `Thứ hạng không đổi trong ${sameOrder} trên ${ways} cách${changed}.${safe}`
}

/** `Thôn 8 (85,65) trước Thôn 17 (85,47): đồng hạng (cùng 85) nếu làm tròn tổng điểm đến số nguyên (40 cách).` */
export function pairText({ first, second, own, turns }: PairChange, way: Way): string {
  const [left, right] = totalsText(first, second, way)
  const [one, other] = [first.entrant.name, second.entrant.name]
  const stands =
    own === 'tied'
      ? `${one} và ${other} ${relationText(own, [one, other], [left, right])}`
      : `${one} (${left}) trước ${other} (${right})`
  const becomes = turns.map((turn) => {
    const { becomes: relation, mildest } = turn
    const totals = totalsText(sheetIn(mildest, first), sheetIn(mildest, second), mildest.way)
    return `${relationText(relation, [one, other], totals)} ${underText(turn, way)}`
  })
  return `${stands}: ${becomes.join('; ')}.`
}

/** Who stands before whom, by which totals. Equal totals need not be a tie: further keys may decide. */
function relationText(
  relation: Relation,
  [first, second]: readonly [string, string],
  [left, right]: readonly [string, string],
): string {
  switch (relation) {
    case 'tied':
      return `đồng hạng (${left === right ? `cùng ${left}` : `${left} và ${right}`})`
    case 'before':
      return `${first} trước (${left === right ? `cùng ${left}, xét tiếp thì hơn` : `${left} so với ${right}`})`
    case 'after':
      return relationText('before', [second, first], [right, left])
  }
}

/** `Thôn 4 có hạng: không xếp hạng nếu làm tròn từng tiêu chí đến số nguyên (21 cách).` */
export function rankedText({ sheet, turns }: RankedChange, way: Way): string {
  const stands = sheet.rank === undefined ? 'không xếp hạng' : 'có hạng'
  const becomes = turns.map(
    (turn) => `${turn.becomes ? 'có hạng' : 'không xếp hạng'} ${underText(turn, way)}`,
  )
  return `${sheet.entrant.name} ${stands}: ${becomes.join('; ')}.`
}

/** `Thôn 12 (79,14) loại Khá: loại Tốt (80,36) nếu làm tròn từng tiêu chí đến số nguyên (63 cách).` */
export function classText({ sheet, turns }: ClassChange, way: Way, program: Program): string {
  const becomes = turns.map((turn) => {
    const total = classTotalText(sheetIn(turn.mildest, sheet), program)
    return `${titleText(turn.becomes)} (${total}) ${underText(turn, way)}`
  })
  const stands = `${sheet.entrant.name} (${classTotalText(sheet, program)}) ${titleText(sheet.class)}`
  return `${stands}: ${becomes.join('; ')}.`
}

function titleText(title: string | undefined): string {
  return title === undefined ? 'không xếp loại' : `loại ${title}`
}

/** Classes go by the exact total, which must not look like a bound that it misses. */
function classTotalText({ total }: ScoreSheet, { classes }: Program): string {
  const bounds = classes.flatMap(({ interval }) =>
    [interval?.low, interval?.high].flatMap((cut) => (cut ? [cut.at] : [])),
  )
  return total ? formatBeside(total, bounds) : '–'
}

const TIES: Readonly<Record<TieMethod, string>> = {
  skip: 'bỏ qua hạng sau',
  dense: 'hạng sau liền kề',
  mean: 'lấy hạng trung bình',
}

/** What other numbers for ties would do; nothing where nobody is tied. */
export function tiesText(ties: readonly TieChange[]): string | undefined {
  const changed = ties.filter(({ changes }) => changes.length > 0)
  if (changed.length === 0) return undefined
  const each = changed.map(({ method, changes }) => `«${TIES[method]}» đổi ${changes.length} số hạng`)
  return `Cách ghi hạng khi bằng nhau không đổi thứ tự, chỉ đổi con số: ${listText(each)}.`
}

function underText({ mildest, ways }: Turn<unknown>, own: Way): string {
  return `nếu ${wayText(mildest.way, own)} (${ways} cách)`
}

/** What a way does otherwise than the rulebook: `làm tròn tổng điểm đến 1 chữ số`. */
export function wayText(way: Way, own: Way): string {
  const total = isSame(way.total, own.total) ? [] : [totalText(way)]
  const criterion = isSame(way.criterion, own.criterion) ? [] : [criteriaText(way)]
  const departures = [...criterion, ...total]
  return departures.length > 0 ? departures.join(', rồi ') : 'làm tròn như bộ tiêu chí'
}

function totalText({ total }: Way): string {
  return total ? `làm tròn tổng điểm đến ${precisionText(total)}` : 'xếp theo tổng điểm chưa làm tròn'
}

function rankedByText({ total }: Way): string {
  return total
    ? `xếp hạng theo tổng điểm làm tròn đến ${precisionText(total)}`
    : 'xếp hạng theo tổng điểm chưa làm tròn'
}

function criteriaText({ criterion }: Way): string {
  return criterion ? `làm tròn từng tiêu chí đến ${precisionText(criterion)}` : 'không làm tròn từng tiêu chí'
}

/** Half up is what everyone means who says no more. */
function precisionText({ places, method }: Rounded): string {
  const decimals = places === 0 ? 'số nguyên' : `${places} chữ số`
  return method === 'halfUp' ? decimals : `${decimals}, ${METHODS[method]}`
}

const METHODS: Readonly<Record<RoundingMethod, string>> = {
  halfUp: 'nửa làm tròn lên',
  halfEven: 'nửa làm tròn về số chẵn',
  down: 'làm tròn xuống',
  up: 'làm tròn lên',
}

/** Two totals as they are compared: as rounded or, exact ones, with the decimals that tell them apart. */
function totalsText(first: ScoreSheet, second: ScoreSheet, way: Way): readonly [string, string] {
  const [left, right] = [comparedTotal(first, way), comparedTotal(second, way)]
  if (!left || !right) throw new Error('who is ranked has a total')
  const { total } = way
  if (total) return [formatFixed(left, total.places), formatFixed(right, total.places)]
  const places = placesApart(left, right)
  return [formatRounded(left, places), formatRounded(right, places)]
}

const MOST_PLACES = 8

function placesApart(left: Rational, right: Rational): number {
  if (equals(left, right)) return 2
  for (let places = 2; places < MOST_PLACES; places++) {
    if (formatRounded(left, places) !== formatRounded(right, places)) return places
  }
  return MOST_PLACES
}
