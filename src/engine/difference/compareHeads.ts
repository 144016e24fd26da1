import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatExact } from '#base/formatNumber.ts'
import { formatDate } from '#base/plainDate.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import {
  type DateRange,
  type Redistribution,
  type Review,
  reviewHeading,
  type Words,
} from '#language/index.ts'
import type { Program, Rounded } from '../program.ts'
import { compareSayings, type Saying } from './aspects.ts'
import { MISSING } from './compareLeaves.ts'
import type { Change } from './difference.ts'

/** What the rulebooks say otherwise of themselves: whom they score and when, the scale, roundings, policies. */
export function compareHeads(old: Program, now: Program): readonly Change[] {
  return compareSayings(SAYINGS, old, now, { kind: 'rulebook' })
}

const SAYINGS: readonly Saying<Program>[] = [
  { aspect: 'rulebookTitle', scores: false, text: ({ rulebook }) => `«${rulebook.title.text}»` },
  { aspect: 'rulebookCode', scores: false, text: ({ rulebook }) => rulebook.code.text },
  { aspect: 'citations', scores: false, list: ({ rulebook }) => rulebook.citations },
  {
    aspect: 'levels',
    scores: true,
    text: ({ levels }) =>
      levels
        .map((level) => LEVEL_NAMES[level])
        .toSorted()
        .join(', '),
  },
  { aspect: 'period', scores: true, text: ({ rulebook }) => datesText(rulebook.application?.range) },
  {
    aspect: 'factPeriod',
    scores: true,
    text: ({ rulebook: { factPeriod } }) =>
      factPeriod && (factPeriod.range ? datesText(factPeriod.range) : 'từng năm'),
  },
  {
    aspect: 'attributes',
    // What an attribute does to points is told criterion by criterion.
    scores: false,
    list: ({ rulebook }) => rulebook.attributes.flatMap(({ names }) => names),
  },
  { aspect: 'scale', scores: true, text: ({ scale }) => `${formatExact(scale)} điểm` },
  {
    aspect: 'scaleTentative',
    scores: false,
    text: ({ rulebook }) => (rulebook.scale?.tentative ? 'dự kiến' : 'chính thức'),
  },
  { aspect: 'totalRounding', scores: true, text: ({ totalRounding }) => roundingText(totalRounding) },
  {
    aspect: 'criterionRounding',
    scores: true,
    text: ({ criterionRounding }) => criterionRounding && roundingText(criterionRounding),
  },
  { aspect: 'missing', scores: true, text: ({ missingCounts }) => MISSING[missingCounts] },
  {
    aspect: 'notApplicable',
    scores: true,
    text: ({ allowsNotApplicable, redistribute }) =>
      allowsNotApplicable ? REDISTRIBUTED[redistribute] : undefined,
  },
  {
    aspect: 'unitsByLead',
    scores: true,
    text: ({ unitsByLead }) => (unitsByLead ? 'theo các tiêu chí chủ trì' : undefined),
  },
  {
    aspect: 'rankingTentative',
    scores: false,
    text: ({ rulebook: { ranking } }) => (ranking?.tentative ? 'dự kiến' : 'chính thức'),
  },
  {
    aspect: 'reviews',
    scores: true,
    list: ({ rulebook }) => rulebook.reviews.map((review) => phaseWords(review)),
  },
  {
    aspect: 'reviewsTentative',
    scores: false,
    list: ({ rulebook }) => rulebook.reviews.filter(({ tentative }) => tentative).map(phaseWords),
  },
]

/** A review without its mark, of which it is told by itself. */
function phaseWords(review: Review): Words {
  return { text: reviewHeading({ ...review, tentative: false }), span: review.span }
}

function datesText(range: DateRange | undefined): string | undefined {
  return range && `từ ${formatDate(range.from)} đến ${formatDate(range.to)}`
}

function roundingText({ places, method }: Rounded): string {
  return `${places} chữ số, ${METHODS[method]}`
}

const METHODS: Readonly<Record<RoundingMethod, string>> = {
  halfUp: 'nửa làm tròn lên',
  halfEven: 'nửa làm tròn về số chẵn',
  down: 'làm tròn xuống',
  up: 'làm tròn lên',
}

const REDISTRIBUTED: Readonly<Record<Redistribution, string>> = {
  scale: 'quy đổi về thang điểm',
  group: 'quy đổi trong nhóm',
  none: 'không quy đổi',
}
