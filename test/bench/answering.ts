/**
 * How long a reader waits for an answer while typing, in a real browser, from the question to the page laid out anew: Vĩnh Lộc in October, 49
 * entrants by 36 criteria. The first answer of each loads the engine or what it asks of; the others are the median of so many. Then the same
 * with a processor that is let work a sixth of the time, in place of an old phone: in the page itself, for a worker is not slowed.
 */
import { startBrowser } from '../support/browser.ts'
import { ownPart, startSite } from '../support/site.ts'

const TIMES = 15
const BOARD = '/vinh-loc/2026/thang-10'

/** Asked on the page, a string because the browser's types are not the program's. */
function timed(queries: readonly string[], ask: string): string {
  return `(async () => {
    const place = document.createElement('div')
    const times = []
    for (const query of ${JSON.stringify(queries)}) {
      const begun = performance.now()
      await self.thiduaHoi.show(place, ${ask})
      times.push(performance.now() - begun)
    }
    return times
  })()`
}

const OF_ENTRANT = (part: string): string =>
  `{ part: '${part}', entrant: 'thon-12', query, path: decodeURI(location.pathname), rules: document.getElementById('gia-dinh').dataset.rules, served: true }`
const OF_RULES = `{ part: 'rewritten', query, rules: document.getElementById('sua').dataset.rules }`

const counted = (queryOf: (count: number) => string): readonly string[] =>
  Array.from({ length: TIMES + 1 }, (_, count) => queryOf(count))

const ASKED = [
  [
    'what-if',
    'thon-12/mo-phong',
    counted((count) => `s.hộ_cáp_quang=${124 + count}`),
    OF_ENTRANT('supposed'),
  ],
  [
    'plan',
    'thon-12/mo-phong',
    counted((count) => `dich=${['loại Tốt', 'hạng 30', 'hạng 20'][count % 3]}`),
    OF_ENTRANT('plan'),
  ],
  [
    'rulebook',
    'sua-thu',
    counted((count) => `sua.24=${encodeURIComponent(criterion(81 + count))}`),
    OF_RULES,
  ],
] as const

function criterion(target: number): string {
  return `tiêu chí 24 "Cáp quang" tối đa 4 điểm\nđo tại thôn\ngiá trị = hộ_cáp_quang / hộ\nchỉ tiêu ${target}%\nchấm theo tỷ lệ đạt chỉ tiêu`
}

const SLOWED = 6

const site = await startSite(ownPart('vinh-loc'))
const browser = await startBrowser()
try {
  for (const rate of [1, SLOWED]) {
    const page = await browser.newPage()
    if (rate > 1) {
      await page.addInitScript('delete self.Worker')
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate })
      process.stdout.write(`a processor ${rate} times slower, in the page itself\n`)
    }
    let base: number | undefined
    for (const [name, path, queries, ask] of ASKED) {
      await page.goto(`${site.url}${BOARD}/${path}`)
      const [first = 0, ...others] = (await page.evaluate(timed(queries, ask))) as number[]
      const median = others.toSorted((left, right) => left - right)[Math.floor(others.length / 2)] ?? 0
      base ??= median
      process.stdout.write(
        `${name.padEnd(10)} first ${first.toFixed(0).padStart(5)} ms   then ${median.toFixed(0).padStart(4)} ms   what-if ×${(median / base).toFixed(1)}\n`,
      )
    }
    await page.close()
  }
} finally {
  await browser.close()
  await site.stop()
}
process.exit(0)
