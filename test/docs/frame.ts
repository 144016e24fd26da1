import { parseNumber } from '#base/parseNumber.ts'
import { sum, toExactText, ZERO } from '#base/rational.ts'

/**
 * What a few lines of the manual need around them to be a rulebook: the head, the measures and codes they name without
 * declaring them, and, for lines about a criterion, the criterion. It stands below the lines, so that messages name their
 * places as a reader counts them.
 */
export function framed(lines: string, levels = 'thôn'): string {
  const own = OPENS.test(lines) ? lines : `tiêu chí 1 "Ví dụ" tối đa 10 điểm\n${lines}`
  const criteria = [...fillersFor(own)]
  const scale = sum([...own.split('\n'), ...criteria].map(pointsInScale))
  const body = [own, ...criteria, '', ...measuresFor([own, ...criteria].join('\n')), ...attributesFor(own)]
  const said = (start: string): boolean => new RegExp(`^\\s*${start}`, 'm').test(own)
  const head = [
    ['bộ tiêu chí', 'bộ tiêu chí "Ví dụ" mã vi-du phiên bản 2026.1'],
    ['áp dụng cho', `áp dụng cho ${levels} từ 01/01/2026 đến 31/12/2026`],
    ['thang điểm', `thang điểm ${toExactText(sum([scale]))}`],
    ['không áp dụng:', 'không áp dụng: quy đổi về thang điểm'],
  ]
  return [...body, ...head.flatMap(([start = '', line]) => (line && !said(start) ? [line] : []))].join('\n')
}

/** Lines that need no criterion above them. */
const OPENS =
  /^(bộ tiêu chí|số liệu|nhóm|tiêu chí|áp dụng cho|kỳ số liệu|đặc điểm|thang điểm|làm tròn|chưa có số liệu|không áp dụng:|đơn vị được|căn cứ|xếp hạng|xếp loại|không xếp hạng|ví dụ|#)/

/** A criterion of its own for every code that is named and not opened; one in any case. */
function fillersFor(lines: string): readonly string[] {
  const opened = [...lines.matchAll(/^\s*(?:nhóm|tiêu chí|tiêu chí thành phần) (\S+) "/gm)].map(
    ([, code]) => code,
  )
  const named = [...lines.matchAll(/(nhóm|tiêu chí) ([\dA-Z][\dA-Za-z.]*)/g)]
  const missing = new Map(named.map(([, kind, code]) => [code ?? '', kind]))
  for (const code of opened) missing.delete(code ?? '')
  if (opened.length === 0 && missing.size === 0) missing.set('1', 'tiêu chí')
  // Classes are told of totals out of a hundred.
  const points = /^\s*xếp loại/m.test(lines) ? 100 : 10
  return [...missing].map(([code, kind]) => {
    const filler = `giá trị = tin_bài; từ 24 trở lên: điểm tối đa; còn lại: 0 điểm`
    if (kind === 'tiêu chí') return `tiêu chí ${code} "Ví dụ" tối đa ${points} điểm; đo tại thôn; ${filler}`
    return `nhóm ${code} "Ví dụ" tối đa ${points} điểm; tiêu chí ${code}.1 "Ví dụ" tối đa ${points} điểm; đo tại thôn; ${filler}`
  })
}

/** The points a line adds to the scale: those of a node at the margin that lies within it. */
function pointsInScale(line: string) {
  const [, written] = /^(?:nhóm|tiêu chí) \S+ "[^"]*" tối đa ([\d,.]+) điểm/.exec(line) ?? []
  const points = parseNumber(written ?? '0')
  return points.kind === 'number' ? points.value : ZERO
}

function attributesFor(lines: string): readonly string[] {
  if (/^\s*đặc điểm/m.test(lines)) return []
  const named = [...lines.matchAll(/(?:riêng|,) (xã|thôn|đơn vị) ("[^"]+")/g)]
  return named.map(([, level, name]) => `đặc điểm ${level} ${name}`)
}

/** The declarations of the measures that the lines name and do not declare. */
function measuresFor(lines: string): readonly string[] {
  const words = new Set(lines.replace(/"[^"]*"|#.*/g, '').match(/[\p{L}\d_]+/gu))
  return [...MEASURES].flatMap(([name, declaration]) => {
    const declared = new RegExp(`^\\s*số liệu ${name} `, 'm').test(lines)
    return words.has(name) && !declared ? [`số liệu ${name} "${name}": ${declaration}`] : []
  })
}

/** The measures that the manual's examples speak of. */
const MEASURES: ReadonlyMap<string, string> = new Map([
  ['tin_bài', 'số nguyên bài, hằng năm'],
  ['hồ_sơ', 'số nguyên hồ sơ, hằng tháng, cộng dồn'],
  ['hồ_sơ_số_hóa', 'số nguyên hồ sơ, hằng tháng, cộng dồn, là một phần của hồ_sơ'],
  ['dân_số', 'số nguyên người, hằng năm, từ 1'],
  ['có_vneid', 'số nguyên người, hằng năm, là một phần của dân_số'],
])
