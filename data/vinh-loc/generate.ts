/**
 * Makes the illustrative dossier of xã Vĩnh Lộc: 40 villages, 8 units, January to October 2026, none of it real. The plan
 * gives the number of villages, not how many of them are khu phố, and no results.
 *
 * Run `node data/vinh-loc/generate.ts` to write entrants.csv and facts.csv anew; a test compares them.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, flow, given, type MadeUpEntrant, makeUp, randomStream, share } from '../makeUp.ts'

const SEED = 23012026
const COMMUNE = 'vinh-loc'
const THON = 31
const KHU_PHO = 9

/** Who leads indicators, named as in the rulebook: a unit is scored on the commune's results. */
const UNITS = [
  ['van-hoa-xa-hoi', 'Phòng Văn hóa - Xã hội'],
  ['kinh-te', 'Phòng Kinh tế'],
  ['van-phong', 'Văn phòng HĐND và UBND'],
  ['phuc-vu-hanh-chinh-cong', 'Trung tâm Phục vụ hành chính công xã'],
  ['cung-ung-dich-vu-cong', 'Trung tâm Cung ứng dịch vụ công xã'],
  ['cong-an', 'Công an xã'],
  ['vnpt', 'VNPT Vĩnh Lộc'],
  ['agribank', 'Ngân hàng Nhà nước (Agribank)'],
] as const

/** How many people of each kind a village has, as parts of everybody who lives there. */
const PEOPLE = [
  ['dân_từ_15_tuổi', 0.78],
  ['công_dân_từ_14_tuổi', 0.795],
  ['dân_trưởng_thành', 0.72],
  ['hộ', 0.27],
] as const

function villageFigures(random: () => number): readonly Figure[] {
  const people = 420 + Math.round(930 * random())
  const enterprises = Math.max(0, Math.round(14 * random() - 2))
  return [
    given('dân_số', [`${people}`]),
    ...PEOPLE.map(([measure, part]) => given(measure, [`${Math.round(people * part)}`])),
    share('dân_số_phủ_sóng', 'dân_số', 0.2, 0.42),
    share('truy_cập_1gbs', 'dân_số', 0.22, 0.48),
    share('tài_khoản_ngân_hàng', 'dân_từ_15_tuổi', 0.6, 0.78),
    share('có_tài_khoản_ngân_hàng', 'tài_khoản_ngân_hàng', 0.84, 0.95),
    given('doanh_nghiệp', [`${enterprises}`]),
    share('doanh_nghiệp_số', 'doanh_nghiệp', 0.2, 0.5),
    share('doanh_nghiệp_đổi_mới', 'doanh_nghiệp', 0.02, 0.16),
    share('hộ_cáp_quang', 'hộ', 0.5, 0.72),
    share('tiếp_cận_y_tế', 'dân_trưởng_thành', 0.4, 0.68),
    share('tiếp_cận_giáo_dục', 'dân_trưởng_thành', 0.36, 0.62),
    share('tiếp_cận_bảo_hiểm', 'dân_trưởng_thành', 0.42, 0.72),
    share('tiếp_cận_giao_thông', 'dân_trưởng_thành', 0.3, 0.56),
    share('có_định_danh_điện_tử', 'công_dân_từ_14_tuổi', 0.38, 0.58),
    share('có_sổ_sức_khỏe', 'dân_số', 0.55, 0.8),
    share('có_chữ_ký_số', 'dân_trưởng_thành', 0.12, 0.32),
  ]
}

const COMMUNE_FIGURES = [
  given('cán_bộ', ['64']),
  share('cán_bộ_kỹ_năng_số', 'cán_bộ', 0.62, 0.97),
  flow('kết_quả_tthc', 520, 760),
  share('kết_quả_tthc_số_hóa', 'kết_quả_tthc', 0.76, 0.95),
  given('tthc', ['389']),
  given('tthc_đủ_điều_kiện', ['341']),
  given('dvc_toàn_trình', ['302', '302', '310', '310', '318', '318', '325', '325', '331', '336']),
  share('tthc_phi_địa_giới', 'tthc', 0.52, 0.78),
  given('giấy_tờ_kinh_doanh', ['46']),
  given('giấy_tờ_một_lần', ['31', '31', '33', '36', '36', '38', '40', '40', '41', '43']),
  flow('hồ_sơ_dvc', 360, 540),
  share('hồ_sơ_dvc_trực_tuyến', 'hồ_sơ_dvc', 0.74, 0.95),
  flow('hồ_sơ_tthc', 540, 790),
  share('hồ_sơ_tthc_trực_tuyến', 'hồ_sơ_tthc', 0.62, 0.82),
  share('hồ_sơ_dùng_lại', 'hồ_sơ_tthc', 0.42, 0.74),
  flow('hồ_sơ_có_phí', 150, 260),
  share('hồ_sơ_thanh_toán_trực_tuyến', 'hồ_sơ_có_phí', 0.58, 0.86),
  given('điểm_hài_lòng', ['17,6', '17,8', '17,8', '18', '18,1', '18,1', '18,3', '18,2', '18,4', '18,5']),
  flow('văn_bản_phát_hành', 210, 330),
  share('văn_bản_điện_tử', 'văn_bản_phát_hành', 0.94, 1),
  given('báo_cáo_định_kỳ', ['18', '18', '24', '18', '18', '24', '18', '18', '24', '18']),
  share('báo_cáo_trên_hệ_thống', 'báo_cáo_định_kỳ', 0.86, 1),
  flow('nhiệm_vụ', 60, 110),
  share('nhiệm_vụ_trên_mạng', 'nhiệm_vụ', 0.78, 1),
  flow('văn_bản_chỉ_đạo', 35, 70),
  share('văn_bản_chỉ_đạo_điện_tử', 'văn_bản_chỉ_đạo', 0.9, 1),
  given('doanh_nghiệp_khcn', ['0', '0', '0', '0', '0', '0', '0', '0', '1', '1']),
  given('doanh_nghiệp_khởi_nghiệp', ['0', '0', '0', '0', '0', '1', '1', '1', '1', '1']),
  given('đơn_sở_hữu_trí_tuệ', ['0', '0', '1', '0', '0', '1', '0', '1', '0', '0']),
  given('có_chuyên_mục', ['không', 'không', 'có']),
  given('có_liên_kết', ['không']),
  // 23 by October, one short of full marks.
  given('tin_bài', ['1', '2', '3', '2', '2', '4', '1', '3', '2', '3']),
  given('phát_sóng', ['2', '1', '3', '4', '4', '4', '3', '4', '5', '4']),
]

function villages(): readonly MadeUpEntrant[] {
  const random = randomStream(SEED)
  const named = (count: number, id: string, name: string, kind: string): readonly MadeUpEntrant[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `${id}-${index + 1}`,
      name: `${name} ${index + 1}`,
      kind,
      parent: COMMUNE,
      figures: villageFigures(random),
    }))
  return [...named(THON, 'thon', 'Thôn', 'thôn'), ...named(KHU_PHO, 'khu-pho', 'Khu phố', 'khu phố')]
}

/** The two files of the dossier by name. */
export function generate(): ReadonlyMap<string, string> {
  return makeUp({
    seed: SEED,
    year: 2026,
    months: 10,
    entrants: [
      { id: COMMUNE, name: 'Xã Vĩnh Lộc', kind: 'xã', figures: COMMUNE_FIGURES },
      ...UNITS.map(([id, name]) => ({ id, name, kind: 'đơn vị', parent: COMMUNE, figures: [] })),
      ...villages(),
    ],
    exceptions: [
      { entrant: 'thon-17', period: '2026-10', make: 'absent' },
      { entrant: 'khu-pho-4', measure: 'có_chữ_ký_số', period: '2026-10', make: 'pending' },
    ],
  })
}

if (import.meta.main) {
  for (const [name, text] of generate()) writeFileSync(join(import.meta.dirname, name), text)
}
