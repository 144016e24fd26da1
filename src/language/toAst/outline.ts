import type { Report } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Clause } from './clause.ts'

/** A clause that opens a node, what is said about that node, and the nodes below it. */
export interface Section<Opening extends Clause = Clause> {
  readonly opening: Opening
  readonly body: Clause[]
  readonly children: Section<Extract<Clause, { kind: 'criterion' }>>[]
}

export type GroupSection = Section<Extract<Clause, { kind: 'group' }>>
export type CriterionSection = Section<Extract<Clause, { kind: 'criterion' }>>
export type ClassificationSection = Section<Extract<Clause, { kind: 'classification' }>>

/** The clauses of a rulebook by the node they are about. */
export interface Outline {
  /** What is said about the rulebook itself, its measures among it. */
  readonly body: Clause[]
  readonly children: (GroupSection | CriterionSection)[]
  readonly classifications: ClassificationSection[]
}

/** Said of the rulebook wherever it stands. */
export const ABOUT_RULEBOOK: readonly Clause['kind'][] = [
  'title',
  'application',
  'factPeriod',
  'scale',
  'totalRounding',
  'missingPolicy',
  'notApplicablePolicy',
  'measure',
  'ranking',
]

/**
 * Finds which node each clause is about, from the order alone: what follows `tiêu chí 3` is about criterion 3, until a
 * line that opens something else. Indentation means nothing.
 */
export function outline(clauses: readonly Clause[], source: Source, report: Report): Outline {
  const root: Outline = { body: [], children: [], classifications: [] }
  let group: GroupSection | undefined
  let criterion: CriterionSection | undefined
  let open: { readonly body: Clause[] } = root
  for (const clause of clauses) {
    switch (clause.kind) {
      case 'group':
        group = section(clause)
        criterion = undefined
        open = group
        root.children.push(group)
        break
      case 'criterion': {
        const opened: CriterionSection = section(clause)
        if (clause.within && !criterion) reportOrphan(clause, source, report)
        const parent = clause.within && criterion ? criterion : (group ?? root)
        parent.children.push(opened)
        if (!clause.within) criterion = opened
        open = opened
        break
      }
      case 'classification': {
        const opened: ClassificationSection = section(clause)
        root.classifications.push(opened)
        open = opened
        break
      }
      case 'unreadable':
        open.body.push(clause)
        if (!clause.mayOpen) break
        // It may have been a criterion here or in the group: neither may be found wanting for it, and what follows,
        // up to the next line that opens something, belongs to nobody.
        for (const around of [group, root]) if (around && around !== open) around.body.push(clause)
        open = { body: [] }
        break
      default:
        if (ABOUT_RULEBOOK.includes(clause.kind)) root.body.push(clause)
        else open.body.push(clause)
    }
  }
  return root
}

function section<Opening extends Clause>(opening: Opening): Section<Opening> {
  return { opening, body: [], children: [] }
}

function reportOrphan({ span }: Clause, source: Source, report: Report): void {
  report({
    code: 'misplaced-clause',
    severity: 'error',
    message: 'tiêu chí thành phần phải nằm dưới một tiêu chí',
    labels: [{ source, span, text: 'phía trên chưa có dòng «tiêu chí» nào' }],
    help: 'viết «tiêu chí» thay cho «tiêu chí thành phần», hoặc thêm dòng «tiêu chí» ở trên',
  })
}
