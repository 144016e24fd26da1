import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatIsoDate } from '#base/plainDate.ts'
import { toExactText } from '#base/rational.ts'
import { type Ledger, type LedgerRow, type LedgerSection, ledgersOf, type Range } from '#language/index.ts'
import { openRulebook } from '#services/scoreDossier.ts'
import { ledgersText } from '../ledgerText.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

/** `thidua ledger FILE`: what every node declares, and the least and the most points that it can give. */
export async function runLedger(file: string, json: boolean, output: Output): Promise<ExitCode> {
  const opened = await openRulebook(file)
  if (!opened.ok) {
    printDiagnostics(output, opened.diagnostics, json)
    return exitCodeOf(opened.diagnostics)
  }
  if (!json) printDiagnostics(output, opened.diagnostics, false)
  const { written } = opened.value
  const { code, title } = written
  const ledgers = ledgersOf(written)
  if (json)
    printJson(output, { rulebook: { code: code.text, title: title.text }, versions: ledgers.map(toJson) })
  else output.out(`${title.text}\n\n${ledgersText(ledgers)}`)
  return FINE
}

/** A version in `thidua ledger --json` (docs/json.md). */
function toJson({ from, version, scale, sections, totals, missingCounts }: Ledger): unknown {
  return {
    version,
    from: formatIsoDate(from),
    scale: toExactText(scale),
    missing: missingCounts,
    sections: sections.map(sectionToJson),
    totals: totals.map(({ level, full }) => ({
      kind: LEVEL_NAMES[level],
      range: full ? rangeToJson(full) : null,
    })),
  }
}

function sectionToJson({ role, rows, maximum, range }: LedgerSection): unknown {
  return { role, rows: rows.map(rowToJson), maximum: toExactText(maximum), ...rangeToJson(range) }
}

function rowToJson({ node, depth, maximum, below, range }: LedgerRow): unknown {
  return {
    code: node.code.text,
    title: node.title.text,
    depth,
    maximum: toExactText(maximum),
    below: below ? toExactText(below) : null,
    ...rangeToJson(range),
  }
}

function rangeToJson({ least, most }: Range): { readonly least: string; readonly most: string } {
  return { least: toExactText(least), most: toExactText(most) }
}
