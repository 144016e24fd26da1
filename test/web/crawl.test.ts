import { expect, test } from 'vitest'
import { addressAt, pathOf } from '#web/address.ts'
import { contentAt } from '#web/pages/content.ts'
import { everyAddress } from '#web/pages/everyAddress.ts'
import { createRenderer } from '#web/site/renderer.ts'
import { smallSite } from '../support/site.ts'

/** Where the site is said to be reached: pictures of shared links are named in full. */
const BASE = 'https://thidua.example'

const render = createRenderer({ base: BASE, queries: false })

/** The paths on the site that a page links to, without their fragments. */
function linksIn(html: string): readonly string[] {
  const links = [...html.matchAll(/\b(?:href|src|action|content)="([^"]*)"/g)].map(([, link = '']) =>
    link.replace(BASE, ''),
  )
  return links.flatMap((link) => (link.startsWith('/') && !link.startsWith('/assets/') ? [link] : []))
}

test('every link leads to a page with what it points at, and every page that is named is linked to', async () => {
  const of = await smallSite()
  const named = new Set<string>()
  for await (const address of everyAddress(of)) named.add(pathOf(address))
  const pages = new Map<string, string>()
  const dead: string[] = []
  const toVisit = [{ from: '', link: '/' }]
  const anchors: { readonly from: string; readonly link: string }[] = []
  for (let next = toVisit.pop(); next; next = toVisit.pop()) {
    const { from, link } = next
    const path = decodeURI(link.split('#')[0] ?? '')
    if (link.includes('#')) anchors.push(next)
    if (pages.has(path)) continue
    const address = addressAt(path, of.site)
    const content = address && (await contentAt(of, address))
    if (!content) dead.push(`${from} → ${link}`)
    const html = content?.kind === 'page' ? await render.page(content.page, path) : ''
    pages.set(path, html)
    toVisit.push(...linksIn(html).map((onward) => ({ from: path, link: onward })))
  }
  expect(dead).toEqual([])
  expect([...pages.keys()].toSorted()).toEqual([...named].toSorted())
  for (const { from, link } of anchors) {
    const [path = '', anchor = ''] = decodeURI(link).split('#')
    expect(pages.get(path), `${from} → ${link}`).toContain(`id="${anchor}"`)
  }
})
