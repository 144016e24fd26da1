import { describe, expect, test } from 'vitest'
import { keywordHelp } from '#language/editor/keywordHelp.ts'
import { KEYWORDS } from '#language/keywords.ts'
import { scan } from '#language/lexer.ts'
import { parseClause } from '#language/parser.ts'

describe('help on keywords', () => {
  test.each(Object.entries(KEYWORDS))('%s (%s)', (name, phrase) => {
    const help = keywordHelp(name)
    expect(help?.phrase).toBe(phrase)
    expect(help?.what).toMatch(/^\p{Lu}.{8,}[^.]\.$/u)
    const [tokens = [], ...others] = scan(help?.example ?? '') ?? []
    expect(others).toEqual([])
    expect(parseClause(tokens).errors).toEqual([])
    expect(tokens.map(({ tokenType }) => tokenType.name)).toContain(name)
  })

  test('a word that is no keyword has none', () => {
    expect(keywordHelp('Name')).toBeUndefined()
    expect(keywordHelp('toString')).toBeUndefined()
  })
})
