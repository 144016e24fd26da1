import type { Report } from '#diagnostic/diagnostic.ts'
import type { Source, Span } from '#diagnostic/source.ts'
import type { Amendment, Change, Classification, Criterion, Group, Rulebook } from '../ast.ts'
import { openBody } from './body.ts'
import { buildBody } from './buildBody.ts'
import {
  ABOUT_RULEBOOK,
  type AmendmentSection,
  type CriterionSection,
  type GroupSection,
  type Outline,
  type ReplaceSection,
} from './outline.ts'

/** What the builders share. */
export interface Builder {
  readonly source: Source
  readonly report: Report
  /** As {@link Rulebook.unread}. */
  readonly unread: readonly string[]
}

const IN_RULEBOOK = {
  kinds: [...ABOUT_RULEBOOK, 'missingPolicy', 'acceptance'],
  roles: ['citation', 'note'],
} as const

const IN_GROUP = { kinds: ['acceptance'], roles: ['note'] } as const

/** The tree of the rulebook from its outline. Always gives one; what is amiss is reported. */
export function buildRulebook(outline: Outline, newId: () => number, builder: Builder): Rulebook {
  const { source, report } = builder
  const body = openBody(outline.body, IN_RULEBOOK, source, report)
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
    acceptances: body.all('acceptance'),
    application: body.one('application'),
    factPeriod: body.one('factPeriod'),
    attributes: body.all('attribute'),
    scale: body.one('scale'),
    totalRounding: body.one('totalRounding'),
    criterionRounding: body.one('criterionRounding'),
    missingPolicy: body.one('missingPolicy'),
    notApplicablePolicy: body.one('notApplicablePolicy'),
    leadPolicy: body.one('leadPolicy'),
    measures: body.all('measure'),
    children: outline.children.map((child) =>
      isGroup(child) ? buildGroup(child, builder) : buildCriterion(child, builder),
    ),
    knockOuts: body.all('knockOut'),
    ranking: body.one('ranking'),
    classification: classification && buildClassification(classification, builder),
    reviews: body.all('review'),
    examples: body.all('example'),
    amendments: outline.amendments.flatMap((amendment) => buildAmendment(amendment, builder)),
    incomplete: body.incomplete,
    unread: builder.unread,
  }
}

function isGroup(section: GroupSection | CriterionSection): section is GroupSection {
  return section.opening.kind === 'group'
}

function buildGroup(section: GroupSection, builder: Builder): Group {
  const { id, span, code, title, maximum, combine, capped, incomplete } = section.opening
  const body = openBody(section.body, IN_GROUP, builder.source, builder.report)
  if (capped) reportCappedGroup(span, builder)
  return {
    kind: 'group',
    id,
    span,
    code,
    title,
    maximum,
    combine,
    notes: body.texts('note'),
    acceptances: body.all('acceptance'),
    children: section.children.map((child) => buildCriterion(child, builder)),
    incomplete: incomplete || body.incomplete,
  }
}

/** The criteria of a group must add up to its maximum, so there is nothing to cap. */
function reportCappedGroup(span: Span, { source, report }: Builder): void {
  report({
    code: 'misplaced-clause',
    severity: 'error',
    message: '«không vượt quá điểm tối đa» chỉ dùng cho tiêu chí',
    labels: [{ source, span, text: 'đây là một nhóm' }],
    help: 'bỏ phần này; điểm tối đa của nhóm là tổng điểm tối đa của các tiêu chí trong nhóm',
  })
}

function buildCriterion(section: CriterionSection, builder: Builder): Criterion {
  const { id, span, code, title, maximum, capped, combine, incomplete } = section.opening
  const { body, incomplete: unreadable } = buildBody(section.body, section.exceptions, builder)
  return {
    kind: 'criterion',
    id,
    span,
    code,
    title,
    maximum,
    capped,
    combine,
    ...body,
    children: section.children.map((child) => buildCriterion(child, builder)),
    incomplete: incomplete || unreadable,
  }
}

function buildClassification(
  section: Outline['classifications'][number],
  { source, report }: Builder,
): Classification {
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

/** Nothing for an amendment whose day could not be read; that was reported. */
function buildAmendment(section: AmendmentSection, builder: Builder): Amendment[] {
  const { id, span, version, effective } = section.opening
  const accepted = { kinds: [], roles: ['citation', 'note'] } as const
  const body = openBody(section.body, accepted, builder.source, builder.report)
  const changes = section.changes.map((change) => buildChange(change, builder))
  if (!effective) return []
  return [
    {
      kind: 'amendment',
      id,
      span,
      version,
      effective,
      citations: body.texts('citation'),
      notes: body.texts('note'),
      changes,
    },
  ]
}

function buildChange(section: AmendmentSection['changes'][number], builder: Builder): Change {
  if (isReplace(section)) {
    // Of a group as much may be said anew as is said of a group.
    if (section.opening.scope === 'group') openBody(section.body, IN_GROUP, builder.source, builder.report)
    const { body } = buildBody(section.body, section.exceptions, builder)
    return { ...section.opening, body }
  }
  if (isInsert(section)) {
    const { id, span, into, intoScope } = section.opening
    return { kind: 'add', id, span, into, intoScope, criterion: buildCriterion(section, builder) }
  }
  return section.opening
}

type ChangeSection = AmendmentSection['changes'][number]

function isReplace(section: ChangeSection): section is ReplaceSection {
  return section.opening.kind === 'replace'
}

function isInsert(section: ChangeSection): section is CriterionSection {
  return section.opening.kind === 'criterion'
}
