import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { listText } from '#base/listText.ts'
import type { Repair } from '#diagnostic/diagnostic.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Criterion, Rule } from '../../ast.ts'
import { casesOf, criteriaOf, isLeaf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'
import { addClause } from '../repairs.ts'

/**
 * Reports what must be said and is not. A node with a line that could not be read is passed over: the line may have
 * said it.
 */
export function checkRequired(context: CheckContext): void {
  checkRulebook(context)
  for (const criterion of criteriaOf(context.rulebook)) {
    if (criterion.incomplete) continue
    if (isLeaf(criterion)) for (const one of casesOf(criterion)) checkLeaf(context, one)
    else checkParent(context, criterion)
  }
}

function checkRulebook(context: CheckContext): void {
  const { rulebook } = context
  if (rulebook.incomplete || rulebook.title.text === '') return
  const { span } = rulebook.title
  if (!rulebook.application) {
    reportError(
      context,
      'missing-clause',
      'bộ tiêu chí chưa nói áp dụng cho ai và trong thời gian nào',
      [[span, 'bộ tiêu chí này']],
      'thêm dòng: áp dụng cho thôn từ 01/01/2026 đến 31/12/2026',
    )
  }
  if (!rulebook.scale) {
    const help = 'thêm dòng: thang điểm 100'
    reportError(
      context,
      'missing-clause',
      'bộ tiêu chí chưa có thang điểm',
      [[span, 'bộ tiêu chí này']],
      help,
    )
  }
  if (rulebook.children.length === 0) {
    const help = 'thêm ít nhất một dòng «tiêu chí»'
    reportError(
      context,
      'missing-clause',
      'bộ tiêu chí chưa có tiêu chí nào',
      [[span, 'bộ tiêu chí này']],
      help,
    )
  }
  if (!rulebook.notApplicablePolicy) {
    const open = placeLeftOpen(context)
    if (open) reportOpenPolicy(context, open)
  }
  checkUnits(context)
  const { classification } = rulebook
  if (classification && !classification.incomplete && classification.classes.length === 0) {
    const labels = [[classification.span, 'bảng này']] as const
    const help = 'thêm bên dưới các dòng như: "Tốt" từ 80 điểm trở lên'
    reportError(context, 'missing-clause', 'bảng xếp loại chưa có mức nào', labels, help)
  }
}

/** A unit that is scored needs criteria of its own: those measured at units, or those it leads. */
function checkUnits(context: CheckContext): void {
  const { application, leadPolicy } = context.rulebook
  const scored = application?.levels.includes('unit') ?? false
  const measured = [...context.symbols.levels.values()].includes('unit')
  if (application && scored && !leadPolicy && !measured) {
    reportError(
      context,
      'missing-clause',
      'bộ tiêu chí chấm đơn vị nhưng không tiêu chí nào đo tại đơn vị',
      [[application.span, 'áp dụng cho cả đơn vị']],
      'thêm dòng «đơn vị được chấm theo các tiêu chí chủ trì», hoặc «đo tại đơn vị» ở các tiêu chí của đơn vị',
    )
  }
  if (leadPolicy && application && !scored) {
    reportError(
      context,
      'level-mismatch',
      'dòng này nói về đơn vị, nhưng bộ tiêu chí không áp dụng cho đơn vị',
      [
        [leadPolicy.span, 'dòng này không dùng đến'],
        [application.span, 'áp dụng cho các đối tượng này'],
      ],
      'thêm «đơn vị» vào dòng «áp dụng cho», hoặc bỏ dòng này',
    )
  }
}

/** The place that lets something not apply to an entrant, if there is one. */
function placeLeftOpen({ rulebook }: CheckContext): Span | undefined {
  const { application, missingPolicy } = rulebook
  if (missingPolicy?.counts === 'notApplicable') return missingPolicy.span
  const answers = criteriaOf(rulebook).flatMap(({ zeroAnswers }) => zeroAnswers)
  const answered = answers.find(({ answer }) => answer.kind === 'notApplicable')
  if (answered) return answered.span
  const exempt = criteriaOf(rulebook).flatMap(({ exceptions }) =>
    exceptions.flatMap(({ notApplicable }) => notApplicable ?? []),
  )[0]
  if (exempt) return exempt
  const local = criteriaOf(rulebook).find(({ missingPolicy: own }) => own?.counts === 'notApplicable')
  if (local?.missingPolicy) return local.missingPolicy.span
  // A village is not scored on what is measured for the whole commune.
  return application && application.levels.length > 1 ? application.span : undefined
}

function reportOpenPolicy(context: CheckContext, span: Span): void {
  const { source, scale, application, title } = context.rulebook
  reportError(
    context,
    'missing-clause',
    'chưa nói rõ điểm của phần không áp dụng được tính thế nào',
    [[span, 'vì dòng này, có tiêu chí không áp dụng cho một số đối tượng']],
    'thêm ở đầu bộ tiêu chí: «không áp dụng: quy đổi về thang điểm» hoặc «không áp dụng: không quy đổi»',
    ['quy đổi về thang điểm', 'không quy đổi'].map((policy) =>
      addClause(source, (scale ?? application)?.span ?? title.span, `không áp dụng: ${policy}`),
    ),
  )
}

function checkLeaf(context: CheckContext, criterion: Criterion): void {
  const { code, rule, value, target, zeroAnswers } = criterion
  const absent: string[] = []
  if (!rule) absent.push('cách chấm (các mức, «chấm theo tỷ lệ đạt chỉ tiêu», «mỗi …» hoặc «cộng …»)')
  if (!value && rule && rule.kind !== 'parts') absent.push('«giá trị = …»')
  if (!target && needsTarget(rule)) absent.push('«chỉ tiêu …»')
  const isNowhere = !context.symbols.levels.has(criterion.id) && context.rulebook.application !== undefined
  if (isNowhere) absent.push('«đo tại …»')
  if (absent.length > 0) {
    reportError(
      context,
      'missing-clause',
      `tiêu chí ${code.text} chưa có ${listText(absent)}`,
      [[code.span, 'tiêu chí này']],
      'thêm các dòng còn thiếu bên dưới',
      absent.length === 1 && isNowhere ? levelLines(context, criterion) : [],
    )
  }
  checkLevel(context, criterion)
  if (rule?.kind !== 'parts') return
  for (const part of rule.parts) {
    if (part.kind === 'flagPart' || part.tiers.length > 0 || part.perItem) continue
    const help = 'thêm bên dưới các dòng như: từ 24 trở lên: 1/2 điểm tối đa'
    reportError(context, 'missing-clause', 'phần này chưa có mức nào', [[part.span, 'phần này']], help)
  }
  const unused = value ?? zeroAnswers[0]
  if (!unused) return
  reportError(
    context,
    'misplaced-clause',
    `tiêu chí ${code.text} cộng từng phần nên không có giá trị chung`,
    [[unused.span, 'dòng này không dùng đến']],
    'bỏ dòng này, hoặc bỏ các dòng «cộng»',
  )
}

/** `đo tại …` for each level that is scored, below the line of the criterion. */
function levelLines({ rulebook }: CheckContext, { span }: Criterion): readonly Repair[] {
  const levels = rulebook.application?.levels ?? []
  return levels.map((level) => addClause(rulebook.source, span, `đo tại ${LEVEL_NAMES[level]}`, true))
}

/** What is measured at a level that nobody scored belongs to would never count. */
function checkLevel(context: CheckContext, { level, code }: Criterion): void {
  const { application } = context.rulebook
  if (!level || !application) return
  const { levels } = application
  if (levels.includes(level.level) || (levels.includes('commune') && level.level !== 'commune')) return
  reportError(
    context,
    'level-mismatch',
    `tiêu chí ${code.text} đo tại ${LEVEL_NAMES[level.level]} nhưng bộ tiêu chí không chấm ${LEVEL_NAMES[level.level]}`,
    [
      [level.span, 'không đối tượng nào được chấm tiêu chí này'],
      [application.span, 'bộ tiêu chí áp dụng cho các đối tượng này'],
    ],
    'sửa cấp đo, hoặc thêm cấp này vào dòng «áp dụng cho»',
  )
}

function needsTarget(rule: Rule | undefined): boolean {
  if (rule?.kind === 'proportion') return true
  if (rule?.kind === 'perItem') return rule.of !== 'value'
  return rule?.kind === 'tiers' && rule.tiers.some(({ condition }) => condition.kind === 'target')
}

function checkParent(
  context: CheckContext,
  { code, rule, value, zeroAnswers, target, exceptions }: Criterion,
): void {
  const own = value ?? zeroAnswers[0] ?? target ?? ruleStart(rule) ?? exceptions[0]
  if (!own) return
  reportError(
    context,
    'misplaced-clause',
    `tiêu chí ${code.text} có tiêu chí thành phần nên không tự chấm điểm`,
    [
      [own.span, 'dòng này phải thuộc một tiêu chí thành phần'],
      [code.span, 'điểm của tiêu chí này là tổng các thành phần'],
    ],
    'chuyển dòng này xuống dưới tiêu chí thành phần mà nó thuộc về',
  )
}

function ruleStart(rule: Rule | undefined) {
  if (rule?.kind === 'tiers') return rule.tiers[0]
  return rule?.kind === 'parts' ? rule.parts[0] : rule
}
