/**
 * Makes the illustrative dossiers of xã An Nông: 22 villages and the units that lead criteria, January to October 2026,
 * none of it real. The year's rulebook and that of the movement 2026-2030 read the same facts; the latter asks for a few
 * more and has its own folder.
 *
 * Run `node data/an-nong/generate.ts` to write them anew. The seeds are fixed, so the files change only when this file
 * does; a test compares them.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomStream } from '../makeUp.ts'

const SEED = 28012026
const MOVEMENT_SEED = 20302026
const VILLAGES = 22
const MONTHS = 10
const YEAR = 2026
const SOURCE = 'dữ liệu minh họa'
const COMMUNE = 'an-nong'
const MOVEMENT = '2026-2030'

/** Those who lead criteria, by the names the rulebooks call them. */
const UNITS = [
  ['phong-van-hoa-xa-hoi', 'Phòng Văn hóa - Xã hội'],
  ['phong-kinh-te', 'Phòng Kinh tế'],
  ['trung-tam-hanh-chinh-cong', 'Trung tâm phục vụ hành chính công'],
  ['cong-an-xa', 'Công an xã'],
  ['tram-y-te', 'Trạm Y tế'],
  ['truong-hoc', 'Các trường học trên địa bàn xã'],
] as const

/** A village that is late with October. */
const isLate = ({ entrant, month }: Row): boolean => entrant === 'thon-16' && month === MONTHS

/** A certificate of October that waits for verification. */
const isPending = ({ entrant, measure, month }: Row): boolean =>
  entrant === COMMUNE && measure === 'doanh_nghiệp_khcn' && month === MONTHS

/** The shares a village starts and ends the ten months with, before its own strength is added: [measure, whole, from, to]. */
const VILLAGE_SHARES = [
  ['dân_số_phủ_sóng', 'dân_số', 0.22, 0.36],
  ['tiếp_cận_y_tế', 'dân_trưởng_thành', 0.42, 0.72],
  ['tiếp_cận_giáo_dục', 'dân_trưởng_thành', 0.38, 0.64],
  ['tiếp_cận_bảo_hiểm', 'dân_trưởng_thành', 0.45, 0.76],
  ['tiếp_cận_giao_thông', 'dân_trưởng_thành', 0.3, 0.58],
  ['có_tài_khoản_ngân_hàng', 'dân_từ_15_tuổi', 0.62, 0.82],
  ['có_định_danh_điện_tử', 'công_dân_từ_14_tuổi', 0.4, 0.62],
  ['có_sổ_sức_khỏe', 'có_định_danh_mức_2', 0.6, 0.88],
  ['có_chữ_ký_số', 'dân_trưởng_thành', 0.14, 0.33],
] as const

/** What the commune counts itself, month by month: [whole, most a month, part, from, to]. */
const COMMUNE_FLOWS = [
  ['kết_quả_tthc', 420, 'kết_quả_tthc_số_hóa', 0.74, 0.93],
  ['hồ_sơ_dvc', 310, 'hồ_sơ_dvc_trực_tuyến', 0.7, 0.9],
  ['hồ_sơ_có_phí', 180, 'hồ_sơ_thanh_toán_trực_tuyến', 0.55, 0.86],
] as const

interface Row {
  readonly entrant: string
  readonly measure: string
  /** The whole year when absent. */
  readonly month?: number
  readonly value: string
}

const between = (from: number, to: number, share: number): number => from + (to - from) * share
const clamp = (share: number): number => Math.min(0.985, Math.max(0.02, share))

function villageRows(entrant: string, random: () => number): Row[] {
  const people = Math.round(between(310, 980, random()))
  const strength = between(-0.2, 0.1, random())
  const enterprises = Math.max(0, Math.round(between(-2, 9, random())))
  const leanings = VILLAGE_SHARES.map(() => between(-0.08, 0.08, random()))
  const rows: Row[] = []
  for (let month = 1; month <= MONTHS; month++) {
    const progress = (month - 1) / (MONTHS - 1)
    const counts = new Map<string, number>()
    counts.set('dân_số', people + Math.floor(month / 4))
    counts.set('dân_trưởng_thành', Math.round(people * 0.71))
    counts.set('dân_từ_15_tuổi', Math.round(people * 0.77))
    counts.set('công_dân_từ_14_tuổi', Math.round(people * 0.785))
    counts.set('có_định_danh_mức_2', Math.round(people * clamp(0.34 + 0.2 * progress + strength / 2)))
    for (const [index, [measure, whole, from, to]] of VILLAGE_SHARES.entries()) {
      const share = clamp(
        between(from, to, progress) + strength + (leanings[index] ?? 0) + between(-0.025, 0.025, random()),
      )
      counts.set(measure, Math.round((counts.get(whole) ?? 0) * share))
    }
    counts.set('doanh_nghiệp', enterprises)
    counts.set(
      'doanh_nghiệp_đổi_mới',
      Math.min(enterprises, Math.round(enterprises * clamp(0.13 * progress + strength))),
    )
    counts.set(
      'doanh_nghiệp_số',
      Math.min(enterprises, Math.round(enterprises * clamp(0.2 + 0.4 * progress + strength))),
    )
    for (const [measure, value] of counts) rows.push({ entrant, measure, month, value: `${value}` })
  }
  return rows
}

function communeRows(random: () => number): Row[] {
  const rows: Row[] = []
  const push = (measure: string, month: number, value: string): void => {
    rows.push({ entrant: COMMUNE, measure, month, value })
  }
  for (let month = 1; month <= MONTHS; month++) {
    const progress = (month - 1) / (MONTHS - 1)
    push('cán_bộ', month, '46')
    push('cán_bộ_kỹ_năng_số', month, `${Math.round(between(27, 43, progress))}`)
    push('doanh_nghiệp_khcn', month, month < 8 ? '0' : '1')
    push('doanh_nghiệp_khởi_nghiệp', month, month < 5 ? '1' : '2')
    push('đơn_sở_hữu_trí_tuệ', month, month === 6 ? '1' : '0')
    push('điểm_hài_lòng', month, between(17.6, 18.6, progress).toFixed(1).replace('.', ','))
    for (const [whole, most, part, from, to] of COMMUNE_FLOWS) {
      const count = Math.round(most * between(0.75, 1, random()))
      push(whole, month, `${count}`)
      push(
        part,
        month,
        `${Math.round(count * clamp(between(from, to, progress) + between(-0.02, 0.02, random())))}`,
      )
    }
  }
  return rows
}

/** What only the rulebook of the movement asks a village for. */
function movementVillageRows(entrant: string, random: () => number): Row[] {
  const households = Math.round(between(85, 270, random()))
  const strength = between(-0.2, 0.12, random())
  const skilled = Array.from({ length: MONTHS }, (_, month) =>
    Math.round(households * clamp(between(0.3, 0.62, month / (MONTHS - 1)) + strength)),
  )
  return skilled.flatMap((count, month) => [
    { entrant, measure: 'hộ_gia_đình', month: month + 1, value: `${households}` },
    { entrant, measure: 'hộ_có_kỹ_năng_số', month: month + 1, value: `${count}` },
  ])
}

const MOVEMENT_COMMUNE_ROWS: readonly Row[] = [
  { entrant: COMMUNE, measure: 'dẫn_đầu_định_danh', value: 'không' },
  { entrant: COMMUNE, measure: 'dẫn_đầu_dữ_liệu_dân_cư', value: 'không' },
]

/** Breaches of information security: one, at the schools in May. */
function incidentRows(entrant: string): Row[] {
  return Array.from({ length: MONTHS }, (_, month) => ({
    entrant,
    measure: 'vụ_mất_an_toàn',
    month: month + 1,
    value: entrant === 'truong-hoc' && month === 4 ? '1' : '0',
  }))
}

function line(row: Row): string {
  const { entrant, measure, month, value } = row
  const written = value.includes(',') ? `"${value}"` : value
  const period = month === undefined ? `${YEAR}` : `${YEAR}-${`${month}`.padStart(2, '0')}`
  return [entrant, measure, period, written, isPending(row) ? 'chờ thẩm định' : '', SOURCE].join(',')
}

function factsText(rows: readonly Row[]): string {
  const lines = rows.filter((row) => !isLate(row)).map(line)
  return `${['entrant,measure,period,value,status,source', ...lines].join('\n')}\n`
}

/** The files of both dossiers by name. */
export function generate(): ReadonlyMap<string, string> {
  const villages = Array.from({ length: VILLAGES }, (_, index) => `thon-${index + 1}`)
  const random = randomStream(SEED)
  const rows = [...communeRows(random), ...villages.flatMap((village) => villageRows(village, random))]
  const moving = randomStream(MOVEMENT_SEED)
  const movementRows = [
    ...rows,
    ...MOVEMENT_COMMUNE_ROWS,
    ...villages.flatMap((village) => movementVillageRows(village, moving)),
    ...UNITS.flatMap(([unit]) => incidentRows(unit)),
  ]
  const entrants = [
    'id,name,kind,parent,cluster',
    `${COMMUNE},Xã An Nông,xã,,`,
    ...villages.map((id, index) => `${id},Thôn ${index + 1},thôn,${COMMUNE},`),
    ...UNITS.map(([id, name]) => `${id},${name},đơn vị,${COMMUNE},`),
    '',
  ].join('\n')
  return new Map([
    ['entrants.csv', entrants],
    ['facts.csv', factsText(rows)],
    [`${MOVEMENT}/entrants.csv`, entrants],
    [`${MOVEMENT}/facts.csv`, factsText(movementRows)],
  ])
}

if (import.meta.main) {
  for (const [name, text] of generate()) writeFileSync(join(import.meta.dirname, name), text)
}
