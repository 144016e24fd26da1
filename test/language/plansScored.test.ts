import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { leavesIn } from '#engine/index.ts'
import { parse } from '#language/index.ts'
import { ROOT } from '../support/files.ts'
import { type FileCase, scoreFile } from '../support/scoring.ts'

const PLANS = 'test/corpus/plans'

/** The points of one entrant (the commune, unless said) on a node. */
function pointsOn(code: string, given: FileCase, entrant = 'xa'): string {
  const sheet = scoreFile(given).sheets.find(({ entrant: { id } }) => id === entrant)
  const nodes = (sheet?.nodes ?? []).flatMap(function below(node): readonly (typeof node)[] {
    return [node, ...('children' in node ? node.children.flatMap(below) : [])]
  })
  const found = nodes.find(({ node }) => node.code === code)
  return found ? toExactText(found.points) : 'không chấm'
}

const PROVEN = 'entrant,measure,period,value,evidence'

const PERIODS = {
  month: Array.from({ length: 12 }, (_, month) => `2026-${`${month + 1}`.padStart(2, '0')}`),
  quarter: [1, 2, 3, 4].map((quarter) => `2026-Q${quarter}`),
  year: ['2026'],
}

/** A plan of the corpus by its name, or a rulebook by its path. */
const fileOf = (plan: string): string => (plan.includes('/') ? plan : `${PLANS}/${plan}`)

/**
 * The facts of one year, `tin_bài = 21; có_chuyên_mục = có`: what is added up stands in the first period, with none in the
 * others; what is not, in the last. A list, `4, 2`, is one value a period.
 */
function year(plan: string, said: string, entrant = 'xa'): FileCase {
  const text = readFileSync(join(ROOT, fileOf(plan)), 'utf8')
  const { measures: declared } = parse({ name: plan, text }, () => {})
  const measures = new Map(declared.map((measure) => [measure.name.text, measure]))
  const facts = said.split('; ').flatMap((fact) => {
    const [name = '', text = ''] = fact.split(' = ')
    const measure = measures.get(name)
    if (!measure) throw new Error(`${plan} has no ${name}`)
    const periods = PERIODS[measure.frequency]
    const values = text.split(', ')
    const added = measure.aggregation === 'sum' && values.length === 1
    const reported = added ? [text, ...Array<string>(periods.length - 1).fill('0')] : values
    return reported.map(
      (value, at) =>
        `${entrant},${name},${periods.at(added || values.length > 1 ? at : -1)},"${value}",Biên bản`,
    )
  })
  return { file: fileOf(plan), facts, asOf: '2026-12-31', columns: PROVEN }
}

const each = (count: number, value: string): string => Array<string>(count).fill(value).join(', ')

/** Rules that were copied as they stand, or that were hard to say. */
test.each<[string, string, string, string]>([
  ['rules/vinh-loc/2026', '30', `phát_sóng = ${each(12, '4')}`, '4'],
  ['rules/vinh-loc/2026', '30', `phát_sóng = ${each(12, '3')}`, '2'],
  ['rules/vinh-loc/2026', '30', `phát_sóng = ${each(12, '1')}`, '0'],
  // Twelve in one month are not one a month, and 48 in half a year are not four a month.
  ['rules/vinh-loc/2026', '30', `phát_sóng = 12, ${each(11, '0')}`, '1/3'],
  ['rules/vinh-loc/2026', '30', `phát_sóng = ${each(6, '8')}, ${each(6, '0')}`, '2'],
  ['rules/vinh-loc/2026', '29', 'có_chuyên_mục = có; có_liên_kết = không; tin_bài = 24', '4'],
  ['rules/vinh-loc/2026', '29', 'có_chuyên_mục = có; có_liên_kết = không; tin_bài = 23', '3'],
  ['rules/vinh-loc/2026', '29', 'có_chuyên_mục = không; có_liên_kết = có; tin_bài = 12', '2'],
  ['rules/vinh-loc/2026', '29', 'có_chuyên_mục = không; có_liên_kết = có; tin_bài = 11', '1'],
  ['rules/vinh-loc/2026', '29', 'có_chuyên_mục = có; có_liên_kết = có; tin_bài = 24', '4'],
  ['rules/vinh-loc/2026', '29', 'có_chuyên_mục = không; có_liên_kết = không; tin_bài = 30', '2'],
  ['rules/vinh-loc/2026', '22', 'đơn_sở_hữu_trí_tuệ = 0', '0'],
  ['rules/vinh-loc/2026', '22', 'đơn_sở_hữu_trí_tuệ = 4', '12/5'],
  ['rules/vinh-loc/2026', '22', 'đơn_sở_hữu_trí_tuệ = 5', '3'],
  ['rules/vinh-loc/2026', '22', 'đơn_sở_hữu_trí_tuệ = 9', '3'],
  ['rules/vinh-loc/2026', '12', 'điểm_hài_lòng = 18', '54/19'],
  ['rules/vinh-tru/2026', '5.1', 'chỉ_số_chuyển_đổi_số = 0,7', '2'],
  ['rules/vinh-tru/2026', '5.1', 'chỉ_số_chuyển_đổi_số = 0,6999', '1'],
  ['rules/vinh-tru/2026', '5.1', 'chỉ_số_chuyển_đổi_số = 0,5999', '0'],
  ['rules/vinh-tru/2026', 'NV.1', 'mạng_nội_bộ = Cơ bản hoàn thành', '3/2'],
  ['rules/ngoc-son/2026', 'III.23', 'doanh_nghiệp_công_nghệ_số = 3; dân_số_phường = 15000', '2'],
  ['rules/ngoc-son/2026', 'III.23', 'doanh_nghiệp_công_nghệ_số = 3; dân_số_phường = 15001', '30000/15001'],
  ['rules/ngoc-son/2026', 'IV.1', 'chi_ngân_sách = 4000; chi_chuyển_đổi_số = 30', '1'],
  // Half the weeks of one month of twelve are missed.
  [
    'rules/ngoc-son/2026',
    'NV.4',
    `tuần = ${each(12, '4')}; tuần_có_phát_thanh = ${each(11, '4')}, 2`,
    '161/48',
  ],
  ['rules/ngoc-son/2026', 'NV.5', 'ngày_khảo_sát_trạm = 19/11/2026', '7/2'],
  ['rules/ngoc-son/2026', 'NV.5', 'ngày_khảo_sát_trạm = 20/11/2026', '7/4'],
  ['shapes-of-decisions', '1', 'nhiệm_vụ = 10; nhiệm_vụ_đúng_hạn = 8', '1'],
  ['shapes-of-decisions', '1', 'nhiệm_vụ = 1000; nhiệm_vụ_đúng_hạn = 799', '1/2'],
  ['shapes-of-decisions', '1', 'nhiệm_vụ = 10; nhiệm_vụ_đúng_hạn = 5', '1/4'],
  ['shapes-of-decisions', '1', 'nhiệm_vụ = 10; nhiệm_vụ_đúng_hạn = 4', '0'],
  ['shapes-of-decisions', '2', 'trưởng_ban = Phó Bí thư', '5'],
  ['shapes-of-decisions', '3', 'cuộc_họp = 4', '20'],
  // As the source is worded: five is not four.
  ['shapes-of-decisions', '3', 'cuộc_họp = 5', '0'],
  ['shapes-of-decisions', '3', 'cuộc_họp = 3', '15'],
  ['shapes-of-decisions', '3', 'cuộc_họp = 0', '0'],
  ['shapes-of-decisions', '4', 'vắng = 1', '4'],
  ['shapes-of-decisions', '4', 'vắng = 2', '2'],
  ['shapes-of-decisions', '4', 'vắng = 3', '0'],
  ['shapes-of-decisions', '5', 'có_trang_tin = có', '5'],
  ['shapes-of-decisions', '6', 'hồ_sơ = 3; hồ_sơ_trực_tuyến = 1', '10/3'],
  ['shapes-of-decisions', '7', 'dân_số = 100; người_dùng = 80', '9'],
  ['shapes-of-decisions', '7', 'dân_số = 100; người_dùng = 40', '9/2'],
  ['shapes-of-decisions', '8', 'điểm_khảo_sát = 19', '19/2'],
  ['shapes-of-decisions', '9', 'có_trang_tin = có; có_chuyên_mục = không', '5'],
  ['shapes-of-decisions', '10', 'giải_tỉnh = 0; giải_xã = 2', '4'],
  ['shapes-of-decisions', '10', 'giải_tỉnh = 1; giải_xã = 5', '10'],
  ['shapes-of-decisions', '11', 'tin_bài = 21', '5'],
  ['shapes-of-decisions', '11', 'tin_bài = 3', '3/4'],
  ['shapes-of-decisions', '12', 'đơn_thư = 100; đơn_quá_hạn = 8', '7/2'],
  ['shapes-of-decisions', '13', 'cờ_thi_đua = Cờ Thành phố', '10'],
  ['shapes-of-decisions', '14', 'sáng_kiến = 9', '3'],
  ['shapes-of-decisions', '15', 'ngày_báo_cáo = 07/12/2026', '-1/2'],
  ['shapes-of-decisions', '16', 'đô_thị_thông_minh = có', '0'],
])('%s, criterion %s: %s give %s', (plan, code, said, points) => {
  expect(pointsOn(code, year(`${plan}.thidua`, said))).toBe(points)
})

test('a unit is scored on what it leads, and both units on what two of them lead', () => {
  const units = ['Phòng Kinh tế', 'Ngân hàng Nhà nước (Agribank)', 'Công an xã']
  const given = { ...year('rules/vinh-loc/2026.thidua', 'doanh_nghiệp_khởi_nghiệp = 1'), units }
  expect(['u1', 'u2', 'u3'].map((unit) => pointsOn('21', given, unit))).toEqual(['3', '3', 'không chấm'])
})

test.each([
  ['Hoàn thành', '14'],
  ['Cơ bản hoàn thành', '27/2'],
  ['Chưa triển khai', '12'],
])('six tasks of an annex finished, the seventh at "%s": %s in all', (last, points) => {
  const finished =
    'mạng_nội_bộ trợ_lý_ảo giám_sát_an_toàn chuyển_đổi_số_giáo_dục tập_huấn_tổ_công_nghệ đài_truyền_thanh'
  const said = finished.split(' ').map((name) => `${name} = Hoàn thành`)
  const given = year('rules/vinh-tru/2026.thidua', [...said, `bưu_chính_công_ích = ${last}`].join('; '))
  expect(pointsOn('NV', given)).toBe(points)
})

test('late reports take points from the unit that sent them late, never more than the limit', () => {
  const late = (unit: string, months: number): FileCase =>
    year(
      'rules/vinh-tru/2026.thidua',
      `báo_cáo_tháng_chậm = ${each(months, '1')}, ${each(12 - months, '0')}`,
      unit,
    )
  const [always, twice] = [late('u1', 11), late('u2', 2)]
  const given = {
    ...always,
    units: ['Phòng Kinh tế', 'Công an xã'],
    facts: [...always.facts, ...twice.facts],
  }
  expect(['u1', 'u2', 'xa'].map((id) => pointsOn('T.1', given, id))).toEqual(['-11/4', '-1/2', '-3'])
})

/** Full marks wherever the survey and the absences do not decide. */
const FULL =
  'nhiệm_vụ = 1; nhiệm_vụ_đúng_hạn = 1; trưởng_ban = Bí thư; cuộc_họp = 4; có_trang_tin = có; có_chuyên_mục = có; hồ_sơ = 1; hồ_sơ_trực_tuyến = 1; dân_số = 1; người_dùng = 1; giải_tỉnh = 1; giải_xã = 0; tin_bài = 20; đơn_thư = 1; đơn_quá_hạn = 0; cờ_thi_đua = Cờ Thành phố; sáng_kiến = 0; ngày_báo_cáo = 01/12/2026; đô_thị_thông_minh = không'

test.each([
  ['a bonus lies outside the scale: 97 + 10', `${FULL}; điểm_khảo_sát = 20; vắng = 2`, '107'],
  ['a component that need not be there leaves the scale: 90 of 90 are 100, and 10', FULL, '110'],
])('%s', (_name, said, total) => {
  const [sheet] = scoreFile(year('shapes-of-decisions.thidua', said)).sheets
  expect(sheet?.total && toExactText(sheet.total)).toBe(total)
})

/** The points of four villages of a commune on a criterion. */
test.each([
  ['1', 'mô_hình = 8; mô_hình = 4; mô_hình = 3; mô_hình = 0', '10 5 10 0'],
  ['2', 'tin_báo = 3; tin_báo = 1; tin_báo = 0; tin_báo = 0', '10 5 0 0'],
])('relative to the cluster, criterion %s: %s give %s', (code, said, points) => {
  const cases = said.split('; ').map((fact, at) => year('shapes-of-clusters.thidua', fact, `v${at + 1}`))
  const [first] = cases
  if (!first) throw new Error('no case')
  const given = {
    ...first,
    facts: cases.flatMap(({ facts }) => facts),
    villages: ['A', 'B', 'C', 'D'],
    clusters: { v1: 'I', v2: 'I', v3: 'II', v4: 'II' },
  }
  expect([1, 2, 3, 4].map((at) => pointsOn(code, given, `v${at}`)).join(' ')).toBe(points)
})

test.each([
  // 40% where 60% are wanted, rounded to two digits as this rulebook says of every criterion.
  ['v1', '3', '667/100'],
  ['v2', '3', '10'],
  ['v1', '4', '10'],
  ['v2', '4', 'notApplicable'],
  ['v1', '5', '10'],
])('by what is said of a village: %s, criterion %s: %s', (village, code, points) => {
  const said =
    'hộ = 10; hộ_số = 4; doanh_nghiệp = 2; doanh_nghiệp_số = 1; chỉ_tiêu_giao = 4; buổi_tuyên_truyền = 6'
  const [one, other] = [
    year('shapes-of-clusters.thidua', said, 'v1'),
    year('shapes-of-clusters.thidua', said, 'v2'),
  ]
  const given = {
    ...one,
    facts: [...one.facts, ...other.facts],
    villages: ['A', 'B'],
    attributes: { v2: 'miền núi; không có doanh nghiệp' },
  }
  const sheet = scoreFile(given).sheets.find(({ entrant }) => entrant.id === village)
  const leaf = leavesIn(sheet?.nodes ?? []).find(({ node }) => node.code === code)
  expect(leaf && (leaf.outcome.kind === 'value' ? toExactText(leaf.points) : leaf.outcome.kind)).toBe(points)
})

test('a local extension: the maxima as divided anew, from the day it takes effect', () => {
  const given = year('shapes-of-local-extensions.thidua', 'cuộc_kiểm_tra = 2; thôn_thông_minh = 1')
  const points = (code: string): readonly string[] =>
    ['2026-06-30', '2026-07-01'].map((asOf) => pointsOn(code, { ...given, asOf }))
  expect(points('1.2')).toEqual(['10', '7'])
  expect(points('1.2b')).toEqual(['không chấm', '1'])
})
