import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PlainDate, parseIsoDate } from '#base/plainDate.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import {
  bindFacts,
  type FactTable,
  latestDay,
  loadProgram,
  type Program,
  programOn,
  type ScoreSheet,
  score,
} from '#engine/index.ts'
import { type Dossier, readDossier } from '#records/dossier.ts'
import { ROOT } from './files.ts'

/** A small commune and its rulebook, as text: what a case needs, the rest is filled in. */
export interface Case {
  /** The lines after the head: measures and criteria. */
  readonly rules: string
  readonly scale?: string
  /** Further lines of the head. */
  readonly head?: string
  readonly levels?: string
  /** The villages, by name; their ids are v1, v2 …, all in the commune `xa`. */
  readonly villages?: readonly string[]
  /** What is said of a village, by its id: `miền núi; biên giới`. */
  readonly attributes?: Readonly<Record<string, string>>
  /** The cluster of a village, by its id. */
  readonly clusters?: Readonly<Record<string, string>>
  /** The units, by name; their ids are u1, u2 …, all in the commune `xa`. */
  readonly units?: readonly string[]
  /** `entrant,measure,period,value` a line; values with a comma in quotes. */
  readonly facts?: string
  /** The header of the facts, where they have other columns. */
  readonly columns?: string
  readonly asOf?: string
  /** The rulebook's first day, as written. */
  readonly from?: string
  /** Its last day. */
  readonly until?: string
}

export interface Scored {
  readonly program: Program
  readonly facts: FactTable
  readonly asOf: PlainDate
  readonly sheets: readonly ScoreSheet[]
}

/** Scores a case that must be sound; its faults fail the test that made it. */
export function scoreCase(given: Case): Scored {
  const program = programOf(given)
  const dossier = dossierOf(given)
  const bound = bindFacts(program, dossier)
  if (!bound.ok) throw new Error(renderDiagnostics(bound.diagnostics))
  const asOf = given.asOf === undefined ? latestDay(dossier.facts, program) : parseIsoDate(given.asOf)
  if (!asOf) throw new Error(`${given.asOf} is no day`)
  const standing = programOn(program, asOf)
  const evaluation = { program: standing, facts: bound.value, asOf }
  return { ...evaluation, sheets: score(evaluation) }
}

/** Scores a case as of a day, with the day, as pages and bulletins take it. */
export function scoreOn(given: Case, day: string): Scored & { readonly asOf: PlainDate } {
  const asOf = parseIsoDate(day)
  if (!asOf) throw new Error(`${day} is no day`)
  return { ...scoreCase({ ...given, asOf: day }), asOf }
}

/** A rulebook file of the repository and facts, `entrant,measure,period,value` each. */
export interface FileCase extends Pick<Case, 'villages' | 'attributes' | 'clusters' | 'units' | 'columns'> {
  readonly file: string
  readonly facts: readonly string[]
  readonly asOf: string
}

/** Scores a small commune by a rulebook file, which must be sound. */
export function scoreFile({ file, asOf: day, facts, ...given }: FileCase): Scored {
  const asOf = parseIsoDate(day)
  if (!asOf) throw new Error(`${day} is no day`)
  const program = loadProgram({ name: file, text: readFileSync(join(ROOT, file), 'utf8') }, asOf)
  if (!program.ok) throw new Error(renderDiagnostics(program.diagnostics))
  const bound = bindFacts(program.value, dossierOf({ ...given, rules: '', facts: facts.join('\n') }))
  if (!bound.ok) throw new Error(renderDiagnostics(bound.diagnostics))
  const evaluation = { program: program.value, facts: bound.value, asOf }
  return { ...evaluation, sheets: score(evaluation) }
}

/** The rulebook of a case, which must be sound. */
export function programOf(given: Case): Program {
  const program = loadProgram({ name: 'thử.thidua', text: rulesOf(given) })
  if (!program.ok) throw new Error(renderDiagnostics(program.diagnostics))
  return program.value
}

/** The text of the case's rulebook. */
export function rulesOf({
  rules,
  scale = '10',
  head = '',
  levels = 'thôn',
  from = '01/01/2026',
  until = '31/12/2026',
}: Pick<Case, 'rules' | 'scale' | 'head' | 'levels' | 'from' | 'until'>): string {
  const policy = /^\s*không áp dụng:/m.test(head) ? '' : 'không áp dụng: quy đổi về thang điểm'
  return `bộ tiêu chí "Thử nghiệm" mã thu phiên bản 2026.1
    áp dụng cho ${levels} từ ${from} đến ${until}
    thang điểm ${scale}
    ${policy}
    ${head}
    ${rules}`
}

export function dossierOf(given: Case): Dossier {
  const { villages = ['Thôn 1'], facts = '', attributes = {}, clusters = {}, units = [] } = given
  const { columns = 'entrant,measure,period,value' } = given
  const rows = villages.map((name, index) => {
    const id = `v${index + 1}`
    return `${id},${name},thôn,xa,${clusters[id] ?? ''},${attributes[id] ?? ''}`
  })
  rows.push(...units.map((name, index) => `u${index + 1},${name},đơn vị,xa,,`))
  const lines = facts.split('\n').map((line) => line.trim())
  const dossier = readDossier({
    entrants: {
      name: 'entrants.csv',
      text: ['id,name,kind,parent,cluster,attributes', 'xa,Xã,xã,,,', ...rows].join('\n'),
    },
    facts: {
      name: 'facts.csv',
      text: [columns, ...lines.filter((line) => line !== '')].join('\n'),
    },
  })
  if (!dossier.ok) throw new Error(renderDiagnostics(dossier.diagnostics))
  return dossier.value
}
