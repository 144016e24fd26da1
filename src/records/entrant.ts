import { z } from 'zod'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { fieldIssues } from './fieldIssues.ts'
import { type Row, readTable } from './table.ts'

/** Whoever is scored. */
export interface Entrant {
  readonly id: string
  readonly name: string
  readonly level: EntrantLevel
  /** The id of the entrant it belongs to: a village's commune. */
  readonly parent: string | undefined
  /** The cluster it is ranked in. */
  readonly cluster: string | undefined
}

/** What offices call each level; the first is the usual one. */
const LEVEL_BY_WORD: ReadonlyMap<string, EntrantLevel> = new Map([
  ['xã', 'commune'],
  ['phường', 'commune'],
  ['đặc khu', 'commune'],
  ['commune', 'commune'],
  ['thôn', 'village'],
  ['bản', 'village'],
  ['khu phố', 'village'],
  ['tổ dân phố', 'village'],
  ['village', 'village'],
  ['đơn vị', 'unit'],
  ['unit', 'unit'],
])

const ID_HELP = 'mã gồm chữ thường không dấu, chữ số và gạch nối, ví dụ thon-3'
const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, ID_HELP)
  .max(64, ID_HELP)
const optionalText = z
  .string()
  .max(200, 'viết ngắn hơn 200 chữ')
  .transform((text) => (text === '' ? undefined : text))

const entrantSchema = z.object({
  id: idSchema,
  name: z.string().min(1, 'ghi tên đối tượng').max(200, 'viết ngắn hơn 200 chữ'),
  kind: z
    .string()
    .transform((word) => LEVEL_BY_WORD.get(word.toLowerCase()))
    .pipe(
      z.enum(['commune', 'village', 'unit'], 'ghi xã, phường, thôn, bản, khu phố, tổ dân phố hoặc đơn vị'),
    ),
  parent: optionalText,
  cluster: optionalText,
})

const COLUMNS = ['id', 'name', 'kind', 'parent', 'cluster']

/** The entrants of `entrants.csv` in the order of the file, every parent among them; or everything wrong with it. */
export function readEntrants(source: Source): Result<readonly Entrant[]> {
  const table = readTable(source, COLUMNS)
  if (!table.ok) return table
  const diagnostics: Diagnostic[] = []
  const entrants: Entrant[] = []
  const rows = new Map<string, Row>()
  for (const row of table.value) {
    const parsed = entrantSchema.safeParse(row.fields)
    if (!parsed.success) {
      diagnostics.push(...fieldIssues(row, parsed.error))
      continue
    }
    const { id, name, kind: level, parent, cluster } = parsed.data
    const before = rows.get(id)
    if (before) diagnostics.push(repeatedEntrant(id, row, before))
    rows.set(id, row)
    entrants.push({ id, name, level, parent, cluster })
  }
  const byId = new Map(entrants.map((entrant) => [entrant.id, entrant]))
  for (const entrant of entrants) {
    const row = rows.get(entrant.id)
    if (row && hasLostParent(entrant, byId)) diagnostics.push(lostParent(entrant, row))
  }
  if (diagnostics.length > 0) return failure(diagnostics)
  return { ok: true, value: entrants, diagnostics: [] }
}

/** Whether going up from parent to parent meets an unknown id, or comes back to where it started. */
function hasLostParent(entrant: Entrant, byId: ReadonlyMap<string, Entrant>): boolean {
  const seen = new Set<string>()
  for (let { parent } = entrant; parent !== undefined; parent = byId.get(parent)?.parent) {
    if (!byId.has(parent) || seen.has(parent) || parent === entrant.id) return true
    seen.add(parent)
  }
  return false
}

function repeatedEntrant(id: string, row: Row, before: Row): Diagnostic {
  return {
    code: 'duplicate-row',
    severity: 'error',
    message: `đối tượng \`${id}\` có hai dòng`,
    labels: [row.label('dòng sau'), before.label('dòng trước')],
    help: 'bỏ một dòng, hoặc đặt mã khác',
  }
}

function lostParent({ id, parent }: Entrant, row: Row): Diagnostic {
  return {
    code: 'unknown-entrant',
    severity: 'error',
    message: `đối tượng \`${id}\` thuộc \`${parent}\`, nhưng không tìm được đường lên`,
    labels: [row.label('cột parent', 'parent')],
    help: 'cột parent ghi mã của xã mà đối tượng thuộc về, và mã đó phải có trong tệp',
  }
}
