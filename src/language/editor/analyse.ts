import type { PlainDate } from '#base/plainDate.ts'
import { arrange, type Diagnostic, MOST_DIAGNOSTICS } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Rulebook } from '../ast.ts'
import { check } from '../check/check.ts'
import { consolidate, versionDays } from '../consolidate.ts'
import { type Line, parseLines } from '../parse.ts'
import { collectSymbols, type Symbols } from '../symbols.ts'

/**
 * All that an editor needs to know of a text, found once: what completions, hovers, the outline and renames are worked out
 * from. Every place in it is an offset in the text as written.
 */
export interface Analysis {
  readonly source: Source
  /** As written: amendments and targets by year are not worked in. */
  readonly rulebook: Rulebook
  readonly lines: readonly Line[]
  /** The rulebook as it stands on each day from which it says something else; at least one. */
  readonly versions: readonly Version[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface Version {
  readonly from: PlainDate
  readonly rulebook: Rulebook
  readonly symbols: Symbols
}

/** Reads and checks a text, once for each change of it. */
export function analyse(source: Source): Analysis {
  const found: Diagnostic[] = []
  const { rulebook, lines } = parseLines(source, (diagnostic) => found.push(diagnostic))
  // Past the limit the rest of the text was not read, so nothing can be said about the whole.
  if (found.length < MOST_DIAGNOSTICS) check(rulebook, (diagnostic) => found.push(diagnostic))
  const versions = versionDays(rulebook).map((from) => {
    const standing = consolidate(rulebook, from)
    return { from, rulebook: standing, symbols: collectSymbols(standing) }
  })
  return { source, rulebook, lines, versions, diagnostics: arrange(found) }
}
