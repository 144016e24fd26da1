import { join } from 'node:path'
import { expect, test } from 'vitest'
import { grammarProductions } from '#language/parser.ts'
import { DateText, MixedCode, MonthText, Name, NumberText, Text } from '#language/tokens.ts'
import { expectFile, ROOT } from '../support/files.ts'
import { lexicalText, productionText } from './ebnf.ts'

const HEAD = `(* The grammar of the rulebook language, written from the parser: UPDATE=1 writes it anew.

   A rulebook is a list of clauses, one a line or parted by ';'. Blanks, and all from '#' to the end of the line, mean
   nothing. What is in quotes is typed as it stands, in capitals or not; 'hằng' may be 'hàng', 'tỷ' may be 'tỉ'. Names in
   capitals are words of the kinds at the end. '[ ]' may be left out, '{ }' come any number of times, '{ }+' at least
   once. Which node a clause is about follows from the order of the clauses, and is no matter of this grammar: see
   language.md. *)

rulebook = { [ clause ] ( ';' | end of line ) } ;
`

test('docs/grammar.ebnf is the grammar of the parser', () => {
  const productions = grammarProductions()
  const { clause, ...others } = productions
  if (!clause) throw new Error('there is no production for a clause')
  const grammar = [clause, ...Object.values(others)].map(productionText).join('\n\n')
  const words = lexicalText([Text, DateText, MonthText, MixedCode, NumberText, Name])
  expect(Object.keys(others).length).toBeGreaterThan(50)
  expectFile(join(ROOT, 'docs', 'grammar.ebnf'), `${HEAD}\n${grammar}\n\n(* Words *)\n\n${words}\n`)
})
