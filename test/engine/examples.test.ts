import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIsoDate } from '#base/plainDate.ts'
import { toExactText } from '#base/rational.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import {
  bindFacts,
  boundariesOf,
  coverageOf,
  leavesIn,
  loadProgram,
  newRows,
  type Program,
  runExamples,
  score,
} from '#engine/index.ts'
import { exampleDay, printExample } from '#language/index.ts'
import { readDossier } from '#records/dossier.ts'
import { ROOT } from '../support/files.ts'
import { scoreCase } from '../support/scoring.ts'

function programOf(text: string): Program {
  const program = loadProgram({ name: 'thử.thidua', text })
  if (!program.ok) throw new Error(renderDiagnostics(program.diagnostics))
  return program.value
}

const textIn = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.thidua'))
    .map((file) => `${folder}/${file}`)

/** What came out of each thing that each example expects: `30 5/2`, `7 không áp dụng`. */
function outcomesOf(text: string): string[] {
  return runExamples(programOf(text)).flatMap(({ findings }) =>
    findings.map(({ expected, trace, holds }) => {
      const came =
        trace.kind === 'leaf' && trace.outcome.kind === 'notApplicable'
          ? 'không áp dụng'
          : toExactText(trace.points)
      return `${expected.code.text} ${came}${holds ? '' : ' sai'}`
    }),
  )
}

const HEAD = `
bộ tiêu chí "Thử nghiệm" mã thu phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2028
  kỳ số liệu từng năm
  đặc điểm thôn "miền núi", "biên giới"
  thang điểm 20
  không áp dụng: quy đổi trong nhóm
số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn, từ 0 đến 31
số liệu điểm_đo "Điểm đo": số thập phân điểm, hằng quý, bình quân
số liệu b "Tổng số": số nguyên hộ, hằng năm
số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
số liệu gd "Giao dịch": số nguyên giao dịch, hằng năm
số liệu xong "Ngày xong": ngày, hằng năm
số liệu chậm "Lần chậm": số nguyên lần, hằng năm
nhóm I "Nhóm một" tối đa 20 điểm
  tiêu chí 1 "Tin bài mỗi tháng" tối đa 4 điểm
    giá trị = bài mỗi tháng
    từ 4 trở lên: điểm tối đa; từ 2 đến 3: 1/2 điểm tối đa; dưới 2: 0 điểm
    riêng thôn "miền núi"
    từ 2 trở lên: điểm tối đa; dưới 2: 0 điểm
    riêng thôn "biên giới"
    không áp dụng
  tiêu chí 2 "Tin bài cả năm" tối đa 4 điểm
    giá trị = bài; từ 36 trở lên: điểm tối đa; dưới 36: 0 điểm
  tiêu chí 3 "Tỷ lệ" tối đa 4 điểm
    giá trị = a / b; khi b = 0: không áp dụng
    chỉ tiêu năm 2026 50%, từ năm 2027 80%
    chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 4 "So với cụm" tối đa 4 điểm
    giá trị = gd; khi bình quân trong cụm = 0: 1 điểm
    chấm theo tỷ lệ so với bình quân trong cụm
  tiêu chí 5 "Đúng hạn" tối đa 2 điểm
    thời hạn 30/11/2026; giá trị = số tháng chậm của xong; mỗi tháng trừ 1 điểm
  tiêu chí 6 "Điểm đo" tối đa 2 điểm
    giá trị = điểm_đo; từ 7,5 trở lên: điểm tối đa; còn lại: 0 điểm
nhóm II "Điểm trừ" trừ tối đa 3 điểm
  tiêu chí T1 "Chậm" trừ tối đa 3 điểm
    giá trị = chậm; mỗi lần trừ 1 điểm
`

describe('an example is scored by what it gives', () => {
  test.each([
    ['bài mỗi tháng = 3 thì tiêu chí 1 được 2 điểm', '1 2'],
    // Judged month by month, one value stands for each.
    ['bài = 3 thì tiêu chí 1 được 2 điểm', '1 2'],
    // Gathered over the year, twelve months of it.
    ['bài mỗi tháng = 3 thì tiêu chí 2 được 4 điểm', '2 4'],
    ['bài = 35 thì tiêu chí 2 được 4 điểm', '2 0 sai'],
    ['điểm_đo mỗi quý = 7,5 thì tiêu chí 6 được 2 điểm', '6 2'],
    ['điểm_đo = 7,49 thì tiêu chí 6 được 0 điểm', '6 0'],
    ['chưa có bài thì tiêu chí 1 được 0 điểm', '1 0'],
    ['bài = không áp dụng thì tiêu chí 1 không áp dụng', '1 không áp dụng'],
    // What does not apply gives no points, not even 0.
    ['bài = không áp dụng thì tiêu chí 1 được 0 điểm', '1 không áp dụng sai'],
    ['bài = 1 thì tiêu chí 1 không áp dụng', '1 0 sai'],
    ['a = 1, b = 3 thì tiêu chí 3 được 8/3 điểm', '3 8/3'],
    ['a = 1, b = 3 thì tiêu chí 3 được 2,67 điểm', '3 8/3 sai'],
    ['a = 0, b = 0 thì tiêu chí 3 không áp dụng', '3 không áp dụng'],
    // The other side of the ratio is missing.
    ['a = 1 thì tiêu chí 3 được 0 điểm', '3 0'],
    ['gd = 6, bình quân trong cụm = 8 thì tiêu chí 4 được 3 điểm', '4 3'],
    ['gd = 0, bình quân trong cụm = 0 thì tiêu chí 4 được 1 điểm', '4 1'],
    ['xong = 01/12/2026 thì tiêu chí 5 được 1 điểm', '5 1'],
    ['thôn "miền núi", bài mỗi tháng = 2 thì tiêu chí 1 được 4 điểm', '1 4'],
    ['thôn "biên giới" thì tiêu chí 1 không áp dụng', '1 không áp dụng'],
    ['chậm = 2 thì tiêu chí T1 bị trừ 2 điểm', 'T1 -2'],
    ['chậm = 4 thì nhóm II bị trừ 3 điểm', 'II -3'],
    ['chậm = 0 thì tiêu chí T1 bị trừ 0 điểm', 'T1 0'],
  ])('%s', (example, outcome) => {
    expect(outcomesOf(`${HEAD}ví dụ "thử" với ${example}`)).toEqual([outcome])
  })

  test('a group adds up its criteria, and carries over what does not apply', () => {
    const all =
      'bài mỗi tháng = 4, a = 2, b = 4, gd = 8, bình quân trong cụm = 8, xong = 01/11/2026, điểm_đo = 8'
    expect(outcomesOf(`${HEAD}ví dụ "đủ" với ${all} thì nhóm I được 20 điểm`)).toEqual(['I 20'])
    const some = all.replace('a = 2, b = 4', 'a = 0, b = 0').replace('gd = 8', 'gd = 4')
    expect(outcomesOf(`${HEAD}ví dụ "mười bốn trên mười sáu" với ${some} thì nhóm I được 17,5 điểm`)).toEqual(
      ['I 35/2'],
    )
  })
})

describe('which version an example speaks of', () => {
  const rules = `${HEAD}
ví dụ "đầu tiên" với bài = 4 thì tiêu chí 1 được 4 điểm
ví dụ "theo năm" với năm 2027, a = 4, b = 5 thì tiêu chí 3 được 4 điểm
sửa đổi phiên bản 2027.2 hiệu lực từ 01/07/2027
sửa đổi tiêu chí 1
  giá trị = bài mỗi tháng; từ 8 trở lên: điểm tối đa; dưới 8: 0 điểm
ví dụ "sau sửa đổi" với bài = 4 thì tiêu chí 1 được 0 điểm
ví dụ "cùng năm" với năm 2027, bài = 7 thì tiêu chí 1 được 0 điểm
ví dụ "năm sau" với năm 2028, bài = 8 thì tiêu chí 1 được 4 điểm`

  test('the first, that of the year it names, that of the amendment above', () => {
    const { written } = programOf(rules)
    expect(written.examples.map((example) => formatIsoDate(exampleDay(example, written)))).toEqual([
      '2026-01-01',
      '2027-01-01',
      '2027-07-01',
      '2027-07-01',
      '2028-01-01',
    ])
    expect(outcomesOf(rules).join()).not.toContain('sai')
  })

  test('an example of an amended version is asked for above the amendment, and reached there', () => {
    const amended = rules.replace(/ví dụ "(đầu tiên|sau|cùng|năm).*\n?/g, '')
    const open = (text: string) => {
      const program = programOf(text)
      return coverageOf(program, runExamples(program)).filter(({ state }) => state === 'open')
    }
    const asked = (text: string) =>
      open(text).find(({ why }) => why.includes('từ 2 bài/tháng đến 3 bài/tháng'))
    const first = asked(amended)
    expect(first).toMatchObject({ above: true })
    const line = first?.proposal && printExample(first.proposal)
    expect(asked(`${amended}\n${line}`)).toBeDefined()
    expect(asked(amended.replace('sửa đổi phiên bản', `${line}\nsửa đổi phiên bản`))).toBeUndefined()
  })
})

describe('written from the manual alone, by someone who had read nothing else', () => {
  test.each(filesIn('test/corpus/manual'))('%s: every example holds', (path) => {
    const results = runExamples(programOf(textIn(path)))
    expect(results.length).toBeGreaterThan(3)
    expect(results.filter(({ holds }) => !holds)).toEqual([])
  })
})

describe('shapes of criteria', () => {
  test.each(filesIn('test/corpus/shapes'))('%s: every example holds, every branch has one', (path) => {
    const program = programOf(textIn(path))
    const results = runExamples(program)
    expect(results.filter(({ holds }) => !holds)).toEqual([])
    expect(coverageOf(program, results).filter(({ state }) => state !== 'reached')).toEqual([])
  })

  test('two villages lead their cluster: both have full marks, the others in proportion', () => {
    const program = programOf(textIn('test/corpus/shapes/best_of_the_cluster.thidua'))
    const rows = [
      ['t1', 'A', 40],
      ['t2', 'A', 40],
      ['t3', 'A', 10],
      ['t4', 'B', 10],
      ['t5', 'B', undefined],
    ] as const
    const dossier = readDossier({
      entrants: {
        name: 'e',
        text: [
          'id,name,kind,parent,cluster',
          ...rows.map(([id, cluster]) => `${id},${id},thôn,,${cluster}`),
        ].join('\n'),
      },
      facts: {
        name: 'f',
        text: [
          'entrant,measure,period,value',
          ...rows.flatMap(([id, , value]) => (value === undefined ? [] : [`${id},giao_dịch,2026,${value}`])),
        ].join('\n'),
      },
    })
    if (!dossier.ok) throw new Error(renderDiagnostics(dossier.diagnostics))
    const facts = bindFacts(program, dossier.value)
    if (!facts.ok) throw new Error(renderDiagnostics(facts.diagnostics))
    const sheets = score({ program, facts: facts.value, asOf: program.to })
    const standing = sheets.map(({ entrant, rank, points }) => `${entrant.id} ${rank} ${toExactText(points)}`)
    expect(standing.toSorted()).toEqual(['t1 1 10', 't2 1 10', 't3 3 5/2', 't4 1 10', 't5 2 0'])
  })
})

describe('thresholds', () => {
  test.each([...filesIn('rules'), ...filesIn('test/corpus/good'), ...filesIn('test/corpus/shapes')])(
    '%s: the examples at them can be kept in the file, and hold',
    (path) => {
      const text = textIn(path)
      const program = programOf(text)
      const rows = newRows(boundariesOf(program), program)
      const kept = `${text}\n${rows.map(({ example }) => printExample(example)).join('\n')}\n`
      const warnings = (source: string) => loadProgram({ name: 'x', text: source }).diagnostics.length
      expect(warnings(kept)).toBe(warnings(text))
      const results = runExamples(programOf(kept))
      expect(results.length).toBe(program.written.examples.length + rows.length)
      expect(results.filter(({ holds }) => !holds).map(({ example }) => printExample(example))).toEqual([])
      // What is kept is not proposed again.
      expect(newRows(boundariesOf(programOf(kept)), programOf(kept))).toEqual([])
    },
  )
})

const rules = `
  số liệu b "Tổng số": số nguyên hộ, hằng năm
  số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
  số liệu bài "Tin bài": số nguyên bài, hằng năm
  tiêu chí 1 "Tỷ lệ" tối đa 6 điểm
    giá trị = a / b; khi b = 0: không áp dụng; chỉ tiêu 80%; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Tin bài" tối đa 4 điểm
    giá trị = bài; từ 24 trở lên: điểm tối đa; từ 12 đến 23: 1/2 điểm tối đa; dưới 12: 0 điểm`

test('an example of what a village scored holds; with other points it fails', () => {
  fc.assert(
    fc.property(
      fc.nat(9),
      fc.nat(9),
      fc.option(fc.nat(30)),
      fc.integer({ min: 1, max: 9 }),
      (b, share, bài, more) => {
        const a = Math.min(b, share)
        const facts = [`v1,b,2026,${b}`, `v1,a,2026,${a}`, ...(bài === null ? [] : [`v1,bài,2026,${bài}`])]
        const { sheets, program } = scoreCase({ rules, facts: facts.join('\n') })
        const given = `a = ${a}, b = ${b}, ${bài === null ? 'chưa có bài' : `bài = ${bài}`}`
        const expected = sheets.flatMap(({ nodes }) =>
          leavesIn(nodes).map(({ node, outcome, points }) => ({
            code: node.code,
            applies: outcome.kind !== 'notApplicable',
            points: toExactText(points).replace('.', ','),
          })),
        )
        const results = (shift: number) =>
          runExamples(
            programOf(
              `${program.written.source.text}\nví dụ "thôn" với ${given} thì ${expected
                .map(({ code, applies, points }) =>
                  applies
                    ? `tiêu chí ${code} được ${shift === 0 ? points : other(points, shift)} điểm`
                    : `tiêu chí ${code} ${shift === 0 ? 'không áp dụng' : 'được 0 điểm'}`,
                )
                .join(', ')}`,
            ),
          )
        expect(results(0).flatMap(({ findings }) => findings.map(({ holds }) => holds))).toEqual([true, true])
        expect(results(more).flatMap(({ findings }) => findings.map(({ holds }) => holds))).toEqual([
          false,
          false,
        ])
      },
    ),
    { numRuns: 60 },
  )
})

/** The points a little off, within the maximum. */
function other(points: string, hundredths: number): string {
  const [top = '0', bottom = '1'] = points.split('/')
  const less = Number(top) * 100 - hundredths * Number(bottom)
  return less >= 0
    ? `${less}/${Number(bottom) * 100}`
    : `${Number(top) * 100 + hundredths * Number(bottom)}/${Number(bottom) * 100}`
}
