import { KEYWORDS, type Keyword } from '../keywords.ts'
import { CRITERION_HELP } from './help/criterion.ts'
import { OUTCOME_HELP } from './help/outcome.ts'
import { POINTS_HELP } from './help/points.ts'
import { RULEBOOK_HELP } from './help/rulebook.ts'

/** What a keyword does, in a sentence, and a clause that shows it. */
export interface KeywordHelp {
  readonly phrase: string
  readonly what: string
  readonly example: string
}

/** Every keyword has one (a test holds it to that). */
const HELP: Readonly<Partial<Record<Keyword, string>>> = {
  ...RULEBOOK_HELP,
  ...CRITERION_HELP,
  ...POINTS_HELP,
  ...OUTCOME_HELP,
}

/** The help for a keyword; `undefined` for words that are none. */
export function keywordHelp(name: string): KeywordHelp | undefined {
  const keyword = name as Keyword
  const [what, example = ''] = (Object.hasOwn(HELP, name) && HELP[keyword]?.split('. Ví dụ: ')) || []
  if (what === undefined) return undefined
  return { phrase: KEYWORDS[keyword], what: `${what}.`, example }
}
