/**
 * What a reader's phone loads to compute a publication again, and how long that takes: the script as browsers get it, run apart
 * from the program's own modules. Once for a commune as it is, once for one of 4.000 villages.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { PlainDate } from '#base/plainDate.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { hashOf } from '#services/hash.ts'
import { publishSamples } from '#services/site/sampleSite.ts'
import { recheckBundle } from '#web/bundles/bundles.ts'
import { publicationScript } from '#web/recheck/publicationScript.ts'
import type { Recheck } from '#web/recheck/recheck.ts'

const ROOT = join(import.meta.dirname, '../..')
const VILLAGES = 4_000

/** An Nông's rules and January, its villages as often as it takes. */
function enlarged(): { readonly rules: string; readonly data: string } {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-bench-'))
  const [rules, data] = [join(folder, 'rules'), join(folder, 'data')]
  for (const each of [rules, data]) mkdirSync(join(each, 'an-nong'), { recursive: true })
  cpSync(join(ROOT, 'rules/an-nong/2026.thidua'), join(rules, 'an-nong/2026.thidua'))
  for (const file of ['entrants.csv', 'facts.csv']) {
    const all = readFileSync(join(ROOT, 'data/an-nong', file), 'utf8')
      .trimEnd()
      .split('\n')
    const lines = all.filter((line) => !/,2026-(?!01,)\d\d,/.test(line))
    const villages = lines.filter((line) => line.startsWith('thon-'))
    const kept = lines.filter((line) => !line.startsWith('thon-'))
    const count = new Set(villages.map((line) => line.split(',')[0])).size
    const copies = Array.from({ length: Math.ceil(VILLAGES / count) }, (_, copy) =>
      villages.map((line) =>
        line.replace(/^thon-(\d+)/, `thon-$1-${copy}`).replace(/,,dữ liệu minh họa$/, ',,'),
      ),
    )
    writeFileSync(join(data, 'an-nong', file), `${[...kept, ...copies.flat()].join('\n')}\n`)
  }
  return { rules, data }
}

async function newestText(
  folders: { readonly rules: string; readonly data: string },
  today: PlainDate,
): Promise<string> {
  const published = await publishSamples(folders, today)
  if (!published.ok) throw new Error(renderDiagnostics(published.diagnostics))
  const ref = (await published.value.list()).findLast(
    ({ commune, edition }) => commune === 'an-nong' && edition === '2026',
  )
  const read = ref && (await published.value.read(ref))
  if (read?.kind !== 'text') throw new Error('nothing was published')
  return read.text
}

function sizes(name: string, script: string | Uint8Array): void {
  const bytes = Buffer.from(script)
  const all = [bytes.length, gzipSync(bytes).length, brotliCompressSync(bytes).length]
  const [plain, gzip, brotli] = all.map((size) => `${Math.ceil(size / 1000)} kB`)
  process.stdout.write(`${name.padEnd(34)} ${plain} plain, ${gzip} gzip, ${brotli} brotli\n`)
}

const { body } = await recheckBundle()
sizes('engine', body)
for (const [name, text] of [
  [
    'An Nông, October',
    await newestText(
      { rules: join(ROOT, 'rules'), data: join(ROOT, 'data') },
      { year: 2026, month: 11, day: 22 },
    ),
  ],
  [
    `An Nông with ${VILLAGES} villages, January`,
    await newestText(enlarged(), { year: 2026, month: 2, day: 10 }),
  ],
] as const) {
  sizes(name, publicationScript(text))
  const self: { thiduaTinhLai?: (claim: object) => Recheck } = {}
  const context = createContext({ self, TextEncoder, TextDecoder, URL })
  const [, entrant = ''] = /\\"entrant\\":\\"(thon-[^\\]*)/.exec(text) ?? []
  const begun = performance.now()
  runInContext(publicationScript(text), context)
  runInContext(Buffer.from(body).toString(), context)
  const loaded = performance.now()
  const found = self.thiduaTinhLai?.({ hash: hashOf(text), entrant })
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2)
  process.stdout.write(
    `  read ${seconds(begun, loaded)} s, computed again ${seconds(loaded, performance.now())} s\n`,
  )
  for (const { title, holds } of found?.findings ?? [])
    process.stdout.write(`  ${holds ? 'holds' : 'fails'}: ${title}\n`)
}
