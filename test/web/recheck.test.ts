import { createContext, runInContext } from 'node:vm'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { publicationText, readPublication } from '#records/publication.ts'
import { hashOf, hashRulebook } from '#services/hash.ts'
import { recompute, resultsText } from '#services/records/recompute.ts'
import { recheckBundle } from '#web/bundles/bundles.ts'
import { hashOf as hashInBrowser } from '#web/bundles/hashOf.ts'
import { publicationScript } from '#web/recheck/publicationScript.ts'
import { type Recheck, recheck } from '#web/recheck/recheck.ts'
import { boardOf, ownPart, siteOf } from '../support/site.ts'

let text: string
let hash: string
let total: string
beforeAll(async () => {
  const board = await boardOf(await siteOf(ownPart('an-nong')), 'an-nong', '2026')
  text = publicationText(board.publication)
  hash = board.hash
  total = /"entrant":"thon-3".*?"text":"([^"]*)"/.exec(board.publication.results.text)?.[1] ?? ''
})

const parsed = () => {
  const publication = readPublication(text)
  if (!publication) throw new Error('it was published')
  return publication
}
const said = (found: Recheck): readonly string[] =>
  found.findings.map(({ holds, title, text: why }) => `${holds ? '✔' : '✘'} ${title}: ${why}`)

test('what was published holds', () => {
  const found = recheck(text, { hash, entrant: 'thon-3' })
  expect(found.sound).toBe(true)
  expect(said(found)).toEqual([
    expect.stringMatching(/^✔ Bản công bố: Đúng từng chữ với bản mang mã [0-9a-f]{12}\.$/),
    expect.stringMatching(/^✔ Bộ tiêu chí: Đúng với mã [0-9a-f]{12}\.$/),
    expect.stringMatching(/^✔ Số liệu: Đúng với mã [0-9a-f]{12}\.$/),
    expect.stringMatching(
      /^✔ Kết quả: Tính lại \d+ đối tượng, ra đúng từng chữ kết quả đã công bố, mã [0-9a-f]{12}\.$/,
    ),
    expect.stringMatching(
      new RegExp(`^✔ Thôn 3: Tính lại được ${total} điểm, hạng 4, loại .*, như đã công bố\\.$`),
    ),
  ])
})

describe('what is falsified is found, and what of it', () => {
  /** A publication in which somebody changed something; the hashes inside made to fit where they were clever. */
  const falsify = (what: 'rules' | 'facts' | 'results', clever: boolean): string => {
    const { rulebook, dossier, results, ...rest } = parsed()
    const rules = what === 'rules' ? rulebook.text.replace('tối đa 8 điểm', 'tối đa 9 điểm') : rulebook.text
    const facts = what === 'facts' ? dossier.facts.replace(/^thon-3,.*\n/gm, '') : dossier.facts
    const shown =
      what === 'results' ? results.text.replace(`"text":"${total}"`, '"text":"99,99"') : results.text
    return publicationText({
      ...rest,
      rulebook: {
        ...rulebook,
        text: rules,
        hash: clever ? hashRulebook({ name: '', text: rules }) : rulebook.hash,
      },
      dossier: { ...dossier, facts, hash: clever ? hashOf(dossier.entrants + facts) : dossier.hash },
      results: { text: shown, hash: clever ? hashOf(shown) : results.hash },
    })
  }

  test.each([
    ['results', false, ['Bản công bố', 'Kết quả', 'Thôn 3']],
    ['results', true, ['Bản công bố', 'Kết quả', 'Thôn 3']],
    ['facts', false, ['Bản công bố', 'Số liệu', 'Kết quả', 'Thôn 3']],
    ['facts', true, ['Bản công bố', 'Kết quả', 'Thôn 3']],
    ['rules', false, ['Bản công bố', 'Bộ tiêu chí', 'Kết quả', 'Thôn 3']],
  ] as const)('%s, clever: %s', (what, clever, titles) => {
    const found = recheck(falsify(what, clever), { hash, entrant: 'thon-3' })
    expect(found.sound).toBe(false)
    expect(found.findings.filter(({ holds }) => !holds).map(({ title }) => title)).toEqual(titles)
  })

  test('a changed total is told with both', () => {
    const lines = said(recheck(falsify('results', true), { hash, entrant: 'thon-3' }))
    expect(lines[3]).toContain(
      `✘ Kết quả: Tính lại ra khác ở 1 nơi: Thôn 3 công bố 99,99 điểm, hạng 4, loại Xuất sắc, tính lại được ${total} điểm, hạng 4`,
    )
    expect(lines[4]).toContain(
      `Tính lại được ${total} điểm, hạng 4, loại Xuất sắc; công bố 99,99 điểm, hạng 4`,
    )
  })

  test('a publication made anew in every part is another than the page says', () => {
    const publication = parsed()
    const facts = publication.dossier.facts.replace(/^thon-3,.*\n/gm, '')
    const changed = { ...publication, dossier: { ...publication.dossier, facts } }
    const again = recompute(changed)
    if (!again) throw new Error('one fact fewer can be computed')
    const shown = resultsText(again)
    const anew = publicationText({
      ...changed,
      dossier: { ...changed.dossier, hash: hashOf(changed.dossier.entrants + facts) },
      results: { text: shown, hash: hashOf(shown) },
    })
    const found = recheck(anew, { hash, entrant: 'thon-3' })
    expect(found.findings.map(({ holds }) => holds)).toEqual([false, true, true, true, true])
    expect(said(found)[0]).toContain('tệp đã bị sửa, hoặc là của bản khác')
  })

  test.each(['', 'null', '{}', '[1', '<html>'])('%j is no publication', (nothing) => {
    const found = recheck(nothing, { hash, entrant: 'thon-3' })
    expect(found.findings.map(({ holds }) => holds)).toEqual([false, false])
  })

  test('results that are none, rules that are none, an entrant that is none', () => {
    const publication = parsed()
    const none = { ...publication, results: { ...publication.results, text: '[' } }
    expect(recheck(publicationText(none), { hash, entrant: 'thon-3' }).sound).toBe(false)
    const rules = { ...publication, rulebook: { ...publication.rulebook, text: 'không phải bộ tiêu chí' } }
    expect(said(recheck(publicationText(rules), { hash, entrant: 'thon-3' }))[3]).toContain(
      'Không tính lại được',
    )
    expect(recheck(text, { hash, entrant: '__proto__' }).sound).toBe(false)
  })
})

test('hashes in a browser are those of node', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      expect(hashInBrowser(any)).toBe(hashOf(any))
    }),
  )
})

test('a publication as a script is its text, whatever is in it, and never ends the script', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '</script>', '<!--', '\u2028', '\u2029', '`${'),
      (any, evil) => {
        const script = publicationScript(any + evil + any)
        expect(script).not.toMatch(/[<\u2028\u2029]/)
        const scope: { thiduaCongBo?: string } = {}
        new Function('self', script)(scope)
        expect(scope.thiduaCongBo).toBe(any + evil + any)
      },
    ),
  )
})

describe('the engine as one script', () => {
  test('runs with nothing but what a browser has, and finds the same', async () => {
    const { body } = await recheckBundle()
    const self: { thiduaTinhLai?: (claim: object) => Recheck } = {}
    const context = createContext({ self, TextEncoder, TextDecoder, URL })
    runInContext(publicationScript(text), context)
    runInContext(Buffer.from(body).toString(), context)
    expect(JSON.parse(JSON.stringify(self.thiduaTinhLai?.({ hash, entrant: 'thon-3' })))).toEqual(
      recheck(text, { hash, entrant: 'thon-3' }),
    )
  })

  test('is made the same each time, of our own sources and libraries, for old phones light enough', async () => {
    const one = await recheckBundle()
    vi.resetModules()
    const again = await (await import('#web/bundles/bundles.ts')).recheckBundle()
    expect(again).toEqual(one)
    expect(again).not.toBe(one)
    expect(one.path).toMatch(/^\/assets\/tinh-lai-[0-9a-f]{12}\.js$/)
    const script = Buffer.from(one.body)
    const needed = /"node:|\brequire\(|process\.env|\/work\/|\/home\//.exec(script.toString())
    expect(needed?.[0]).toBeUndefined()
    const sizes = [script.length, gzipSync(script).length, brotliCompressSync(script).length]
    process.stdout.write(`engine in the browser: ${sizes.join(', ')} bytes plain, gzip, brotli\n`)
    expect(sizes[2]).toBeLessThan(160_000)
  })
})
