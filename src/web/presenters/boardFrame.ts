import { capital } from '#base/capital.ts'
import { openIn, type Program, type ScoreSheet } from '#engine/index.ts'
import { type Fact, ILLUSTRATIVE } from '#records/fact.ts'
import { caveatsOf, caveatsOfRules } from '#services/caveats.ts'
import { shortHash } from '#services/hash.ts'
import type { Board } from '#services/site/board.ts'
import type { Standings } from '#services/standings.ts'
import type { PageFrame } from '../site/renderer.ts'

/** What every page of a publication says besides: where its figures come from, and what they are not. */
export interface BoardFrame extends PageFrame, FiguresView {
  readonly caveats: string
  readonly seal: string
}

/** What is said beside the figures of a board. */
export interface FiguresView {
  readonly provenance: ProvenanceView
  /** That the committee has still to decide the points, or what follows from them; empty where it has. */
  readonly tentative: string
}

/** Whether the facts are made up, and what to say about where they come from. */
interface ProvenanceView {
  readonly illustrative: boolean
  readonly text: string
}

/** What the pages of a board have in common; some are about a few entrants, whose points may not be all there is to come. */
export function boardFrame(
  { hash, standings }: Board,
  about: readonly ScoreSheet[] = [],
): Pick<BoardFrame, 'caveats' | 'seal' | keyof FiguresView> {
  const provisional = about.some((sheet) => openIn(sheet).length > 0) ? ['tạm tính'] : []
  const caveats = [...caveatsOf(standings), ...provisional].join(', ')
  return { caveats, seal: shortHash(hash), ...presentFigures(standings) }
}

/** What is said beside the figures of a board, on whatever page they stand. */
export function presentFigures(standings: Standings): FiguresView {
  const { dossier, program } = standings
  const madeUp = caveatsOf(standings).includes(ILLUSTRATIVE)
  return {
    provenance: { illustrative: madeUp, text: madeUp ? MADE_UP : sourcesText(dossier.facts) },
    tentative: tentativeText(program),
  }
}

function tentativeText(program: Program): string {
  if (program.rulebook.scale?.tentative)
    return 'Điểm dự kiến: thang điểm và cách chấm còn chờ Ban tổ chức quyết định.'
  const caveats = caveatsOfRules(program).join(', ')
  return caveats === '' ? '' : `${capital(caveats)}: còn chờ Ban tổ chức quyết định.`
}

const MADE_UP = 'Dữ liệu minh họa: số liệu trên trang này được tạo ra để thử nghiệm, không phải kết quả thật.'

/** More sources than this are not worth reading at the top of a page; each fact names its own below. */
const MOST_SOURCES = 2

/** What the file says of where its facts come from, and nothing more: whether it is true is not ours to say. */
function sourcesText(facts: readonly Fact[]): string {
  const sources = new Set(facts.map(({ source }) => source).filter((source) => source !== ''))
  if (sources.size === 0) return 'Số liệu do xã báo cáo.'
  const named = [...sources].slice(0, MOST_SOURCES).join('; ')
  const others = sources.size > MOST_SOURCES ? '; và nguồn ghi ở từng tiêu chí' : ''
  return `Nguồn số liệu: ${named}${others}.`
}
