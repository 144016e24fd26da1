import { compareDates, formatDate, type PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { compareRulebooks, type Difference, type Program, programOn } from '#engine/index.ts'
import { versionDays } from '#language/index.ts'
import { openRulebook } from './scoreDossier.ts'

/** A rulebook file as it stands on a day; of the days on which it begins to say something else, the first or the last. */
export interface FileOnDay {
  readonly file: string
  readonly day: PlainDate | 'first' | 'last'
}

/** Two rulebooks, each as it stands on its day, and what is different. */
export interface Comparison {
  readonly old: Standing
  readonly new: Standing
  readonly difference: Difference
}

export interface Standing {
  readonly file: string
  readonly day: PlainDate
  readonly program: Program
}

/**
 * Compares two rulebook files, or one file on two days. Both must be free of errors and in force on their days; the faults
 * of both are told together.
 */
export async function compareFiles(old: FileOnDay, now: FileOnDay): Promise<Result<Comparison>> {
  const opened = await openRulebook(old.file)
  const other = now.file === old.file ? opened : await openRulebook(now.file)
  const all = [...new Set([opened, other])].flatMap(({ diagnostics }) => diagnostics)
  if (!opened.ok || !other.ok) return failure(all)
  const [before, after] = [standOn(opened.value, old), standOn(other.value, now)]
  if ('message' in before || 'message' in after) {
    return failure([before, after].flatMap((one) => ('message' in one ? [one] : [])))
  }
  const difference = compareRulebooks(before.program, after.program)
  return { ok: true, value: { old: before, new: after, difference }, diagnostics: all }
}

/** The rulebook on its day, or why it has none. */
function standOn(program: Program, { file, day: asked }: FileOnDay): Standing | Diagnostic {
  const days = versionDays(program.written)
  const named = asked === 'first' ? days[0] : asked === 'last' ? days.at(-1) : asked
  const range = program.written.application?.range
  if (!named || !range) throw new Error('a checked rulebook says when it applies')
  if (compareDates(named, range.from) < 0 || compareDates(named, range.to) > 0) {
    return {
      code: 'period-mismatch',
      severity: 'error',
      message: `ngày ${formatDate(named)} nằm ngoài thời gian áp dụng của ${file}`,
      labels: [],
      help: `bộ tiêu chí này áp dụng từ ${formatDate(range.from)} đến ${formatDate(range.to)}`,
    }
  }
  return { file, day: named, program: programOn(program, named) }
}
