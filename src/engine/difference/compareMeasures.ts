import { formatExact } from '#base/formatNumber.ts'
import { toExactText } from '#base/rational.ts'
import { describeInterval, domainOfMeasure, type Measure } from '#language/index.ts'
import { compareSayings, type Saying } from './aspects.ts'
import type { Change, Subject } from './difference.ts'
import { typeText } from './measureKinds.ts'
import type { Pairs } from './pairUp.ts'
import { measureText, type Side } from './sides.ts'

/** The changes of the measures: those in both rulebooks and new ones in the new order, then what is gone. */
export function compareMeasures(measures: Pairs<Measure>, old: Side, now: Side): readonly Change[] {
  const comeOrGone = (kind: 'added' | 'removed', measure: Measure): Change => ({
    kind,
    about: subject(measure),
    // A measure by itself gives no points; the criteria it serves say what they are made of.
    scores: false,
    standing: undefined,
  })
  return [
    ...measures.both.flatMap((pair) =>
      compareSayings(
        SAYINGS,
        { measure: pair.old, side: old },
        { measure: pair.new, side: now },
        subject(pair.new),
      ),
    ),
    ...measures.added.map((measure) => comeOrGone('added', measure)),
    ...measures.removed.map((measure) => comeOrGone('removed', measure)),
  ]
}

function subject({ name, title }: Measure): Subject {
  return { kind: 'measure', name: name.text, title: title.text }
}

interface Told {
  readonly measure: Measure
  readonly side: Side
}

const SAYINGS: readonly Saying<Told>[] = [
  { aspect: 'measureName', scores: false, text: ({ measure }) => measure.name.text },
  { aspect: 'title', scores: false, text: ({ measure }) => `«${measure.title.text}»` },
  { aspect: 'type', scores: true, text: ({ measure }) => typeText(measure) },
  { aspect: 'frequency', scores: true, text: ({ measure }) => FREQUENCIES[measure.frequency] },
  { aspect: 'aggregation', scores: true, text: gathered },
  { aspect: 'bounds', scores: true, text: bounds, key: boundsKey },
  { aspect: 'step', scores: true, text: ({ measure: { step } }) => step && formatExact(step.value) },
  {
    aspect: 'partOf',
    scores: true,
    text: ({ measure, side }) => measure.partOf && measureText(measure.partOf, side, 'title'),
    key: ({ measure, side }) => measure.partOf && measureText(measure.partOf, side, 'name'),
  },
  { aspect: 'absentPeriod', scores: true, text: ({ measure }) => ABSENT[measure.absentPeriod] },
  {
    aspect: 'evidence',
    scores: true,
    text: ({ measure }) => (measure.evidenceRequired ? 'bắt buộc' : 'không bắt buộc'),
  },
  {
    aspect: 'tracked',
    scores: false,
    text: ({ measure }) => (measure.trackedOnly ? 'chỉ theo dõi' : 'để chấm điểm'),
  },
  { aspect: 'sources', scores: false, list: ({ measure }) => measure.sources },
]

const FREQUENCIES = { month: 'hằng tháng', quarter: 'hằng quý', year: 'hằng năm' } as const

const GATHERED = {
  sum: 'cộng dồn',
  average: 'bình quân',
  least: 'nhỏ nhất',
  greatest: 'lớn nhất',
  latest: 'mới nhất',
} as const

const ABSENT = {
  missing: 'chưa có số liệu',
  zero: 'tính là 0',
  skipped: 'bỏ qua',
} as const

function gathered({ measure: { aggregation } }: Told): string {
  return GATHERED[aggregation]
}

function bounds({ measure }: Told): string | undefined {
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number' || domain.notation.kind === 'levels') return undefined
  return describeInterval(domain.interval, domain)
}

/** The numbers alone: in which unit they are is the kind's to say. */
function boundsKey({ measure }: Told): string | undefined {
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number' || domain.notation.kind === 'levels') return undefined
  const { low, high } = domain.interval
  return `${low ? toExactText(low.at) : ''} ${high ? toExactText(high.at) : ''}`
}
