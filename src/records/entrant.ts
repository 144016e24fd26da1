import * as z from 'zod'
import { type EntrantLevel, LEVEL_NAMES } from '#base/entrantLevel.ts'
import { type Diagnostic, failure, MOST_DIAGNOSTICS, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { fieldIssues } from './fieldIssues.ts'
import { type Row, readTable } from './table.ts'

/** Whoever is scored. */
export interface Entrant {
  readonly id: string
  readonly name: string
  readonly level: EntrantLevel
  /** What the file calls the entrant: `thôn`, `khu phố`. */
  readonly kind: string
  /** The id of the commune that a village or unit belongs to; where there is a commune, it belongs to one. */
  readonly parent: string | undefined
  /** The cluster it is ranked in. */
  readonly cluster: string | undefined
  /** What the rulebook's exceptions go by, such as "miền núi". */
  readonly attributes: readonly string[]
}

/** What places call whoever stands at each level. */
export const KINDS: Readonly<Record<EntrantLevel, readonly string[]>> = {
  commune: ['xã', 'phường', 'đặc khu'],
  village: ['thôn', 'bản', 'khu phố', 'tổ dân phố', 'ấp', 'khóm', 'xóm', 'buôn', 'làng'],
  unit: ['đơn vị'],
}

/** What a cell says of the kind of entrant: a word of the language or the name of the level itself. */
function kindIn(cell: string): Pick<Entrant, 'level' | 'kind'> | undefined {
  const word = cell.toLowerCase()
  const level = LEVELS.find((one) => one === word || KINDS[one].includes(word))
  return level && { level, kind: level === word ? LEVEL_NAMES[level] : word }
}

const LEVELS: readonly EntrantLevel[] = ['commune', 'village', 'unit']

/** What the entrants are called together: `thôn`, `thôn, khu phố`; the same whoever comes first. */
export function kindsText(entrants: readonly Entrant[]): string {
  const called = new Set(entrants.map(({ kind }) => kind))
  return LEVELS.flatMap((level) => KINDS[level].filter((kind) => called.has(kind))).join(', ')
}

const KIND_HELP =
  'ghi xã, phường, đặc khu; thôn, bản, khu phố, tổ dân phố, ấp, khóm, xóm, buôn, làng; hoặc đơn vị'
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
  kind: z.string().transform((cell, context) => {
    const kind = kindIn(cell)
    if (kind) return kind
    context.addIssue({ code: 'custom', message: KIND_HELP })
    return z.NEVER
  }),
  parent: optionalText,
  cluster: optionalText,
  attributes: z
    .string()
    .max(300, 'viết ngắn hơn 300 chữ')
    .default('')
    .transform((text) =>
      text
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    ),
})

const COLUMNS = {
  required: { id: 'mã', name: 'tên', kind: 'loại', parent: 'thuộc', cluster: 'cụm' },
  optional: { attributes: 'đặc điểm' },
}

/**
 * The entrants of `entrants.csv` in the order of the file; or everything wrong with it. Where the file has a commune,
 * every village and unit names theirs: one that did not would be ranked, and silently be missing from the commune's sums.
 */
export function readEntrants(source: Source): Result<readonly Entrant[]> {
  const table = readTable(source, COLUMNS)
  if (!table.ok) return table
  const diagnostics: Diagnostic[] = []
  const entrants: { readonly entrant: Entrant; readonly row: Row }[] = []
  const rows = new Map<string, Row>()
  const unreadable = new Set<string>()
  for (const row of table.value) {
    if (diagnostics.length >= MOST_DIAGNOSTICS) break
    const parsed = entrantSchema.safeParse(row.fields)
    if (!parsed.success) {
      diagnostics.push(...fieldIssues(row, parsed.error))
      unreadable.add(row.fields['id'] ?? '')
      continue
    }
    const { id, name, kind, parent, cluster, attributes } = parsed.data
    const before = rows.get(id)
    if (before) diagnostics.push(repeatedEntrant(id, row, before))
    rows.set(id, row)
    entrants.push({ entrant: { id, name, ...kind, parent, cluster, attributes }, row })
  }
  const communes = new Set(
    entrants.flatMap(({ entrant }) => (entrant.level === 'commune' ? [entrant.id] : [])),
  )
  for (const { entrant, row } of entrants) {
    if (diagnostics.length >= MOST_DIAGNOSTICS) break
    // Whose own row could not be read may well be a commune.
    if (entrant.parent !== undefined && unreadable.has(entrant.parent)) continue
    if (!hasRightParent(entrant, communes)) diagnostics.push(wrongParent(entrant, row, communes))
  }
  if (diagnostics.length > 0) return failure(diagnostics)
  return { ok: true, value: entrants.map(({ entrant }) => entrant), diagnostics: [] }
}

function hasRightParent({ level, parent }: Entrant, communes: ReadonlySet<string>): boolean {
  if (level === 'commune' || communes.size === 0) return parent === undefined
  return parent !== undefined && communes.has(parent)
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

function wrongParent({ id, level, parent }: Entrant, row: Row, communes: ReadonlySet<string>): Diagnostic {
  const [commune] = communes
  const message =
    level === 'commune'
      ? `xã \`${id}\` không thuộc đối tượng nào`
      : parent === undefined
        ? `đối tượng \`${id}\` chưa ghi thuộc xã nào`
        : `đối tượng \`${id}\` thuộc \`${parent}\`, nhưng không có xã nào mang mã này`
  return {
    code: 'unknown-entrant',
    severity: 'error',
    message,
    labels: [row.label('cột parent', 'parent')],
    help:
      level === 'commune' || commune === undefined
        ? 'để trống cột parent'
        : `cột parent ghi mã của xã có trong tệp, ví dụ ${commune}`,
  }
}
