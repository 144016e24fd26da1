import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createToken, EmbeddedActionsParser, Lexer } from 'chevrotain'
import { check, parse } from '#language/index.ts'
import { ROOT } from '../support/files.ts'

/**
 * How long reading and checking a rulebook takes, from 10 to 10.000 criteria, beside chevrotain's own reading of an equally
 * long JSON text in the same run: ratios, because milliseconds differ from machine to machine.
 */

/** Criteria of the kinds that a plan has, one after the other. */
const KINDS = [
  (code: string) => `tiêu chí ${code} "Tỷ lệ hồ sơ được số hóa" tối đa 1 điểm
  chủ trì "Trung tâm Phục vụ hành chính công"
  căn cứ "Kế hoạch số 28/KH-UBND ngày 24/01/2026"
  giá trị = a${code} / b
  khi b = 0: không áp dụng
  chỉ tiêu 90%
  chấm theo tỷ lệ đạt chỉ tiêu`,
  (code: string) => `tiêu chí ${code} "Tin bài về chuyển đổi số" tối đa 1 điểm
  chủ trì "Trung tâm Cung ứng dịch vụ công"
  giá trị = a${code}
  từ 24 trở lên: điểm tối đa
  từ 12 đến 23: 1/4 điểm tối đa
  dưới 12: 0 điểm`,
  (code: string) => `tiêu chí ${code} "Báo cáo đúng hạn" tối đa 1 điểm
  chủ trì "Văn phòng HĐND và UBND"
  giá trị = a${code}
  mỗi bài trừ 0,25 điểm`,
]

function rulebookOf(criteria: number): string {
  const codes = Array.from({ length: criteria }, (_, index) => `${index + 1}`)
  return [
    'bộ tiêu chí "Đo tốc độ" mã do phiên bản 2026.1',
    '  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026',
    `  thang điểm ${criteria}`,
    '  không áp dụng: quy đổi về thang điểm',
    'số liệu b "Tổng số hồ sơ": số nguyên bài, hằng tháng, cộng dồn',
    ...codes.map((code) => `số liệu a${code} "Số liệu ${code}": số nguyên bài, hằng tháng, cộng dồn`),
    ...codes.map((code, index) => KINDS[index % KINDS.length]?.(code) ?? ''),
  ].join('\n')
}

/** JSON of about that many characters, as a program would write a list of criteria. */
function jsonOf(length: number): string {
  const one = '{"code": "1", "title": "Tin bài về chuyển đổi số", "maximum": 5, "tiers": [24, 12, 0]}'
  return `[${Array.from({ length: Math.ceil(length / (one.length + 2)) }, () => one).join(', ')}]`
}

const LeftBrace = createToken({ name: 'LeftBrace', pattern: /\{/ })
const RightBrace = createToken({ name: 'RightBrace', pattern: /\}/ })
const LeftBracket = createToken({ name: 'LeftBracket', pattern: /\[/ })
const RightBracket = createToken({ name: 'RightBracket', pattern: /\]/ })
const Comma = createToken({ name: 'Comma', pattern: /,/ })
const Colon = createToken({ name: 'Colon', pattern: /:/ })
const Quoted = createToken({ name: 'Quoted', pattern: /"[^"\\]*"/ })
const Numeric = createToken({ name: 'Numeric', pattern: /-?\d+(?:\.\d+)?/ })
const Blank = createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED })
const TOKENS = [Blank, LeftBrace, RightBrace, LeftBracket, RightBracket, Comma, Colon, Quoted, Numeric]

class JsonParser extends EmbeddedActionsParser {
  constructor() {
    super(TOKENS)
    this.performSelfAnalysis()
  }

  readonly value = this.RULE('value', () => {
    this.OR([
      { ALT: () => this.CONSUME(Quoted) },
      { ALT: () => this.CONSUME(Numeric) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.record) },
    ])
  })

  readonly list = this.RULE('list', () => {
    this.CONSUME(LeftBracket)
    this.MANY_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.value) })
    this.CONSUME(RightBracket)
  })

  readonly record = this.RULE('record', () => {
    this.CONSUME(LeftBrace)
    this.MANY_SEP({
      SEP: Comma,
      DEF: () => {
        this.CONSUME(Quoted)
        this.CONSUME(Colon)
        this.SUBRULE(this.value)
      },
    })
    this.CONSUME(RightBrace)
  })
}

const jsonLexer = new Lexer(TOKENS, { ensureOptimizations: true, positionTracking: 'onlyOffset' })
const jsonParser = new JsonParser()

function readJson(text: string): void {
  jsonParser.input = jsonLexer.tokenize(text).tokens
  jsonParser.value()
  if (jsonParser.errors.length > 0) throw new Error('the JSON is sound')
}

/** The median of several runs, in milliseconds, after a first one that warms up. */
function time(run: () => void, runs: number): number {
  run()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).toSorted((left, right) => left - right)
  return times[Math.floor(times.length / 2)] ?? 0
}

function measure(name: string, text: string): number {
  const runs = text.length > 500_000 ? 3 : 9
  let messages = 0
  const reading = time(() => void parse({ name, text }, () => {}), runs)
  const both = time(() => {
    messages = 0
    const rulebook = parse({ name, text }, () => messages++)
    check(rulebook, () => messages++)
  }, runs)
  const json = time(() => readJson(jsonOf(text.length)), runs)
  const kilobytes = `${Math.round(text.length / 1000)}`.padStart(6)
  print(
    `${name.padEnd(26)} ${kilobytes} kB  read ${ms(reading)}  read + check ${ms(both)}  JSON ${ms(json)}  ratio ${(both / json).toFixed(1).padStart(5)}  messages ${messages}`,
  )
  return both
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

const ms = (value: number): string => `${value.toFixed(1).padStart(7)} ms`

print('Reading and checking a rulebook, beside chevrotain reading JSON of the same length\n')
measure('xã An Nông 2026', readFileSync(join(ROOT, 'rules/an-nong/2026.thidua'), 'utf8'))
const times = [10, 100, 1000, 10_000].map((criteria) => {
  const text = rulebookOf(criteria)
  return { criteria, milliseconds: measure(`${criteria} criteria`, text) }
})
print('\nGrowth: time for ten times as many criteria')
for (const [index, { criteria, milliseconds }] of times.entries()) {
  const before = times[index - 1]
  if (before) print(`${before.criteria} → ${criteria}: ×${(milliseconds / before.milliseconds).toFixed(1)}`)
}
