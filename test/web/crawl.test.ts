import { expect, test } from 'vitest'
import { addressAt, pathOf } from '#web/address.ts'
import { contentAt } from '#web/pages/content.ts'
import { everyAddress } from '#web/pages/everyAddress.ts'
import type { PublicSite } from '#web/site/publicSite.ts'
import { createRenderer } from '#web/site/renderer.ts'
import { BASE, crawl } from '../support/crawl.ts'
import { damagedFolder } from '../support/damagedFolder.ts'
import { siteInFolder } from '../support/publishing.ts'
import { smallSite } from '../support/site.ts'

const render = createRenderer({ base: BASE, queries: true })

test.each<[string, () => Promise<PublicSite>]>([
  ['a sound site', smallSite],
  ['a site with files that are damaged, or another’s', () => siteInFolder(damagedFolder().folder)],
])(
  '%s: every link leads to a page with what it points at, and every page that is named is linked to',
  async (_, site) => {
    const of = await site()
    const named = new Set<string>()
    for await (const address of everyAddress(of)) named.add(pathOf(address))
    const { pages, dead } = await crawl(async (path) => {
      const address = addressAt(path, of.site)
      const content = address && (await contentAt(of, address))
      if (content?.kind === 'page') return render.page(content.page, path)
      return content && ''
    })
    expect(dead).toEqual([])
    expect([...pages.keys()].toSorted()).toEqual([...named].toSorted())
  },
)
