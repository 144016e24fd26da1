import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import type { Combine, Criterion, CriterionBody, Exception, Group } from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { indent } from './indent.ts'
import { printAcceptances, printMissingPolicy, printTexts } from './printHeader.ts'
import { printMaximum } from './printPoints.ts'
import { printRule } from './printRule.ts'
import { printTarget, printValue, printZeroAnswer } from './printValue.ts'

/** The line of a group and what is said of it, without its criteria. */
export function printGroup(group: Group): readonly string[] {
  const body = [...printTexts('ghi chú', group.notes), ...printAcceptances(group.acceptances)]
  return [`nhóm ${printHead(group)}`, ...indent(body)]
}

/** A criterion with all that is said of it and its sub-criteria. */
export function printCriterion(criterion: Criterion): readonly string[] {
  return printNode('tiêu chí', criterion)
}

/** What is said of a criterion below its line. */
export function printBody(body: CriterionBody): readonly string[] {
  const { deadline, level, value, zeroAnswers, missingPolicy, target, rule } = body
  return [
    ...printTexts('chủ trì', body.leads),
    ...printTexts('phối hợp', body.supports),
    ...printTexts('nguồn', body.sources),
    ...printTexts('căn cứ', body.citations),
    ...printTexts('trích', body.quotes),
    ...printTexts('hướng dẫn', body.guidance),
    ...printTexts('ghi chú', body.notes),
    ...printAcceptances(body.acceptances),
    ...(deadline ? [`thời hạn ${deadline.date ? deadline.text.text : quoted(deadline.text.text)}`] : []),
    ...(level ? [`đo tại ${LEVEL_NAMES[level.level]}`] : []),
    ...(value ? [`giá trị = ${printValue(value)}`] : []),
    ...zeroAnswers.map(printZeroAnswer),
    ...(missingPolicy ? [printMissingPolicy(missingPolicy)] : []),
    ...(target ? [`chỉ tiêu ${printTarget(target)}`] : []),
    ...(rule ? printRule(rule) : []),
    ...body.exceptions.flatMap(printException),
  ]
}

/** What stands behind `tiêu chí`: `3 "…" tối đa 16 điểm, không vượt quá điểm tối đa`. */
export function printHead({
  code,
  title,
  maximum,
  combine,
  capped = false,
}: Pick<Group, 'code' | 'title' | 'maximum' | 'combine'> & { readonly capped?: boolean }): string {
  const said = [code.text, quoted(title.text), ...(maximum ? [printMaximum(maximum)] : [])].join(' ')
  return [said, ...(capped ? ['không vượt quá điểm tối đa'] : []), ...COMBINE[combine]].join(', ')
}

function printNode(keyword: string, criterion: Criterion): readonly string[] {
  const children = criterion.children.flatMap((child) => printNode('tiêu chí thành phần', child))
  return [`${keyword} ${printHead(criterion)}`, ...indent([...printBody(criterion), ...children])]
}

function printException({ level, attribute, notApplicable, target, rule }: Exception): readonly string[] {
  const body = [
    ...(notApplicable ? ['không áp dụng'] : []),
    ...(target ? [`chỉ tiêu ${printTarget(target)}`] : []),
    ...(rule ? printRule(rule) : []),
  ]
  return [`riêng ${LEVEL_NAMES[level]} ${quoted(attribute.text)}`, ...indent(body)]
}

const COMBINE: Readonly<Record<Combine, readonly string[]>> = {
  sum: [],
  best: ['chỉ tính thành phần cao nhất'],
  worst: ['chỉ tính thành phần thấp nhất'],
  average: ['tính bình quân các thành phần'],
}
