/** Where a site is said to be reached: pictures of shared links are named in full. */
export const BASE = 'https://thidua.example'

export interface Crawled {
  /** What stands at each path that was linked to: a page, or nothing in particular for a file. */
  readonly pages: ReadonlyMap<string, string>
  /** Links that lead nowhere, or to no such place on a page. */
  readonly dead: readonly string[]
}

/** Follows every link from the front page; `read` gives the page at a path, empty for a file, `undefined` where there is nothing. */
export async function crawl(read: (path: string) => Promise<string | undefined>): Promise<Crawled> {
  const pages = new Map<string, string>()
  const dead: string[] = []
  const toVisit = [{ from: '', link: '/' }]
  const anchors: { readonly from: string; readonly link: string }[] = []
  for (let next = toVisit.pop(); next; next = toVisit.pop()) {
    const { from, link } = next
    const path = decodeURI(link.split('#')[0] ?? '')
    if (link.includes('#')) anchors.push(next)
    if (pages.has(path)) continue
    const html = await read(path)
    if (html === undefined) dead.push(`${from} → ${link}`)
    pages.set(path, html ?? '')
    toVisit.push(...linksIn(html ?? '').map((onward) => ({ from: path, link: onward })))
  }
  for (const { from, link } of anchors) {
    const [path = '', anchor = ''] = decodeURI(link).split('#')
    if (!pages.get(path)?.includes(`id="${anchor}"`)) dead.push(`${from} → ${link}: no such place`)
  }
  return { pages, dead }
}

/** The paths on the site that a page links to, with their fragments. */
function linksIn(html: string): readonly string[] {
  const links = [...html.matchAll(/\b(?:href|src|action|content)="([^"]*)"/g)].map(([, link = '']) =>
    link.replace(BASE, ''),
  )
  return links.flatMap((link) => (link.startsWith('/') && !link.startsWith('/assets/') ? [link] : []))
}
