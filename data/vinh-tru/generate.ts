/**
 * Describes the illustrative dossier of xã Vĩnh Trụ: the commune, its villages and the units that lead its indicators,
 * January to October 2026, none of it real. The plan does not say how many villages there are.
 *
 * Run `node data/vinh-tru/generate.ts` to write entrants.csv and facts.csv anew.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Exception,
  type Figure,
  flow,
  given,
  type MadeUpEntrant,
  makeUp,
  randomStream,
  share,
  stock,
} from '../makeUp.ts'

const SEED = 35
const VILLAGES = 18
const COMMUNE = 'vinh-tru'
/** Nobody works in its digital team yet, so nothing can be said of its training. */
const VILLAGE_WITHOUT_TEAM = 11

const STAFF: readonly Figure[] = [
  flow('nhiệm_vụ_giao', 2, 6),
  share('nhiệm_vụ_có_văn_bản', 'nhiệm_vụ_giao', 0.85, 1),
  share('nhiệm_vụ_theo_dõi_số', 'nhiệm_vụ_giao', 0.75, 1),
  stock('đảng_viên_cán_bộ', 76, 88),
  share('đảng_viên_có_chữ_ký_số', 'đảng_viên_cán_bộ', 0.6, 1),
  stock('cơ_quan', 12, 14),
  share('cơ_quan_có_mạng_lan', 'cơ_quan', 0.4, 0.8),
  share('cơ_quan_phòng_mã_độc', 'cơ_quan', 0.5, 0.9),
  stock('cán_bộ_công_chức', 46, 54),
  share('cán_bộ_kỹ_năng_căn_bản', 'cán_bộ_công_chức', 0.5, 1),
  stock('cán_bộ_viên_chức', 168, 190),
  share('cán_bộ_làm_chủ_kỹ_năng', 'cán_bộ_viên_chức', 0.5, 0.85),
  share('cán_bộ_có_trang_bị', 'cán_bộ_viên_chức', 0.7, 1),
  given('cán_bộ_cntt', ['3']),
  given('cán_bộ_cntt_có_chứng_chỉ', ['0', '0', '0', '0', '0', '1']),
  stock('thành_viên_ứng_cứu', 16, 20),
  share('thành_viên_đã_diễn_tập', 'thành_viên_ứng_cứu', 0.1, 0.7),
  stock('trang_thông_tin', 7, 9),
  share('trang_có_chuyên_mục', 'trang_thông_tin', 0.5, 0.9),
]

const PROCEDURES: readonly Figure[] = [
  flow('hồ_sơ_tthc', 380, 520),
  share('hồ_sơ_dùng_lại', 'hồ_sơ_tthc', 0.65, 0.9),
  share('hồ_sơ_số_hóa', 'hồ_sơ_tthc', 0.8, 0.97),
  share('hồ_sơ_trực_tuyến', 'hồ_sơ_tthc', 0.74, 0.93),
  share('kết_quả_điện_tử', 'hồ_sơ_tthc', 0.8, 0.97),
  stock('cơ_sở_dữ_liệu', 8, 11),
  share('cơ_sở_dữ_liệu_liên_thông', 'cơ_sở_dữ_liệu', 0.3, 0.55),
  stock('di_sản', 20, 28),
  share('di_sản_số_hóa', 'di_sản', 0.15, 0.45),
  given('chỉ_số_chuyển_đổi_số', ['0,68'], 'year'),
  stock('tthc', 390, 420),
  share('tthc_phi_địa_giới', 'tthc', 0.75, 0.98),
  stock('tthc_kinh_doanh', 92, 110),
  share('tthc_kinh_doanh_trực_tuyến', 'tthc_kinh_doanh', 0.7, 0.96),
  stock('tthc_đủ_điều_kiện', 205, 230),
  share('dvc_toàn_trình', 'tthc_đủ_điều_kiện', 0.78, 1),
  flow('giao_dịch', 620, 880),
  share('giao_dịch_phi_tiếp_xúc', 'giao_dịch', 0.55, 0.84),
  stock('giấy_tờ_kinh_doanh', 42, 58),
  share('giấy_tờ_một_lần', 'giấy_tờ_kinh_doanh', 0.6, 0.95),
  // A commune is seldom charged with regulating procedures itself.
  given('tthc_được_giao', ['0']),
  given('tthc_được_giao_toàn_trình', ['0']),
  flow('hồ_sơ_dvc', 250, 340),
  share('hồ_sơ_dvc_trực_tuyến', 'hồ_sơ_dvc', 0.5, 0.8),
  flow('hồ_sơ_có_phí', 120, 200),
  share('hồ_sơ_thanh_toán_trực_tuyến', 'hồ_sơ_có_phí', 0.55, 0.9),
  flow('lượt_đánh_giá', 60, 140),
  share('lượt_hài_lòng', 'lượt_đánh_giá', 0.9, 0.97),
  flow('hồ_sơ_công_việc', 300, 420),
  share('hồ_sơ_công_việc_số', 'hồ_sơ_công_việc', 0.85, 1),
  flow('văn_bản_hồ_sơ', 900, 1300),
  share('văn_bản_hồ_sơ_toàn_trình', 'văn_bản_hồ_sơ', 0.5, 0.75),
  stock('chế_độ_báo_cáo', 30, 36),
  share('chế_độ_báo_cáo_số', 'chế_độ_báo_cáo', 0.8, 1),
  stock('doanh_nghiệp_vừa_nhỏ', 60, 85),
  share('doanh_nghiệp_số', 'doanh_nghiệp_vừa_nhỏ', 0.2, 0.4),
  stock('dân_từ_15_tuổi', 10500, 10800),
  share('có_tài_khoản', 'dân_từ_15_tuổi', 0.68, 0.88),
  stock('hệ_thống_thông_tin', 5, 7),
  share('hệ_thống_được_phê_duyệt', 'hệ_thống_thông_tin', 0.4, 0.9),
]

const TODO = 'Chưa triển khai'
const DOING = 'Đang triển khai'
const NEARLY = 'Cơ bản hoàn thành'
const DONE = 'Hoàn thành'

/** How far a document or a task is, from the first month in which it is so. */
function since(measure: string, steps: readonly (readonly [month: number, value: string])[]): Figure {
  const values = steps.flatMap(([month, value], place) =>
    Array<string>((steps[place + 1]?.[0] ?? month + 1) - month).fill(value),
  )
  return given(measure, values)
}

const DOCUMENTS: readonly Figure[] = [
  since('quy_chế_hệ_thống', [
    [1, 'không'],
    [4, 'có'],
  ]),
  since('quy_trình_nội_bộ', [
    [1, 'không'],
    [3, 'có'],
  ]),
  since('kế_hoạch_ngày_10_10', [
    [1, 'không'],
    [9, 'có'],
  ]),
  given('kế_hoạch_hạ_tầng', ['không']),
  given('hướng_dẫn_tuyên_truyền', ['có']),
  given('kế_hoạch_2027', ['không']),
  since('văn_bản_đề_án_06', [
    [1, 'không'],
    [2, 'có'],
  ]),
]

const TASKS: readonly Figure[] = [
  since('mạng_nội_bộ', [
    [1, TODO],
    [4, DOING],
    [9, NEARLY],
  ]),
  since('trợ_lý_ảo', [
    [1, TODO],
    [6, DOING],
  ]),
  since('giám_sát_an_toàn', [
    [1, TODO],
    [3, DOING],
    [7, DONE],
  ]),
  since('chuyển_đổi_số_giáo_dục', [
    [1, TODO],
    [5, DOING],
    [10, NEARLY],
  ]),
  since('tập_huấn_tổ_công_nghệ', [
    [1, TODO],
    [4, DOING],
  ]),
  since('đài_truyền_thanh', [
    [1, TODO],
    [8, DOING],
  ]),
  since('bưu_chính_công_ích', [
    [1, TODO],
    [3, DOING],
    [6, DONE],
  ]),
]

/** Late reports by unit: month by month, then quarter by quarter. The culture office receives the reports and sends none. */
const UNITS: readonly (readonly [
  id: string,
  name: string,
  late?: readonly [months: string, quarters: string],
])[] = [
  ['phong-van-hoa-xa-hoi', 'Phòng Văn hóa - Xã hội'],
  ['van-phong', 'Văn phòng HĐND và UBND xã', ['0000000000', '000']],
  ['phong-kinh-te', 'Phòng Kinh tế', ['0110000010', '010']],
  ['trung-tam-hanh-chinh-cong', 'Trung tâm Phục vụ hành chính công xã', ['0000100000', '000']],
  ['trung-tam-dich-vu', 'Trung tâm Dịch vụ Sự nghiệp công xã', ['1000010100', '001']],
  ['cong-an-xa', 'Công an xã', ['0000000000', '000']],
]

function units(): readonly MadeUpEntrant[] {
  return UNITS.map(([id, name, late]) => ({
    id,
    name,
    kind: 'đơn vị',
    parent: COMMUNE,
    attributes: late ? [] : ['nơi nhận báo cáo'],
    figures: late
      ? [given('báo_cáo_tháng_chậm', [...late[0]]), given('báo_cáo_quý_chậm', [...late[1]], 'quarter')]
      : [],
  }))
}

function villages(): readonly MadeUpEntrant[] {
  const random = randomStream(SEED)
  return Array.from({ length: VILLAGES }, (_, index) => {
    const number = index + 1
    const people = 420 + Math.round(860 * random())
    const team = number === VILLAGE_WITHOUT_TEAM ? 0 : 5 + Math.round(4 * random())
    return {
      id: `thon-${number}`,
      name: `Thôn ${number}`,
      kind: 'thôn',
      parent: COMMUNE,
      figures: [
        given('dân_số', [`${people}`]),
        given('dân_trưởng_thành', [`${Math.round(people * 0.71)}`]),
        given('thành_viên_tổ_công_nghệ', [`${team}`]),
        share('thành_viên_tổ_đã_tập_huấn', 'thành_viên_tổ_công_nghệ', 0.3, 0.9),
        share('dân_số_phủ_5g', 'dân_số', 0.4, 0.63),
        share('truy_cập_1gbs', 'dân_số', 0.34, 0.57),
        share('có_định_danh_mức_2', 'dân_số', 0.46, 0.66),
        share('có_chữ_ký_số', 'dân_trưởng_thành', 0.1, 0.26),
        share('có_sổ_sức_khỏe', 'dân_số', 0.2, 0.36),
        share('tiếp_cận_dịch_vụ_số', 'dân_trưởng_thành', 0.46, 0.72),
      ],
    }
  })
}

const EXCEPTIONS: readonly Exception[] = [
  { entrant: 'thon-7', period: '2026-10', make: 'absent' },
  { entrant: COMMUNE, measure: 'chỉ_số_chuyển_đổi_số', make: 'pending' },
]

/** The two files of the dossier by name. */
export function generate(): ReadonlyMap<string, string> {
  const commune = {
    id: COMMUNE,
    name: 'Xã Vĩnh Trụ',
    kind: 'xã',
    figures: [...STAFF, ...PROCEDURES, ...DOCUMENTS, ...TASKS],
  }
  return makeUp({
    seed: SEED,
    year: 2026,
    months: 10,
    entrants: [commune, ...villages(), ...units()],
    exceptions: EXCEPTIONS,
  })
}

if (import.meta.main) {
  for (const [name, text] of generate()) writeFileSync(join(import.meta.dirname, name), text)
}
