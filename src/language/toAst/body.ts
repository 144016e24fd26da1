import type { Report } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Words } from '../ast.ts'
import type { Clause, TextRole } from './clause.ts'

/** The clauses said of one node, to be asked for by kind. */
export interface Body {
  /** The clause of that kind; a second one is reported beside the first and left out. */
  readonly one: <Kind extends Clause['kind']>(kind: Kind) => Extract<Clause, { kind: Kind }> | undefined
  /** The clauses of that kind that speak of different things, told by a key; a second one of the same is reported. */
  readonly distinct: <Kind extends Clause['kind']>(
    kind: Kind,
    keyOf: (clause: Extract<Clause, { kind: Kind }>) => string,
  ) => readonly Extract<Clause, { kind: Kind }>[]
  readonly all: <Kind extends Clause['kind']>(kind: Kind) => readonly Extract<Clause, { kind: Kind }>[]
  readonly texts: (role: TextRole) => readonly Words[]
  /** A clause here could not be read, so nothing may be said to be absent. */
  readonly incomplete: boolean
}

/** Opens the clauses of a node, reporting those that cannot be said of it. */
export function openBody(
  clauses: readonly Clause[],
  accepted: { readonly kinds: readonly Clause['kind'][]; readonly roles: readonly TextRole[] },
  source: Source,
  report: Report,
): Body {
  const kept = clauses.filter((clause) => {
    const fits =
      clause.kind === 'unreadable' ||
      (clause.kind === 'text' ? accepted.roles.includes(clause.role) : accepted.kinds.includes(clause.kind))
    if (!fits) {
      report({
        code: 'misplaced-clause',
        severity: 'error',
        message: `dòng này phải nằm dưới một dòng «${clause.kind === 'classTier' ? 'xếp loại' : 'tiêu chí'}»`,
        labels: [{ source, span: clause.span, text: 'dòng này đang đứng sai chỗ' }],
        help: 'chuyển dòng này xuống dưới dòng mà nó nói về',
      })
    }
    return fits
  })
  const all = <Kind extends Clause['kind']>(kind: Kind) =>
    kept.filter((clause): clause is Extract<Clause, { kind: Kind }> => clause.kind === kind)
  const distinct: Body['distinct'] = (kind, keyOf) =>
    [...Map.groupBy(all(kind), keyOf).values()].flatMap(([first, ...others]) => {
      for (const other of others) {
        report({
          code: 'repeated-clause',
          severity: 'error',
          message: 'điều này được nói hai lần',
          labels: [
            { source, span: other.span, text: 'lần sau' },
            ...(first ? [{ source, span: first.span, text: 'lần đầu' }] : []),
          ],
          help: 'giữ lại một dòng',
        })
      }
      return first ?? []
    })
  return {
    all,
    distinct,
    one: (kind) => distinct(kind, () => 'one')[0],
    texts: (role) => all('text').flatMap((clause) => (clause.role === role ? [clause.text] : [])),
    incomplete: kept.some(({ kind }) => kind === 'unreadable'),
  }
}
