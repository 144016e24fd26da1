import { capital } from '#base/capital.ts'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { type Period, periodKey } from '#base/period.ts'
import { covers, levelsOfMeasures, type Program, versionsOf } from '#engine/index.ts'
import { collectSymbols, type Measure, measureKind, measureRemarks } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { headingFinder } from '../headings.ts'
import { EMPTY, heading, type OutCell, type OutSheet, text } from './outSheet.ts'

/**
 * Tables to be filled in for one period, a page for each level: a row an entrant, a column a measure of that frequency, with
 * what it is counted in and what it may be. Filled in, they are read back as they are.
 */
export function templateSheets(
  program: Program,
  entrants: readonly Entrant[],
  period: Period,
): readonly OutSheet[] {
  return program.levels.flatMap((level) => {
    const measures = measuresAt(program, level, period)
    const rows = entrants.filter((entrant) => entrant.level === level)
    const name = program.levelNames[level]
    return measures.length > 0 ? [templateSheet(program, capital(name), measures, rows, period)] : []
  })
}

/** All levels in one table, for CSV: a cell that does not concern an entrant is left empty. */
export function templateTable(program: Program, entrants: readonly Entrant[], period: Period): OutSheet {
  const measures = new Set(program.levels.flatMap((level) => measuresAt(program, level, period)))
  const scored = entrants.filter(({ level }) => program.levels.includes(level))
  return templateSheet(program, 'Đối tượng', [...measures], scored, period)
}

/** What is reported at the level for such periods; what no criterion uses may be reported at any. */
function measuresAt(program: Program, level: EntrantLevel, { frequency }: Period): readonly Measure[] {
  const levels = levelsOfMeasures(versionsOf(program))
  return [...program.measures.values()].filter(
    (measure) => measure.frequency === frequency && (levels.get(measure.name.text)?.has(level) ?? true),
  )
}

function templateSheet(
  program: Program,
  name: string,
  measures: readonly Measure[],
  entrants: readonly Entrant[],
  period: Period,
): OutSheet {
  const find = headingFinder(program)
  const symbols = collectSymbols(program.rulebook)
  const titleOf = (measure: Measure): string => {
    const found = find(measure.title.text)
    const isPlain = found.kind === 'one' && found.value.kind === 'measure' && found.value.measure === measure
    return isPlain ? measure.title.text : measure.name.text
  }
  const called = find(name)
  const entrantHeading = called.kind === 'one' && called.value.kind === 'entrant' ? name : 'Đối tượng'
  const hints = measures.map((measure): OutCell => {
    const said = [measureKind(measure), ...measureRemarks(measure, symbols)].filter((part) => part !== '')
    return { kind: 'hint', text: said.join('; ') }
  })
  return {
    name,
    widths: [14, 28, ...measures.map(() => 18)],
    frozen: { rows: 4, columns: 2 },
    rows: [
      [{ kind: 'title', text: program.rulebook.title.text }],
      [text('Kỳ số liệu'), text(periodKey(period))],
      [heading('Mã'), heading(entrantHeading), ...measures.map((measure) => heading(titleOf(measure)))],
      [{ kind: 'hint', text: 'Đơn vị tính' }, EMPTY, ...hints],
      ...entrants.map((entrant) => [text(entrant.id), text(entrant.name), ...measures.map(blankFor)]),
    ],
  }
}

function blankFor({ type }: Measure): OutCell {
  switch (type?.kind) {
    case 'ratio':
      return { kind: 'blank', as: 'percent' }
    case 'date':
      return { kind: 'blank', as: 'date' }
    case 'flag':
    case 'levels':
      return { kind: 'blank', as: 'text' }
    default:
      return { kind: 'blank', as: 'number' }
  }
}

/** Whether the rulebook takes facts of the period. */
export function takesPeriod({ whole }: Program, period: Period): boolean {
  return covers(whole, period)
}
