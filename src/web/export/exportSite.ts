import { failure, type Result } from '#diagnostic/diagnostic.ts'
import type { BoardPlace } from '#services/site/board.ts'
import { SITE_WORDS } from '#services/site/pathWords.ts'
import type { SiteFolder } from '#services/site/siteFolder.ts'
import { type Address, addressAt, pathOf } from '../address.ts'
import { contentAt } from '../pages/content.ts'
import { everyAddress } from '../pages/everyAddress.ts'
import { STANDS_AS } from '../pages/standsAs.ts'
import { NOT_FOUND } from '../presenters/errorPage.ts'
import { everyAsset } from '../site/assets.ts'
import { type Finished, finish } from '../site/finish.ts'
import type { PublicSite } from '../site/publicSite.ts'
import { createRenderer, type Renderer } from '../site/renderer.ts'
import { fileNames } from './fileOf.ts'
import { relativeLinks } from './relativeLinks.ts'

export interface ExportSettings {
  /** Where the files will be reached, where that is known; see SiteSettings. */
  readonly base: string | undefined
  /** Told when the pages of a publication are begun. */
  readonly onBoard: (place: BoardPlace) => void
}

/** What an export did. */
export interface Exported {
  readonly pages: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  /** Of all files, whether written or not. */
  readonly bytes: number
  /** Files of earlier exports that somebody has changed since and that no page stands at any more. */
  readonly left: readonly string[]
}

/**
 * Writes the whole site as files: the pages that a server shows, at the same addresses, with links from file to file. One page
 * is made at a time. Pages that lead into publications come after those they lead to, so that an export that was cut short can be walked.
 */
export async function exportSite(
  of: PublicSite,
  folder: SiteFolder,
  { base, onBoard }: ExportSettings,
): Promise<Result<Exported>> {
  const fileOf = fileNames()
  const fileAt = (path: string): string => {
    const address = addressAt(path, of.site)
    return fileOf(path, address ? STANDS_AS[address.kind] : standsAsUnaddressed(path))
  }
  const standsAt = (path: string): string => `/${fileAt(path)}`.replace(/\/(?:index\.html)?$/, '') || '/'
  const render = createRenderer({ base, queries: false, standsAt })
  const counts = { pages: 0, written: 0, unchanged: 0, bytes: 0 }
  for await (const { file, finished } of everyFile(of, { render, fileAt }, { base, onBoard })) {
    const isPage = finished.type.startsWith('text/html')
    const hasLinks = isPage || finished.type.startsWith('application/atom+xml')
    const body = hasLinks ? relativeLinks(`${finished.body}`, file, fileAt) : finished.body
    const put = await folder.put(file, body)
    if (!put.ok) return failure(put.diagnostics)
    if (isPage) counts.pages++
    counts[put.value]++
    counts.bytes += Buffer.byteLength(body)
  }
  const ended = await folder.finish()
  return ended.ok ? { ok: true, value: { ...counts, ...ended.value }, diagnostics: [] } : ended
}

/** What stands at no address: the files of the site's own looks, and nothing else. */
function standsAsUnaddressed(path: string): 'page' | 'file' {
  return path.startsWith(`/${SITE_WORDS.assets}/`) ? 'file' : 'page'
}

interface SiteFile {
  readonly file: string
  readonly finished: Finished
}

/** How pages become files. */
interface Making {
  readonly render: Renderer
  readonly fileAt: (path: string) => string
}

async function* everyFile(
  of: PublicSite,
  making: Making,
  { base, onBoard }: ExportSettings,
): AsyncGenerator<SiteFile> {
  for await (const { path, ...asset } of everyAsset()) yield { file: making.fileAt(path), finished: asset }
  const entrances: Address[] = []
  for await (const address of everyAddress(of)) {
    // Without the site's address no page names its picture.
    if (base === undefined && (address.kind === 'boardCard' || address.kind === 'entrantCard')) continue
    if (!('at' in address)) {
      entrances.push(address)
      continue
    }
    if (address.kind === 'board') onBoard(address.at)
    yield* fileAtAddress(of, address, making)
  }
  for (const address of entrances.toReversed()) yield* fileAtAddress(of, address, making)
  const page = await making.render.page(NOT_FOUND, '')
  yield { file: '404.html', finished: { type: 'text/html; charset=utf-8', body: rooted(page, base) } }
}

async function* fileAtAddress(
  of: PublicSite,
  address: Address,
  { render, fileAt }: Making,
): AsyncGenerator<SiteFile> {
  const path = pathOf(address)
  const content = await contentAt(of, address)
  // What moved is linked to where it is now.
  if (!content || content.kind === 'moved') return
  yield { file: fileAt(path), finished: await finish(content, path, render) }
}

/** A host shows this page at any address, so its links are whole wherever the site's own address is known. */
function rooted(html: string, base: string | undefined): string {
  return base === undefined ? html : html.replace(/(\s(?:href|src)=")(?=\/)/g, `$1${base}`)
}
