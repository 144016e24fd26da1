import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { arrange, type Diagnostic } from '#diagnostic/diagnostic.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { check, parse } from '#language/index.ts'
import { ROOT } from '../support/files.ts'
import { framed } from './frame.ts'

/** A fenced block of a page of docs/. */
export interface Block {
  /** What stands after the three backticks: `thidua`, `thidua sai`, `text`. */
  readonly kind: string
  readonly text: string
  /** The line of its first backtick, from 1. */
  readonly line: number
  /** The heading it stands under, without its marks. */
  readonly heading: string
  /** What `<!-- khung: … -->` right above it says. */
  readonly frame: string | undefined
  /** What `<!-- ví dụ … -->` below it says: the points that the text speaks of. */
  readonly claims: readonly string[]
}

/** The text of a page of docs/. */
export function readPage(page: string): string {
  return readFileSync(join(ROOT, 'docs', page), 'utf8')
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): readonly Block[] {
  const blocks: (Block & { readonly claims: string[] })[] = []
  let heading = ''
  let frame: string | undefined
  let open: { readonly kind: string; readonly line: number; readonly lines: string[] } | undefined
  for (const [index, line] of readPage(page).split('\n').entries()) {
    const [fence, kind = ''] = /^```(.*)$/.exec(line) ?? []
    if (open && fence !== undefined) {
      blocks.push({
        kind: open.kind,
        text: open.lines.join('\n'),
        line: open.line,
        heading,
        frame,
        claims: [],
      })
      open = undefined
      frame = undefined
    } else if (open) open.lines.push(line)
    else if (fence !== undefined) open = { kind, line: index + 1, lines: [] }
    else {
      heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading
      const claim = /^<!-- (ví dụ .*) -->$/.exec(line)?.[1]
      if (claim !== undefined) blocks.findLast(({ kind }) => kind.startsWith('thidua'))?.claims.push(claim)
      frame = /^<!-- khung: (.*) -->$/.exec(line)?.[1] ?? (line === '' ? frame : undefined)
    }
  }
  return blocks
}

/** The name that messages in the pages show for the file. */
const FILE = 'bo-tieu-chi.thidua'

/** What `thidua check` finds in a snippet: a whole rulebook, or lines that are put into one. */
export function diagnosticsOf(snippet: Pick<Block, 'text' | 'frame'>): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const rulebook = parse({ name: FILE, text: wholeText(snippet) }, (one) => found.push(one))
  check(rulebook, (one) => found.push(one))
  // Lines on measures alone use none of them.
  return arrange(found).filter(({ code }) => code !== 'unused-measure' || isWhole(snippet))
}

/** The snippet as a rulebook, with the claims below it as examples. */
function wholeText({ text, frame, claims = [] }: Partial<Block> & Pick<Block, 'text' | 'frame'>): string {
  const lines = [text, ...claims].join('\n')
  return isWhole({ text }) ? lines : framed(lines, frame)
}

function isWhole({ text }: Pick<Block, 'text'>): boolean {
  return text.startsWith('bộ tiêu chí')
}

/** Snippets that show a message, each with the block that shows it. */
export function shownMessages(page: string): readonly { readonly snippet: Block; readonly shown: Block }[] {
  const blocks = blocksOf(page)
  return blocks.flatMap((snippet, index) => {
    if (!/ (?:sai|cảnh báo)$/.test(snippet.kind)) return []
    const shown = blocks[index + 1]
    if (shown?.kind !== 'text')
      throw new Error(`${page}:${snippet.line} shows no message: a block of text must follow`)
    return [{ snippet, shown }]
  })
}

/** With `UPDATE=1`, writes into the page what its snippets give today; the diff of the page is the review. */
export function updateMessages(page: string, actual: (snippet: Block) => string): void {
  if (process.env['UPDATE'] !== '1') return
  const lines = readPage(page).split('\n')
  for (const { snippet, shown } of shownMessages(page).toReversed()) {
    lines.splice(shown.line, shown.text.split('\n').length, actual(snippet))
  }
  writeFileSync(join(ROOT, 'docs', page), lines.join('\n'))
}

/** The messages of a snippet as a reader sees them. */
export function messagesOf(snippet: Block): string {
  return renderDiagnostics(diagnosticsOf(snippet))
}

/** The cells of the tables below a heading, row by row, without the heads of the tables. */
export function rowsBelow(page: string, heading: string): readonly (readonly string[])[] {
  const [, below = ''] = readPage(page).split(new RegExp(`^## ${heading}$`, 'm'))
  const [section = ''] = below.split(/^## /m)
  const rows = section.split('\n').map((line) => /^\| (.*) \|$/.exec(line)?.[1]?.split(' | '))
  return rows.flatMap((cells) => (cells?.[0]?.startsWith('`') ? [cells] : []))
}
