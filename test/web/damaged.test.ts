import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLiveSite } from '#services/site/liveSite.ts'
import { publicationsInFolder } from '#store/publications.ts'
import { startServer } from '#web/server.ts'
import { crawl } from '../support/crawl.ts'
import { type DamagedFolder, damagedFolder } from '../support/damagedFolder.ts'
import { deadLinks, exportInto, filesIn } from '../support/exportedSite.ts'
import { siteInFolder, textOf } from '../support/publishing.ts'
import { LOCAL_SETTINGS } from '../support/site.ts'

/** Every page of the folder by its path, as the one or the other hands it out; and what is dead among its links. */
type Walked = Awaited<ReturnType<typeof crawl>>

async function served({ folder }: DamagedFolder): Promise<Walked> {
  const server = await startServer(await openLiveSite(publicationsInFolder(folder)), [], LOCAL_SETTINGS)
  if (server.kind === 'cannotListen') throw new Error('a free port was asked for')
  try {
    return await crawl(async (path) => {
      const answer = await fetch(`${server.url}${encodeURI(path)}`)
      const text = await answer.text()
      if (!answer.ok) return undefined
      return answer.headers.get('content-type')?.startsWith('text/html') ? text : ''
    })
  } finally {
    await server.stop()
  }
}

async function written({ folder }: DamagedFolder): Promise<Walked> {
  const exported = await exportInto(await siteInFolder(folder))
  const pages = filesIn(exported.folder).filter((file) => /(^|\/)index\.html$/.test(file))
  const paths = pages.map((file) => [
    `/${file.replace(/\/?index\.html$/, '')}`,
    readFileSync(join(exported.folder, file), 'utf8'),
  ])
  return { pages: new Map(paths as [string, string][]), dead: deadLinks(exported.folder) }
}

const damaged = damagedFolder()

describe.each([
  ['served', served(damaged)],
  ['as files', written(damaged)],
])('a folder with damaged publications, %s', (_, walking) => {
  const textAt = async (path: string): Promise<string> => textOf((await walking).pages.get(path) ?? '')

  test('has no dead link', async () => expect((await walking).dead).toEqual([]))

  test.each([
    ['/xa/2026/thang-11', 'Chưa trình bày được kết quả tháng 11/2026', 'chưa chép xong, hoặc đã hỏng'],
    ['/xb/2026/thang-8', 'Chưa trình bày được kết quả tháng 8/2026', 'xa/2026/2026-08'],
    ['/xb/2026/thang-9', 'Chưa trình bày được kết quả tháng 9/2026', 'chưa chép xong, hoặc đã hỏng'],
  ])('says of %s that it is not shown, and why', async (path, heading, why) => {
    const text = await textAt(path)
    expect(text).toContain(heading)
    expect(text).toContain(why)
    expect(text).not.toMatch(/Mất điểm|còn nguyên/)
  })

  test.each(['/', '/xa', '/xa/2026'])(
    '%s says that the newest is not shown, and shows the one before',
    async (path) => {
      const text = await textAt(path)
      expect(text).toContain('tháng 11/2026')
      expect(text).toMatch(/Kết quả\s+tháng 10\/2026/)
      expect(text).toContain('Dẫn đầu 3 thôn')
    },
  )

  test.each(['/', '/xb', '/xb/2026'])('%s has those of whom nothing can be shown', async (path) => {
    expect(await textAt(path)).toMatch(/xb/)
  })

  test('shows everything else: what was published, with what came late and what was corrected', async () => {
    expect(await textAt('/xa/2026/thang-9-ban-1')).toContain('Bản này đã được đính chính')
    expect(await textAt('/xa/2026/thang-9')).toContain('vì: sót số liệu của Thôn Hai')
    const two = await textAt('/xa/2026/thang-10/v2')
    // September as it was corrected: the late fact is no change any more.
    expect(two).toContain('So với tháng 9/2026\nKhông có gì thay đổi.')
    expect(two).toMatch(/tháng 8\/2026\n2\n2/)
    const pages = [...(await walking).pages.keys()]
    for (const board of ['thang-8', 'thang-9', 'thang-9-ban-1', 'thang-10'])
      for (const page of ['', '/v1', '/v2', '/v3', '/tim', '/tieu-chi/1', '/bo-tieu-chi'])
        expect(pages).toContain(`/xa/2026/${board}${page}`)
    expect(pages.filter((path) => path.startsWith('/xa/2026/thang-11'))).toEqual(
      expect.arrayContaining(['/xa/2026/thang-11']),
    )
  })
})

test('a file that is whole at last is shown at the next look', async () => {
  const { folder, mend } = damagedFolder()
  const live = await openLiveSite(publicationsInFolder(folder))
  const server = await startServer(live, [], LOCAL_SETTINGS)
  if (server.kind === 'cannotListen') throw new Error('a free port was asked for')
  const textAt = async (path: string): Promise<string> =>
    textOf(await (await fetch(`${server.url}${path}`)).text())
  try {
    expect(await textAt('/xa/2026/thang-11')).toContain('Chưa trình bày được')
    expect(await textAt('/')).not.toMatch(/Kết quả\s+tháng 11\/2026/)
    mend()
    await server.refresh()
    expect(await textAt('/xa/2026/thang-11/v1')).toContain('So với tháng 10/2026')
    expect(await textAt('/')).toMatch(/Kết quả\s+tháng 11\/2026/)
  } finally {
    await server.stop()
  }
})
