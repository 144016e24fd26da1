import type { Report } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { AmendmentClause, Clause, CriterionClause, ExceptionClause, GroupClause } from './clause.ts'

type Of<Kind extends Clause['kind']> = Extract<Clause, { kind: Kind }>

/** A clause that opens a node, and what is said about that node. */
export interface Section<Opening> {
  readonly opening: Opening & Pick<Clause, 'span'>
  readonly body: Clause[]
}

export interface GroupSection extends Section<GroupClause> {
  readonly children: CriterionSection[]
}

/** What may hold exceptions: a criterion, or what an amendment says anew of one. */
interface WithExceptions {
  readonly body: Clause[]
  readonly exceptions: Section<ExceptionClause>[]
}

export interface CriterionSection extends Section<CriterionClause>, WithExceptions {
  readonly children: CriterionSection[]
}

export interface ReplaceSection extends Section<Of<'replace'>>, WithExceptions {}

export interface AmendmentSection extends Section<AmendmentClause> {
  readonly changes: (ReplaceSection | CriterionSection | Section<Of<'repeal'>>)[]
}

/** The clauses of a rulebook by the node they are about. */
export interface Outline {
  /** What is said about the rulebook itself, its measures among it. */
  readonly body: Clause[]
  readonly children: (GroupSection | CriterionSection)[]
  readonly classifications: Section<Of<'classification'>>[]
  readonly amendments: AmendmentSection[]
}

/** Said of the rulebook wherever it stands. */
export const ABOUT_RULEBOOK: readonly Clause['kind'][] = [
  'title',
  'application',
  'factPeriod',
  'attribute',
  'scale',
  'totalRounding',
  'criterionRounding',
  'notApplicablePolicy',
  'leadPolicy',
  'measure',
  'knockOut',
  'ranking',
  'review',
  'example',
]

/** Said of an exception below `riêng`; anything else is again about the criterion. */
export const IN_EXCEPTION: readonly Clause['kind'][] = [
  'exemption',
  'target',
  'proportion',
  'relative',
  'perItem',
  'tier',
  'flagPart',
  'measurePart',
]

/** Where the next clause belongs. */
interface Place {
  readonly body: Clause[]
  readonly exceptions?: Section<ExceptionClause>[]
}

/**
 * Finds which node each clause is about, from the order alone: what follows `tiêu chí 3` is about criterion 3, until a
 * line that opens something else. Indentation means nothing.
 */
export function outline(clauses: readonly Clause[], source: Source, report: Report): Outline {
  const root: Outline = { body: [], children: [], classifications: [], amendments: [] }
  let group: GroupSection | undefined
  let criterion: CriterionSection | undefined
  let amendment: AmendmentSection | undefined
  let open: Place = root
  let exception: Section<ExceptionClause> | undefined
  for (const clause of clauses) {
    const { kind, span } = clause
    const misplaced = (message: string, text: string, help: string): void =>
      report({ code: 'misplaced-clause', severity: 'error', message, labels: [{ source, span, text }], help })
    if (exception && kind !== 'unreadable' && !IN_EXCEPTION.includes(kind)) exception = undefined
    switch (kind) {
      case 'group':
        if (amendment) {
          misplaced(
            'phần sửa đổi không mở nhóm mới được',
            'nhóm này đứng sau dòng «sửa đổi phiên bản»',
            'đặt nhóm này trước các dòng sửa đổi, hoặc viết «sửa đổi nhóm …»',
          )
        }
        group = { opening: clause, body: [], children: [] }
        criterion = undefined
        open = group
        root.children.push(group)
        break
      case 'criterion': {
        const opened: CriterionSection = { opening: clause, body: [], children: [], exceptions: [] }
        open = opened
        if (amendment || clause.inserted) {
          if (!amendment) {
            misplaced(
              'dòng «bổ sung» phải nằm dưới một dòng «sửa đổi phiên bản»',
              'phía trên chưa có dòng đó',
              'bỏ chữ «bổ sung», hoặc thêm dòng «sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026» ở trên',
            )
            break
          }
          if (!clause.inserted) {
            misplaced(
              'trong phần sửa đổi, tiêu chí mới phải viết là «bổ sung»',
              'tiêu chí này đứng sau dòng «sửa đổi phiên bản»',
              'viết «bổ sung tiêu chí …», hoặc «sửa đổi tiêu chí …» nếu tiêu chí đã có',
            )
          }
          if (clause.inserted && clause.within && clause.intoScope !== 'criterion') {
            misplaced(
              'chưa nói tiêu chí thành phần này thuộc tiêu chí nào',
              'dòng bổ sung này',
              'thêm vào cuối dòng: vào tiêu chí …',
            )
          }
          amendment.changes.push(opened)
          break
        }
        if (clause.within && !criterion) reportOrphan(clause, source, report)
        // What is taken off lies outside the groups, but for a group of nothing else.
        if (closesGroup(clause, group)) group = undefined
        const parent = clause.within && criterion ? criterion : (group ?? root)
        parent.children.push(opened)
        if (!clause.within) criterion = opened
        break
      }
      case 'exception':
        if (!open.exceptions) {
          misplaced(
            'dòng «riêng» phải nằm dưới một tiêu chí',
            'phía trên chưa có dòng «tiêu chí» nào',
            'chuyển dòng này xuống dưới tiêu chí mà nó nói về',
          )
        }
        exception = { opening: clause, body: [] }
        open.exceptions?.push(exception)
        break
      case 'classification': {
        const opened = { opening: clause, body: [] }
        root.classifications.push(opened)
        open = opened
        break
      }
      case 'amendment':
        amendment = { opening: clause, body: [], changes: [] }
        root.amendments.push(amendment)
        open = amendment
        break
      case 'replace': {
        const opened: ReplaceSection = { opening: clause, body: [], exceptions: [] }
        open = opened
        if (amendment) amendment.changes.push(opened)
        else reportWithoutAmendment(clause, source, report)
        break
      }
      case 'repeal':
        if (amendment) amendment.changes.push({ opening: clause, body: [] })
        else reportWithoutAmendment(clause, source, report)
        // What follows is said of the amendment: of what is gone there is nothing to say.
        open = amendment ?? { body: [] }
        break
      case 'unreadable':
        ;(exception ?? open).body.push(clause)
        if (!clause.mayOpen) break
        // It may have been a criterion here or in the group: neither may be found wanting for it, and what follows,
        // up to the next line that opens something, belongs to nobody.
        exception = undefined
        for (const around of [group, root]) if (around && around !== open) around.body.push(clause)
        open = { body: [], exceptions: [] }
        break
      default:
        if (ABOUT_RULEBOOK.includes(kind)) root.body.push(clause)
        else (exception ?? open).body.push(clause)
    }
  }
  return root
}

/** Whether a criterion ends the group before it. */
export function closesGroup(
  { within, maximum }: Pick<CriterionClause, 'within' | 'maximum'>,
  group: { readonly opening: Pick<GroupClause, 'maximum'> } | undefined,
): boolean {
  return !within && maximum?.role === 'penalty' && group?.opening.maximum?.role !== 'penalty'
}

function reportOrphan({ span }: Pick<Clause, 'span'>, source: Source, report: Report): void {
  report({
    code: 'misplaced-clause',
    severity: 'error',
    message: 'tiêu chí thành phần phải nằm dưới một tiêu chí',
    labels: [{ source, span, text: 'phía trên chưa có dòng «tiêu chí» nào' }],
    help: 'viết «tiêu chí» thay cho «tiêu chí thành phần», hoặc thêm dòng «tiêu chí» ở trên',
  })
}

function reportWithoutAmendment({ span }: Pick<Clause, 'span'>, source: Source, report: Report): void {
  report({
    code: 'misplaced-clause',
    severity: 'error',
    message: 'dòng này phải nằm dưới một dòng «sửa đổi phiên bản»',
    labels: [{ source, span, text: 'phía trên chưa có dòng đó' }],
    help: 'thêm ở trên dòng: sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026',
  })
}
