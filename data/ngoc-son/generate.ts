/**
 * Makes the illustrative dossier of phường Ngọc Sơn: the ward, 18 tổ dân phố and the six units that Phụ lục 2 names, January
 * to October 2026, none of it real. The plan does not say how many tổ dân phố there are: their number is made up too.
 *
 * Run `node data/ngoc-son/generate.ts` to write entrants.csv and facts.csv anew.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Description, type Figure, flow, given, type MadeUpEntrant, makeUp, share } from '../makeUp.ts'

const WARD = 'ngoc-son'

/** The people of each tổ dân phố; those of the ward are their sum. */
const POPULATIONS = [
  742, 918, 655, 803, 577, 1024, 688, 861, 934, 612, 779, 845, 501, 967, 726, 890, 634, 758,
]
const WARD_POPULATION = POPULATIONS.reduce((sum, one) => sum + one, 0)

/** A count that the made-up year does not change. */
const fixed = (measure: string, value: number, every: Figure['every'] = 'quarter'): Figure =>
  given(measure, [`${value}`], every)

function neighbourhood(population: number, index: number): MadeUpEntrant {
  return {
    id: `tdp-${index + 1}`,
    name: `Tổ dân phố ${index + 1}`,
    kind: 'tổ dân phố',
    parent: WARD,
    figures: [
      fixed('dân_số', population, 'month'),
      share('dân_số_phủ_5g', 'dân_số', 0.22, 0.5),
      share('truy_cập_1gbs', 'dân_số', 0.2, 0.46),
      fixed('dân_trưởng_thành', Math.round(population * 0.71), 'month'),
      share('tiếp_cận_dịch_vụ_số', 'dân_trưởng_thành', 0.42, 0.74),
      fixed('dân_từ_15_tuổi', Math.round(population * 0.77), 'month'),
      share('có_tài_khoản', 'dân_từ_15_tuổi', 0.62, 0.8),
      share('có_định_danh', 'dân_số', 0.56, 0.82),
      share('có_chữ_ký_số', 'dân_số', 0.12, 0.32),
      share('có_sổ_sức_khỏe', 'dân_số', 0.48, 0.79),
    ],
  }
}

const quarterly = (measure: string, ...values: readonly string[]): Figure => given(measure, values, 'quarter')
const part = (measure: string, whole: string, from: number, to: number): Figure =>
  share(measure, whole, from, to, 'quarter')

const WARD_FIGURES: readonly Figure[] = [
  fixed('dân_số_phường', WARD_POPULATION),
  fixed('cán_bộ_công_chức', 38),
  part('cán_bộ_kỹ_năng_căn_bản', 'cán_bộ_công_chức', 0.7, 1),
  fixed('cán_bộ_viên_chức', 142),
  part('cán_bộ_làm_chủ_kỹ_năng', 'cán_bộ_viên_chức', 0.45, 0.74),
  fixed('tthc', 404),
  part('tthc_phi_địa_giới', 'tthc', 0.8, 1),
  fixed('tthc_kinh_doanh', 62),
  part('tthc_kinh_doanh_trực_tuyến', 'tthc_kinh_doanh', 0.7, 1),
  flow('giao_dịch_hành_chính', 1500, 2400, 'quarter'),
  part('giao_dịch_phi_tiếp_xúc', 'giao_dịch_hành_chính', 0.32, 0.64),
  flow('hồ_sơ_tthc', 1400, 2200, 'quarter'),
  part('hồ_sơ_số_hóa', 'hồ_sơ_tthc', 0.84, 0.97),
  fixed('tthc_đủ_điều_kiện', 310),
  part('dvc_toàn_trình', 'tthc_đủ_điều_kiện', 0.88, 0.98),
  part('hồ_sơ_trực_tuyến', 'hồ_sơ_tthc', 0.78, 0.95),
  part('kết_quả_điện_tử', 'hồ_sơ_tthc', 0.75, 0.94),
  part('hồ_sơ_dùng_lại', 'hồ_sơ_tthc', 0.35, 0.68),
  flow('hồ_sơ_có_phí', 480, 820, 'quarter'),
  part('hồ_sơ_thanh_toán_trực_tuyến', 'hồ_sơ_có_phí', 0.45, 0.78),
  flow('văn_bản', 900, 1300, 'quarter'),
  part('văn_bản_toàn_trình', 'văn_bản', 0.88, 1),
  flow('nhiệm_vụ', 60, 95, 'quarter'),
  part('nhiệm_vụ_điện_tử', 'nhiệm_vụ', 0.8, 1),
  fixed('cơ_quan', 8),
  quarterly('cơ_quan_điều_hành_số', '6', '7', '8'),
  quarterly('không_tiền_mặt', '71,5%', '76%', '80,2%'),
  // The ward runs no information system of its own: the criterion does not apply.
  fixed('hệ_thống_thông_tin', 0),
  fixed('hệ_thống_đám_mây', 0),
  fixed('doanh_nghiệp_vừa_nhỏ', 146),
  part('doanh_nghiệp_ứng_dụng_số', 'doanh_nghiệp_vừa_nhỏ', 0.26, 0.46),
  quarterly('ứng_dụng_ai', 'Không'),
  quarterly('cơ_sở_dữ_liệu_ngành', 'Chưa thực hiện', 'Đang thực hiện'),
  fixed('doanh_nghiệp_công_nghệ_số', 2),
  quarterly('chi_ngân_sách', '21500', '24800', '23900'),
  quarterly('chi_chuyển_đổi_số', '180', '310', '420'),
  quarterly('tập_huấn_phường', '1', '1', '2'),
  quarterly('tập_huấn_tổ', '0', '2', '2'),
  quarterly('lớp_chuyển_đổi_số', '0', '1', '1'),
  quarterly('lớp_bình_dân_học_vụ_số', '0', '0', '1'),
  // The Sundays of each month of 2026.
  given('tuần', ['4', '4', '5', '4', '5', '4', '4', '5', '4', '4']),
  given('tuần_có_phát_thanh', ['4', '2', '4', '4', '5', '4', '3', '5', '4', '4']),
  given('ngày_khảo_sát_trạm', ['28/10/2026'], 'year'),
  quarterly('lớp_của_sở', '2', '3', '3'),
  quarterly('lớp_tham_gia_đủ', '2', '3', '2'),
  quarterly('hội_nghị_số_hóa', '0', '1', '0'),
  quarterly('hỗ_trợ_thiết_bị', 'Chưa thực hiện', 'Đang thực hiện', 'Cơ bản hoàn thành'),
  quarterly('kế_hoạch_đề_án_06', 'có'),
  fixed('máy_tính', 74),
  part('máy_tính_nối_mạng', 'máy_tính', 0.88, 1),
  quarterly('chuyển_đổi_số_y_tế', 'Đang thực hiện', 'Đang thực hiện', 'Cơ bản hoàn thành'),
  quarterly('chuyển_đổi_số_giáo_dục', 'Đang thực hiện'),
]

/** The units that lead a task of Phụ lục 2, and whether their report came late in each quarter. */
const UNITS: readonly (readonly [id: string, name: string, ...late: readonly string[]])[] = [
  ['phong-van-hoa-xa-hoi', 'Phòng Văn hóa - Xã hội', '0', '0', '0'],
  ['van-phong', 'Văn phòng HĐND và UBND phường', '0', '1', '0'],
  ['trung-tam-hanh-chinh-cong', 'Trung tâm Phục vụ hành chính công', '0', '0', '0'],
  ['trung-tam-dich-vu-cong', 'Trung tâm Cung ứng Dịch vụ công', '0', '0', '0'],
  ['cong-an', 'Công an phường', '0', '0', '0'],
  ['co-so-y-te', 'Cơ sở Y tế', '0', '1', '1'],
]

const DESCRIPTION: Description = {
  seed: 17710,
  year: 2026,
  months: 10,
  entrants: [
    // No figure for kinh_tế_số: whoever measures it has not reported it before the end of the year.
    { id: WARD, name: 'Phường Ngọc Sơn', kind: 'phường', figures: WARD_FIGURES },
    ...POPULATIONS.map(neighbourhood),
    ...UNITS.map(([id, name, ...late]) => ({
      id,
      name,
      kind: 'đơn vị',
      parent: WARD,
      figures: [quarterly('báo_cáo_quý_chậm', ...late)],
    })),
  ],
  exceptions: [
    { entrant: 'tdp-13', period: '2026-10', make: 'absent' },
    { entrant: 'tdp-7', measure: 'có_chữ_ký_số', period: '2026-10', make: 'pending' },
  ],
}

/** The two files of the dossier by name. */
export function generate(): ReadonlyMap<string, string> {
  return makeUp(DESCRIPTION)
}

if (import.meta.main) {
  for (const [name, text] of generate()) writeFileSync(join(import.meta.dirname, name), text)
}
