import { formatExact, formatPercent } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import {
  describeInterval,
  domainOfMeasure,
  intervalOf,
  type PointsRange,
  type Test,
} from '#language/index.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'

/**
 * What decided an entrant's standing beside its points, a sentence each: why it is not ranked, why it did not get a class
 * that its total is enough for, which conditions could not be judged yet. Empty for most.
 */
export function explainStanding(sheet: ScoreSheet, program: Program): readonly string[] {
  const { knockedOutBy, openKnockOuts, demotions } = sheet
  const reasons = (tests: readonly { readonly test: Test }[]): string =>
    listText(tests.map(({ test }) => describeTest(test, program)))
  const barred =
    knockedOutBy.length > 0 ? [`Không xếp hạng, không xếp loại vì ${reasons(knockedOutBy)}.`] : []
  const open =
    openKnockOuts.length > 0
      ? [`Chưa có số liệu để biết có bị loại khỏi xếp hạng không: ${reasons(openKnockOuts)}.`]
      : []
  const demoted = demotions.map(({ class: title, reason }) =>
    reason.kind === 'quota'
      ? `Đủ điểm loại ${title} nhưng loại này đã hết chỗ theo tỷ lệ khống chế.`
      : `Đủ điểm loại ${title} nhưng chưa đạt điều kiện: ${describeTest(reason.test, program)}.`,
  )
  return [...barred, ...open, ...demoted]
}

/** A condition as a reader takes it in: `có «Để xảy ra mất an toàn»`, `nhóm II từ 50% điểm tối đa trở lên`. */
function describeTest(test: Test, program: Program): string {
  switch (test.kind) {
    case 'flag':
      return `${test.is ? 'có' : 'không'} «${titleOf(test.measure.text, program)}»`
    case 'measure': {
      const measure = program.measures.get(test.measure.text)
      const domain = measure && domainOfMeasure(measure)
      const interval = domain && intervalOf(test.range, undefined, domain)
      const range = interval && domain.kind === 'number' ? describeInterval(interval, domain) : ''
      return `«${titleOf(test.measure.text, program)}» ${range}`
    }
    case 'node':
      return `${test.scope === 'group' ? 'nhóm' : 'tiêu chí'} ${test.code.text} ${describePoints(test.range)}`
    case 'every':
      return `mọi ${test.scope === 'group' ? 'nhóm' : 'tiêu chí'} ${describePoints(test.range)}`
  }
}

function titleOf(name: string, { measures }: Program): string {
  return measures.get(name)?.title.text ?? name
}

function describePoints({ low, high }: PointsRange): string {
  const award = (bound: NonNullable<typeof low>): string =>
    bound.award.kind === 'points'
      ? `${formatExact(bound.award.points)} điểm`
      : `${formatPercent(bound.award.share)} điểm tối đa`
  const words = [
    ...(low ? [`${low.inclusive ? 'từ' : 'trên'} ${award(low)}`] : []),
    ...(high
      ? [
          `${low ? (high.inclusive ? 'đến' : 'đến dưới') : high.inclusive ? 'không quá' : 'dưới'} ${award(high)}`,
        ]
      : []),
  ]
  return `${words.join(' ')}${high || !low?.inclusive ? '' : ' trở lên'}`
}
