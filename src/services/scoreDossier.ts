import { compareDates, formatDate, type PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import {
  bindFacts,
  type FactTable,
  latestDay,
  loadProgram,
  monthBefore,
  type Program,
  programOn,
  type ScoreSheet,
  score,
} from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import { readDossierFolder } from '#store/dossierFolder.ts'
import { readRulebookFile } from '#store/rulebookFile.ts'
import { hashRulebook } from './hash.ts'

/** The result of one rulebook on one dossier, as of a day, and of the month before. */
export interface Standings {
  readonly program: Program
  /** See {@link hashRulebook}. */
  readonly hash: string
  readonly dossier: Dossier
  /** The facts of the dossier, bound to the program. */
  readonly facts: FactTable
  readonly asOf: PlainDate
  readonly sheets: readonly ScoreSheet[]
  /** The day that was named to compare with or else the month before; `undefined` where there is none. */
  readonly before: { readonly asOf: PlainDate; readonly sheets: readonly ScoreSheet[] } | undefined
}

/** Reads, checks and prepares the rulebook in a file. */
export async function openRulebook(path: string): Promise<Result<Program>> {
  const source = await readRulebookFile(path)
  return source.ok ? loadProgram(source.value) : source
}

/**
 * Scores the dossier in a folder by the rulebook in a file, as of a day (by default the last one with facts), and of an
 * earlier day (by default the end of the month before). Faults of the rulebook are told before those of the dossier;
 * with any, nothing is scored.
 */
export async function scoreDossier(
  rulebookPath: string,
  folder: string,
  day?: PlainDate,
  since?: PlainDate,
): Promise<Result<Standings>> {
  const opened = await openRulebook(rulebookPath)
  if (!opened.ok) return opened
  const dossier = await readDossierFolder(folder)
  if (!dossier.ok) return dossier
  if (dossier.value.facts.length === 0) return failure([noFacts(folder)])
  return standingsOf(opened.value, dossier.value, { day, since }, opened.diagnostics)
}

/** With no fact at all everyone would share the first place with nothing. */
function noFacts(folder: string): Diagnostic {
  return {
    code: 'file-empty',
    severity: 'error',
    message: `chưa có số liệu nào trong thư mục: ${folder}`,
    labels: [],
    help: 'thêm ít nhất một dòng vào facts.csv, dưới dòng tiêu đề',
  }
}

function outsideTime(day: PlainDate, { whole: { from, to } }: Program): Diagnostic {
  return {
    code: 'period-mismatch',
    severity: 'error',
    message: `ngày ${formatDate(day)} nằm ngoài thời gian của bộ tiêu chí`,
    labels: [],
    help: `bộ tiêu chí chấm số liệu từ ${formatDate(from)} đến ${formatDate(to)}`,
  }
}

function afterDay(since: PlainDate, asOf: PlainDate): Diagnostic {
  return {
    code: 'period-mismatch',
    severity: 'error',
    message: `ngày để so sánh, ${formatDate(since)}, đứng sau ngày được chấm, ${formatDate(asOf)}`,
    labels: [],
    help: 'chọn ngày để so sánh không sau ngày được chấm',
  }
}

function standingsOf(
  program: Program,
  dossier: Dossier,
  { day, since }: { readonly day: PlainDate | undefined; readonly since: PlainDate | undefined },
  warnings: readonly Diagnostic[],
): Result<Standings> {
  const bound = bindFacts(program, dossier)
  if (!bound.ok) return bound
  const asOf = day ?? latestDay(dossier.facts, program)
  for (const named of [asOf, ...(since ? [since] : [])]) {
    const { from, to } = program.whole
    if (compareDates(named, from) < 0 || compareDates(named, to) > 0)
      return failure([outsideTime(named, program)])
  }
  if (since && compareDates(since, asOf) > 0) return failure([afterDay(since, asOf)])
  // What the rulebook says may differ from one day to the other.
  const standing = programOn(program, asOf)
  const earlier = since ?? monthBefore(asOf, standing)
  const scoreAt = (at: PlainDate): readonly ScoreSheet[] =>
    score({ program: programOn(program, at), facts: bound.value, asOf: at })
  const value = {
    program: standing,
    hash: hashRulebook(program.rulebook.source),
    dossier,
    facts: bound.value,
    asOf,
    sheets: scoreAt(asOf),
    before: earlier && { asOf: earlier, sheets: scoreAt(earlier) },
  }
  return { ok: true, value, diagnostics: warnings }
}
