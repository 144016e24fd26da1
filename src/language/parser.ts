import type { CstNode, IRecognitionException, IToken, Rule as Production } from 'chevrotain'
import { AmendmentGrammar } from './grammar/amendments.ts'
import { type Beginning, beginningOf, type Continuation, follow, productionsOf } from './grammar/expected.ts'
import type { Rule } from './grammar/phrases.ts'

/**
 * The grammar, one clause at a time.
 *
 * A rulebook is a list of clauses, one a line; which clause belongs to which node follows from their order alone
 * (toAst/outline.ts). So each clause is parsed by itself: a mistake costs one message and one line, and the rest of
 * the file is understood as if it were not there (docs/decisions/0001-clause-at-a-time.md).
 *
 * The productions stand in grammar/, a file for each section of the language; each section extends the one before,
 * because chevrotain wants all rules of a parser in one object.
 */
class ClauseParser extends AmendmentGrammar {
  constructor() {
    super()
    this.performSelfAnalysis()
  }

  readonly clause: Rule = this.RULE('clause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.rulebookClause) },
      { ALT: () => this.SUBRULE(this.textClause) },
      { ALT: () => this.SUBRULE(this.acceptanceClause) },
      { ALT: () => this.SUBRULE(this.applicationClause) },
      { ALT: () => this.SUBRULE(this.factPeriodClause) },
      { ALT: () => this.SUBRULE(this.attributeClause) },
      { ALT: () => this.SUBRULE(this.scaleClause) },
      { ALT: () => this.SUBRULE(this.roundingClause) },
      { ALT: () => this.SUBRULE(this.missingClause) },
      { ALT: () => this.SUBRULE(this.notApplicableClause) },
      { ALT: () => this.SUBRULE(this.leadPolicyClause) },
      { ALT: () => this.SUBRULE(this.measureClause) },
      { ALT: () => this.SUBRULE(this.groupClause) },
      { ALT: () => this.SUBRULE(this.criterionClause) },
      { ALT: () => this.SUBRULE(this.deadlineClause) },
      { ALT: () => this.SUBRULE(this.measuredAtClause) },
      { ALT: () => this.SUBRULE(this.valueClause) },
      { ALT: () => this.SUBRULE(this.zeroClause) },
      { ALT: () => this.SUBRULE(this.targetClause) },
      { ALT: () => this.SUBRULE(this.exceptionClause) },
      { ALT: () => this.SUBRULE(this.exemptionClause) },
      { ALT: () => this.SUBRULE(this.proportionClause) },
      { ALT: () => this.SUBRULE(this.relativeClause) },
      { ALT: () => this.SUBRULE(this.perItemClause) },
      { ALT: () => this.SUBRULE(this.tierClause) },
      { ALT: () => this.SUBRULE(this.flagPartClause) },
      { ALT: () => this.SUBRULE(this.measurePartClause) },
      { ALT: () => this.SUBRULE(this.rankingClause) },
      { ALT: () => this.SUBRULE(this.knockOutClause) },
      { ALT: () => this.SUBRULE(this.classificationClause) },
      { ALT: () => this.SUBRULE(this.classClause) },
      { ALT: () => this.SUBRULE(this.reviewClause) },
      { ALT: () => this.SUBRULE(this.exampleClause) },
      { ALT: () => this.SUBRULE(this.amendmentClause) },
      { ALT: () => this.SUBRULE(this.replaceClause) },
      { ALT: () => this.SUBRULE(this.repealClause) },
      { ALT: () => this.SUBRULE(this.insertClause) },
    ])
  })
}

let shared: ClauseParser | undefined

// Built at first use and kept: the analysis of the grammar takes longer than parsing a rulebook.
function parser(): ClauseParser {
  shared ??= new ClauseParser()
  return shared
}

/** The tree of one clause, as far as it could be read, and what was wrong with it. */
export interface ParsedClause {
  readonly tree: CstNode
  readonly errors: readonly IRecognitionException[]
}

/** Parses the tokens of one clause (no separators among them, at least one token). */
export function parseClause(tokens: readonly IToken[]): ParsedClause {
  const current = parser()
  current.input = [...tokens]
  const tree = current.clause()
  return { tree, errors: current.errors }
}

let beginning: Beginning | undefined

/** How far a clause goes that begins with the tokens, and what may come next there. */
export function followClause(tokens: readonly IToken[]): Continuation {
  beginning ??= beginningOf('clause', productionsOf(parser().getSerializedGastProductions()))
  return follow(tokens, beginning)
}

/** Every production as chevrotain sees it, by name: what docs/grammar.ebnf is written from. */
export function grammarProductions(): Readonly<Record<string, Production>> {
  return parser().getGAstProductions()
}
