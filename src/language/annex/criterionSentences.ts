import { assertNever } from '#base/assertNever.ts'
import type { Combine, Criterion, Exception, Group, MissingPolicy, Role, Target } from '../ast.ts'
import { type Names, roleOf } from './names.ts'
import { ruleSentences } from './ruleSentences.ts'
import { type Scoring, scoringOf } from './scoring.ts'
import { targetPhrase, targetText } from './targetText.ts'
import { valueSentence, zeroAnswerSentence } from './valueSentence.ts'
import { continued, marked, pointsText } from './words.ts'

/** All that is to be said of how a criterion is scored, sentence by sentence: what it measures, then its points. */
export function criterionSentences(criterion: Criterion, names: Names): readonly string[] {
  return [...bodySentences(criterion, scoringOf(criterion, names)), ...wholeSentences(criterion, names)]
}

/** The sentences of what is said below a criterion's line; an amendment says the same of one that stands already. */
export function bodySentences(
  body: Pick<Criterion, 'value' | 'zeroAnswers' | 'rule' | 'missingPolicy' | 'exceptions'>,
  scoring: Scoring,
): readonly string[] {
  const { value, zeroAnswers, rule, missingPolicy, exceptions } = body
  return [
    ...(value ? [valueSentence(value, scoring)] : []),
    ...(rule ? ruleSentences(rule, scoring) : []),
    ...zeroAnswers.map((answer) => zeroAnswerSentence(answer, scoring)),
    ...(missingPolicy ? [missingSentence(missingPolicy)] : []),
    ...exceptions.flatMap((exception) => exceptionSentences(exception, scoring)),
  ]
}

/** How the points of what stands below a group or criterion become its own, and whether they are held to its maximum. */
export function wholeSentences(node: Group | Criterion, names: Names): readonly string[] {
  const role = roleOf(node, names)
  const combined = node.children.length > 0 ? combineSentence(node.combine, node.kind, role) : undefined
  const capped = node.kind === 'criterion' && node.capped
  const limit = node.maximum ? ` (${pointsText(node.maximum.points.value)})` : ''
  return [
    ...(combined ? [combined] : []),
    ...(capped ? [`Tổng điểm cộng được không vượt quá điểm tối đa${limit}.`] : []),
  ]
}

/** `undefined` for the sum in a group, which goes without saying. */
function combineSentence(combine: Combine, kind: 'group' | 'criterion', role: Role): string | undefined {
  const part = kind === 'group' ? 'tiêu chí' : 'thành phần'
  const taken = role === 'penalty'
  switch (combine) {
    case 'sum':
      return kind === 'group' ? undefined : 'Bằng tổng điểm các tiêu chí thành phần.'
    case 'best':
      return `Chỉ tính ${part} ${taken ? 'bị trừ nhiều điểm nhất' : 'có điểm cao nhất'}.`
    case 'worst':
      return `Chỉ tính ${part} ${taken ? 'bị trừ ít điểm nhất' : 'có điểm thấp nhất'}.`
    case 'average':
      return `Lấy bình quân điểm các ${part === 'thành phần' ? 'tiêu chí thành phần' : 'tiêu chí trong nhóm'}.`
    default:
      return assertNever(combine)
  }
}

/** `Chưa có số liệu thì tính 0 điểm.` */
export function missingSentence({ counts }: Pick<MissingPolicy, 'counts'>): string {
  switch (counts) {
    case 'zero':
      return 'Chưa có số liệu thì tính 0 điểm.'
    case 'notApplicable':
      return 'Chưa có số liệu thì coi như không áp dụng tiêu chí.'
    default:
      return assertNever(counts)
  }
}

/** `Riêng thôn miền núi: không áp dụng tiêu chí này.` */
function exceptionSentences(exception: Exception, scoring: Scoring): readonly string[] {
  const { level, attribute, notApplicable, target, rule } = exception
  const whose = `Riêng ${scoring.names.levelNames[level]} ${attribute.text}`
  const within: Scoring = { ...scoring, target: target ?? scoring.target }
  return [
    ...(notApplicable ? [`${whose}: không áp dụng tiêu chí này.`] : []),
    ...(target ? [`${whose}: ${exceptionTarget(target)}.`] : []),
    ...(rule ? ruleSentences(rule, within).map((words) => `${whose}, ${continued(words)}`) : []),
  ]
}

/** The only place where an exception's target is printed, so its mark stands here too. */
function exceptionTarget(target: Target): string {
  if (target.byYear.length > 0) return `chỉ tiêu ${targetText(target)}`
  return marked(targetPhrase(target), target.goal.tentative)
}
