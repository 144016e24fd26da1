import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic, Edit } from '#diagnostic/diagnostic.ts'
import { diagnosticToJson } from '#diagnostic/json.ts'
import { analyse, applyEdits } from '#language/index.ts'
import { WHOLE } from '../../support/editor.ts'
import { ROOT } from '../../support/files.ts'

const diagnosticsOf = (text: string): readonly Diagnostic[] =>
  analyse({ name: 'thử.thidua', text }).diagnostics

/** What the reading of a line reports. */
const SYNTAX = new Set([
  'unknown-character',
  'unclosed-text',
  'unclear-clause',
  'missing-tone-marks',
  'ambiguous-number',
  'malformed-number',
])

const placeOf = ({ labels }: Diagnostic): number => labels[0]?.span.start ?? -1

/** Where a place is after the edits that were made before it. */
function moved(place: number, edits: readonly Edit[]): number {
  const before = edits.filter(({ span }) => span.start < place)
  return before.reduce((at, { span, text }) => at + text.length - (span.end - span.start), place)
}

/** Carries out every repair that is offered and holds it to its promise; says how many there were. */
function carryOut(text: string): number {
  const found = diagnosticsOf(text)
  const unread = found.filter(({ code }) => SYNTAX.has(code)).length
  const offered = found.flatMap((diagnostic) =>
    (diagnostic.repairs ?? []).map((repair) => ({ diagnostic, repair })),
  )
  for (const { diagnostic, repair } of offered) {
    const { code } = diagnostic
    const mended = diagnosticsOf(applyEdits(text, repair.edits))
    const places = [placeOf(diagnostic), moved(placeOf(diagnostic), repair.edits)]
    const same = mended.filter((other) => other.code === code && places.includes(placeOf(other)))
    expect(same, `${code}: ${repair.title}`).toEqual([])
    const left = mended.filter((other) => SYNTAX.has(other.code)).length
    expect(left, `${code}: ${repair.title}`).toBeLessThanOrEqual(SYNTAX.has(code) ? unread - 1 : unread)
  }
  return offered.length
}

const CORPUS = join(ROOT, 'test/corpus')
const stages = readdirSync(CORPUS).filter((stage) =>
  readdirSync(join(CORPUS, stage)).some((file) => file.endsWith('.thidua')),
)

/** Folders in which some mistake has a repair. */
const MENDABLE = ['syntax', 'structure', 'names', 'kinds', 'zero', 'sums', 'tiers']

describe('a repair does away with its message and breaks nothing', () => {
  test.each(stages)('in the corpus: %s', (stage) => {
    let offered = 0
    for (const file of readdirSync(join(CORPUS, stage)).filter((name) => name.endsWith('.thidua'))) {
      const text = readFileSync(join(CORPUS, stage, file), 'utf8')
      offered += carryOut(text)
      expect(carryOut(text.normalize('NFD').replaceAll('\n', '\r\n'))).toBe(carryOut(text))
    }
    if (MENDABLE.includes(stage)) expect(offered).toBeGreaterThan(0)
  })
})

/** The first message about the text and what its first repair makes of the lines that it changes. */
function repaired(text: string): string | undefined {
  const repair = diagnosticsOf(text)[0]?.repairs?.[0]
  if (!repair) return undefined
  const before = new Set(text.split('\n'))
  const lines = applyEdits(text, repair.edits).split('\n')
  return lines
    .filter((line) => !before.has(line))
    .map((line) => line.trim())
    .join(' ⏎ ')
}

const CRITERION = `bộ tiêu chí "Thử" mã thu phiên bản 2026.1
  áp dụng cho xã từ 01/01/2026 đến 31/12/2026
  thang điểm 5
  không áp dụng: không quy đổi
số liệu tin_bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn
số liệu tỷ_lệ "Tỷ lệ": tỷ lệ, từ 0% đến 100%, chỉ theo dõi
số liệu tiến_độ "Tiến độ": mức "Chưa" rồi "Đang" rồi "Hoàn thành", chỉ theo dõi
tiêu chí 1 "A" tối đa 5 điểm
  giá trị = tin_bài
`
const TIERS = '  từ 24 trở lên: điểm tối đa\n  còn lại: 0 điểm\n'
const ratio = (tiers: string): string =>
  CRITERION.replace('= tin_bài', '= tỷ_lệ').replace(', cộng dồn', ', cộng dồn, chỉ theo dõi') + tiers

describe('the repair offered first', () => {
  test.each([
    [
      'tone marks',
      CRITERION + TIERS.replace('con lại', '').replace('trở lên', 'tro len'),
      'từ 24 trở lên: điểm tối đa',
    ],
    ['a letter lost', CRITERION + TIERS.replace('trở lên', 'tr lên'), 'từ 24 trở lên: điểm tối đa'],
    [
      'capitals kept',
      `${CRITERION}  Tu 24 trở lên: điểm tối đa\n  còn lại: 0 điểm\n`,
      'Từ 24 trở lên: điểm tối đa',
    ],
    ['a word doubled', CRITERION + TIERS.replace('24', '24 24'), 'từ 24 trở lên: điểm tối đa'],
    ['a colon lost', CRITERION + TIERS.replace('lại:', 'lại'), 'còn lại: 0 điểm'],
    ['a word lost', CRITERION + TIERS.replace('0 điểm', '0'), undefined],
    ['a name near another', CRITERION.replace('= tin_bài', '= tin_bải') + TIERS, 'giá trị = tin_bài'],
    ['a name of two words', CRITERION.replace('= tin_bài', '= tin bài') + TIERS, 'giá trị = tin_bài'],
    ['English', CRITERION + TIERS.replace('từ', 'from'), 'từ 24 trở lên: điểm tối đa'],
    ['English, of two words', CRITERION + TIERS.replace('trở lên', 'or more'), 'từ 24 trở lên: điểm tối đa'],
    ['signs', CRITERION + TIERS.replace('từ 24 trở lên', '>= 24'), 'từ 24 trở lên: điểm tối đa'],
    ['other quotation marks', `${CRITERION}  chủ trì «Công an xã»\n${TIERS}`, 'chủ trì "Công an xã"'],
    ['doubled quotation marks', `${CRITERION}  chủ trì ""Công an xã""\n${TIERS}`, 'chủ trì "Công an xã"'],
    ['no quotation marks', `${CRITERION}  chủ trì Công an xã\n${TIERS}`, 'chủ trì "Công an xã"'],
    ['a closing mark lost', CRITERION.replace('"A"', '"A') + TIERS, 'tiêu chí 1 "A" tối đa 5 điểm'],
    ['an opening mark lost', CRITERION.replace('"A"', 'A"') + TIERS, 'tiêu chí 1 "A" tối đa 5 điểm'],
    [
      'a semicolon for a comma',
      CRITERION.replace('bài, hằng', 'bài; hằng') + TIERS,
      'số liệu tin_bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn',
    ],
    ['a number of two meanings', CRITERION + TIERS.replace('0 điểm', '1.5 điểm'), 'còn lại: 1,5 điểm'],
    [
      'a gap in a ratio',
      ratio('  từ 65% trở lên: điểm tối đa\n  từ 50% đến 64%: 1 điểm\n  dưới 50%: 0 điểm\n'),
      'từ 50% đến dưới 65%: 1 điểm',
    ],
    [
      'a gap that begins open',
      ratio('  trên 65%: điểm tối đa\n  dưới 50%: 0 điểm\n'),
      'không quá 65%: 0 điểm',
    ],
    [
      'a gap in whole numbers',
      `${CRITERION}  từ 24 trở lên: điểm tối đa\n  từ 0 đến 20: 0 điểm\n`,
      'từ 0 đến 23: 0 điểm',
    ],
    [
      'a gap, with units',
      `${CRITERION}  từ 24 bài trở lên: điểm tối đa\n  từ 0 đến 20 bài: 0 điểm\n`,
      'từ 0 đến 23 bài: 0 điểm',
    ],
    ['a gap at the bottom', `${CRITERION}  từ 24 trở lên: điểm tối đa # đủ\n`, 'còn lại: 0 điểm'],
    [
      'a gap at the top',
      `${CRITERION}  từ 12 đến 24: điểm tối đa\n  dưới 12: 0 điểm\n`,
      'từ 12 trở lên: điểm tối đa',
    ],
    [
      'bounds that touch',
      ratio('  từ 80% trở lên: điểm tối đa\n  từ 50% đến 80%: 1 điểm\n  dưới 50%: 0 điểm\n'),
      'từ 50% đến dưới 80%: 1 điểm',
    ],
    [
      'bounds reversed',
      `${CRITERION}  từ 24 trở lên: điểm tối đa\n  từ 23 đến 12: 1 điểm\n  dưới 12: 0 điểm\n`,
      'từ 12 đến 23: 1 điểm',
    ],
    [
      'a level near another',
      `${CRITERION.replace('= tin_bài', '= tiến_độ').replace(', cộng dồn', ', chỉ theo dõi')}  "Hoàn thanh": điểm tối đa\n  còn lại: 0 điểm\n`,
      '"Hoàn thành": điểm tối đa',
    ],
    ['a sum', CRITERION.replace('thang điểm 5', 'thang điểm 10') + TIERS, 'thang điểm 5'],
    [
      'nothing to divide by',
      CRITERION.replace('= tin_bài', '= tin_bài / tin_bài') + ratioTiers(),
      'khi tin_bài = 0: không áp dụng',
    ],
    [
      'a measure that nothing uses',
      `${CRITERION}${TIERS}số liệu x "X": số nguyên bài\n`,
      'số liệu x "X": số nguyên bài, chỉ theo dõi',
    ],
    ['a level that is not said', CRITERION.replace('cho xã', 'cho xã, thôn') + TIERS, 'đo tại xã'],
    [
      'a policy that is not said',
      CRITERION.replace('  không áp dụng: không quy đổi\n', '').replace('cho xã', 'cho xã, thôn') +
        TIERS.replace('từ', 'đo tại xã; từ'),
      'không áp dụng: quy đổi về thang điểm',
    ],
    [
      'days reversed',
      CRITERION.replace('01/01/2026 đến 31/12/2026', '31/12/2026 đến 01/01/2026') + TIERS,
      'áp dụng cho xã từ 01/01/2026 đến 31/12/2026',
    ],
  ])('for %s', (_name, text, expected) => {
    expect(repaired(text)).toBe(expected)
  })

  function ratioTiers(): string {
    return '  từ 80% trở lên: điểm tối đa\n  còn lại: 0 điểm\n'
  }
})

describe('a line that is put in', () => {
  const inserted = (lines: string): string => {
    const text = CRITERION.replace('  giá trị = tin_bài\n', lines)
    const repair = diagnosticsOf(text).find(({ code }) => code === 'zero-denominator')?.repairs?.[0]
    return applyEdits(text, repair?.edits ?? []).slice(text.indexOf('  giá trị'))
  }
  test.each([
    [
      'has the indentation of the line before',
      '  giá trị = tin_bài / tin_bài\n',
      '  giá trị = tin_bài / tin_bài\n  khi tin_bài = 0: không áp dụng\n',
    ],
    [
      'comes after a comment',
      '  giá trị = tin_bài / tin_bài # a/b\n',
      '  giá trị = tin_bài / tin_bài # a/b\n  khi tin_bài = 0: không áp dụng\n',
    ],
    [
      'stands on the line where that goes on',
      '  giá trị = tin_bài / tin_bài; chỉ tiêu 5%\n',
      '  giá trị = tin_bài / tin_bài; khi tin_bài = 0: không áp dụng; chỉ tiêu 5%\n',
    ],
    [
      'ends as the lines of the file do',
      '  giá trị = tin_bài / tin_bài',
      '  giá trị = tin_bài / tin_bài\n  khi tin_bài = 0: không áp dụng',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(inserted(lines)).toBe(expected)
  })
})

test('a repair in JSON has lines and columns, a letter in two parts as one', () => {
  const text = WHOLE.replace('giá trị = phát_sóng mỗi tháng', 'giá trị = phát_sóng mổi tháng').normalize(
    'NFD',
  )
  expect(diagnosticToJson(diagnosticsOf(text)[0] as Diagnostic).repairs).toEqual([
    {
      title: 'viết «mỗi tháng»',
      edits: [{ start: { line: 31, column: 25 }, end: { line: 31, column: 34 }, text: 'mỗi tháng' }],
    },
  ])
})
