import type { Report } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Classification, Criterion, Group, Part, Rule, Rulebook, Tier } from '../ast.ts'
import { type Body, openBody } from './body.ts'
import type { Clause } from './clause.ts'
import {
  ABOUT_RULEBOOK,
  type ClassificationSection,
  type CriterionSection,
  type GroupSection,
  type Outline,
} from './outline.ts'

/** What the builders share. */
interface Builder {
  readonly source: Source
  readonly report: Report
}

/** The tree of the rulebook from its outline. Always gives one; what is amiss is reported. */
export function buildRulebook(outline: Outline, newId: () => number, builder: Builder): Rulebook {
  const { source, report } = builder
  const body = openBody(outline.body, { kinds: ABOUT_RULEBOOK, roles: ['citation', 'note'] }, source, report)
  const title = body.one('title')
  const nowhere = { text: '', span: { start: 0, end: 0 } }
  if (!title && !body.incomplete) {
    report({
      code: 'missing-clause',
      severity: 'error',
      message: 'tệp không có dòng mở đầu bộ tiêu chí',
      labels: [{ source, span: nowhere.span, text: 'dòng mở đầu phải đứng ở đây' }],
      help: 'thêm dòng: bộ tiêu chí "Tên bộ tiêu chí" mã ten-xa phiên bản 2026.1',
    })
  }
  const [classification, ...others] = outline.classifications
  for (const { opening } of others) {
    report({
      code: 'repeated-clause',
      severity: 'error',
      message: 'điều này được nói hai lần',
      labels: [{ source, span: opening.span, text: 'đã có một bảng xếp loại ở trên' }],
      help: 'giữ lại một bảng xếp loại',
    })
  }
  return {
    kind: 'rulebook',
    id: title?.id ?? newId(),
    span: { start: 0, end: source.text.length },
    source,
    title: title?.title ?? nowhere,
    code: title?.code ?? nowhere,
    version: title?.version ?? nowhere,
    citations: body.texts('citation'),
    notes: body.texts('note'),
    application: body.one('application'),
    factPeriod: body.one('factPeriod')?.range,
    scale: body.one('scale'),
    totalRounding: body.one('totalRounding'),
    missingPolicy: body.one('missingPolicy'),
    notApplicablePolicy: body.one('notApplicablePolicy'),
    measures: body.all('measure'),
    children: outline.children.map((child) =>
      isGroup(child) ? buildGroup(child, builder) : buildCriterion(child, builder),
    ),
    ranking: body.one('ranking'),
    classification: classification && buildClassification(classification, builder),
    incomplete: body.incomplete,
  }
}

function isGroup(section: GroupSection | CriterionSection): section is GroupSection {
  return section.opening.kind === 'group'
}

function buildGroup(section: GroupSection, builder: Builder): Group {
  const { id, span, code, title, maximum, incomplete } = section.opening
  const accepted = { kinds: [], roles: ['note'] } as const
  const body = openBody(section.body, accepted, builder.source, builder.report)
  return {
    kind: 'group',
    id,
    span,
    code,
    title,
    maximum,
    notes: body.texts('note'),
    children: section.children.map((child) => buildCriterion(child, builder)),
    incomplete: incomplete || body.incomplete,
  }
}

const IN_CRITERION = {
  kinds: [
    'deadline',
    'measuredAt',
    'value',
    'zeroAnswer',
    'target',
    'proportion',
    'tier',
    'flagPart',
    'tierPart',
  ],
  roles: ['citation', 'note', 'quote', 'lead', 'support', 'source'],
} as const

function buildCriterion(section: CriterionSection, builder: Builder): Criterion {
  const { id, span, code, title, maximum, capped, incomplete } = section.opening
  const body = openBody(section.body, IN_CRITERION, builder.source, builder.report)
  return {
    kind: 'criterion',
    id,
    span,
    code,
    title,
    maximum,
    capped,
    leads: body.texts('lead'),
    supports: body.texts('support'),
    sources: body.texts('source'),
    citations: body.texts('citation'),
    notes: body.texts('note'),
    quotes: body.texts('quote'),
    deadline: body.one('deadline')?.text,
    level: body.one('measuredAt')?.measuredAt,
    value: body.one('value'),
    zeroAnswer: body.one('zeroAnswer'),
    target: body.one('target'),
    rule: buildRule(section.body, body, builder),
    children: section.children.map((child) => buildCriterion(child, builder)),
    incomplete: incomplete || body.incomplete,
  }
}

/** How the criterion gives points; only one way may be said. */
function buildRule(clauses: readonly Clause[], body: Body, { source, report }: Builder): Rule | undefined {
  const proportion = body.one('proportion')
  const { tiers, parts } = gather(clauses)
  const [firstTier] = tiers
  const [firstPart] = parts
  const ways = [proportion, firstTier, firstPart].filter((way) => way !== undefined)
  const [first, second] = ways.toSorted((left, right) => left.span.start - right.span.start)
  if (first && second) {
    report({
      code: 'repeated-clause',
      severity: 'error',
      message: 'tiêu chí này có hai cách chấm',
      labels: [
        { source, span: second.span, text: 'cách thứ hai bắt đầu ở đây' },
        { source, span: first.span, text: 'cách thứ nhất' },
      ],
      help: 'giữ một cách: theo tỷ lệ đạt chỉ tiêu, theo các mức, hoặc cộng từng phần',
    })
  }
  if (proportion) return proportion
  if (firstPart) return { kind: 'parts', parts }
  return firstTier && { kind: 'tiers', tiers }
}

/** Tiers below `cộng theo` belong to that part, other tiers to the criterion. */
function gather(clauses: readonly Clause[]): {
  readonly tiers: readonly Tier[]
  readonly parts: readonly Part[]
} {
  const tiers: Tier[] = []
  const parts: Part[] = []
  let open = tiers
  for (const clause of clauses) {
    if (clause.kind === 'tier') open.push(clause)
    if (clause.kind === 'flagPart') {
      parts.push(clause)
      open = tiers
    }
    if (clause.kind === 'tierPart') {
      open = []
      parts.push({ ...clause, tiers: open })
    }
  }
  return { tiers, parts }
}

function buildClassification(section: ClassificationSection, { source, report }: Builder): Classification {
  const { id, span, tentative } = section.opening
  const body = openBody(section.body, { kinds: ['classTier'], roles: [] }, source, report)
  return {
    kind: 'classification',
    id,
    span,
    tentative,
    classes: body.all('classTier'),
    incomplete: body.incomplete,
  }
}
