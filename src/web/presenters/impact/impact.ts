import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { sizeText } from '#base/sizeText.ts'
import { changeText, compareRulebooks, type Program } from '#engine/index.ts'
import { type Passage, passagesOf } from '#language/index.ts'
import { shortHash } from '#services/hash.ts'
import type { Board } from '#services/site/board.ts'
import { pathOf } from '../../address.ts'
import { type BoardFrame, boardFrame } from '../boardFrame.ts'
import { type Crumbs, communeName, crumbsInBoard } from '../crumbs.ts'
import { answerRewriting, passageName, type RewrittenView } from './answer.ts'
import {
  type CarriedView,
  carriedAlong,
  fieldName,
  type Rewriting,
  rewritingOf,
  rewritingQuery,
} from './rewriting.ts'

/** Where a committee writes parts of its rulebook anew and sees who would gain and who would lose. */
export interface ImpactPageView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly url: string
  readonly boardUrl: string
  readonly textUrl: string
  readonly result: string
  readonly passages: readonly PassageView[]
  /** What has changed in the rulebook since the address was made; empty where nothing has, or it is not known. */
  readonly outdated: readonly string[]
  readonly rewritten: RewrittenView
  readonly live: LiveView
}

interface PassageView {
  readonly field: string
  readonly heading: string
  readonly text: string
  /** As the rulebook has it; empty where nobody wrote it anew. */
  readonly original: string
  readonly rows: string
  /** What was written anew of others, to be asked together with this one. */
  readonly others: readonly CarriedView[]
  /** The address without what was written anew here. */
  readonly undoUrl: string
}

/** What the reader's own machine loads to answer as its reader types. */
interface LiveView {
  readonly rules: string
  readonly engine: string
  readonly publication: string
  readonly size: string
}

/** What the page is made with besides the publication. */
export interface ImpactRequest {
  /** What its address asks (`sua.5.10=…`). */
  readonly query: string
  /** The rules that the draft of the address was made on, where they are others and known. */
  readonly earlierRules: Program | undefined
  readonly engine: { readonly path: string; readonly bytes: number }
  readonly publicationBytes: number
}

/** The page, with the answer to what its address asks. */
export function presentImpactPage(
  board: Board,
  { query, earlierRules, engine, publicationBytes }: ImpactRequest,
): ImpactPageView {
  const { standings } = board
  const passages = passagesOf(standings.program.written.source)
  const rules = shortHash(standings.hash)
  const rewriting = rewritingOf(query, passages)
  const url = pathOf({ kind: 'impact', at: board, query: '' })
  const period = formatPeriod(board.ref.period)
  return {
    ...boardFrame(board),
    pageTitle: `Sửa thử bộ tiêu chí, ${period}`,
    description: `Sửa thử bộ tiêu chí trên số liệu ${period}: ai được, ai mất, hạng và loại đổi ra sao.`,
    crumbs: crumbsInBoard(board),
    url,
    boardUrl: pathOf({ kind: 'board', at: board }),
    textUrl: pathOf({ kind: 'rulebookText', at: board }),
    result: `${communeName(board)}, số liệu đến ngày ${formatDate(standings.asOf)}`,
    passages: passages.all.map((passage) => presentPassage(passage, rewriting, rules)),
    outdated: earlierRules ? compareRulebooks(earlierRules, standings.program).changes.map(changeText) : [],
    rewritten: answerRewriting(rewriting, { standings, passages, rules }),
    live: {
      rules,
      engine: engine.path,
      publication: pathOf({ kind: 'publicationScript', at: board }),
      size: sizeText(engine.bytes + publicationBytes),
    },
  }
}

/** Other rules than the board's that an address speaks of, by the beginning of their hash; empty where there are none. */
export function otherRulesOf(query: string, { standings }: Board): string {
  const rules = new URLSearchParams(query).get('bo') ?? ''
  return rules === shortHash(standings.hash) ? '' : rules
}

function presentPassage(passage: Passage, { edits, past }: Rewriting, rules: string): PassageView {
  const others = [...edits].filter(([other]) => other !== passage)
  const text = edits.get(passage) ?? passage.text
  const heading = passageName(passage)
  return {
    field: fieldName(passage),
    heading: passage.title === '' ? heading : `${heading}. ${passage.title}`,
    text,
    original: edits.has(passage) ? passage.text : '',
    rows: String(text.split('\n').length + 2),
    others: [
      ...others.map(([other, written]) => ({ field: fieldName(other), text: written })),
      ...carriedAlong({ past }, rules),
    ],
    undoUrl: rewritingQuery(new Map(others), { rules, past }),
  }
}
