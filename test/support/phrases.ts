import fc from 'fast-check'
import { listOf, maybe, oneOf, say } from './say.ts'

/** The phrases of the language at random, as its grammar has them (src/language/grammar/phrases.ts). */

const LETTERS = [...'aăâbcdđeêgioôơuưyộắẾ0123 .,;:#%=/-«»()“”']

export const text: fc.Arbitrary<string> = fc.oneof(
  oneOf('"Tin bài"', '"Kế hoạch số 28/KH-UBND; Phụ lục 1"', '"tiêu chí 1 "', '“Kế hoạch "số hóa"”'),
  fc
    .string({ unit: fc.constantFrom(...LETTERS), maxLength: 20 })
    .filter((inside) => inside.trim() !== '')
    .map((inside) => `"${inside}"`),
)
export const name: fc.Arbitrary<string> = oneOf(
  ...['bài', 'hồ_sơ', 'phát_sóng', 'có_liên_kết', 'x1', '_a', 'Tin', 'chậm', 'số_điểm', 'TỷLệ'],
)
export const code: fc.Arbitrary<string> = oneOf(
  ...['1', '12', '3a', '5.10', '5.10b', 'III.20', 'II', 'T1', 'an-nong'],
)
/** Words that are keywords too are among them. */
export const unit: fc.Arbitrary<string> = oneOf(
  ...[
    'bài',
    'tin bài',
    'lần/tháng',
    'doanh nghiệp/1.000 dân',
    'thôn',
    'khu phố',
    'tổ dân phố',
    'điểm',
    'ngày',
  ],
  ...['tháng', 'Tháng', 'năm', 'năm học', 'tháng/người', 'mức', 'nhóm', 'triệu đồng', 'Đơn', 'đơn vị'],
)
export const level: fc.Arbitrary<string> = oneOf(
  ...[
    'xã',
    'phường',
    'đặc khu',
    'thôn',
    'bản',
    'khu phố',
    'tổ dân phố',
    'ấp',
    'khóm',
    'xóm',
    'buôn',
    'làng',
    'đơn vị',
  ],
)
export const date: fc.Arbitrary<string> = oneOf('01/01/2026', '31/12/2026', '1/7/2026', '29/02/2028')
export const dates: fc.Arbitrary<string> = say`từ ${date} đến ${date}`
export const each: fc.Arbitrary<string> = oneOf('mỗi tháng', 'mỗi quý', 'mỗi năm')
export const scope: fc.Arbitrary<string> = oneOf('nhóm', 'tiêu chí', 'tiêu chí thành phần')

export const number: fc.Arbitrary<string> = fc.oneof(
  oneOf('0', '1', '1000', '15.763', '35,4', '0,25', '1.234.567,5', '1/2', '20/3', '1/3', '14/8'),
  fc.nat({ max: 200 }).map(String),
)
export const amount: fc.Arbitrary<string> = say`${number}${oneOf('', '', '%')}`
export const plainAward: fc.Arbitrary<string> = fc.oneof(
  oneOf('điểm tối đa', '1/2 điểm tối đa', '3/4 điểm tối đa', '50% điểm tối đa', '7/30 điểm tối đa'),
  say`${number} điểm`,
)
export const award: fc.Arbitrary<string> = fc.oneof(plainAward, say`trừ ${plainAward}`, oneOf('trừ hết điểm'))
const tentative = oneOf('', ' dự kiến')
export const maximum: fc.Arbitrary<string> = say`${oneOf('tối đa', 'trừ tối đa', 'khuyến khích, thưởng tối đa')} ${number} điểm${tentative}`
export const combination: fc.Arbitrary<string> = oneOf(
  ...['', ', chỉ tính thành phần cao nhất', ', chỉ tính thành phần thấp nhất'],
  ', tính bình quân các thành phần',
)

const bound = fc.oneof(say`${amount}${maybe(say` ${unit}`)}`, text)
const range: fc.Arbitrary<string> = fc.oneof(
  say`${oneOf('trên', 'dưới', 'không quá', 'ít nhất', 'bằng')} ${bound}`,
  say`từ ${bound} trở lên`,
  say`${oneOf('từ', 'trên')} ${bound} ${oneOf('đến', 'đến dưới')} ${bound}`,
)
export const condition: fc.Arbitrary<string> = fc.oneof(
  range,
  text,
  oneOf('đạt chỉ tiêu', 'chưa đạt chỉ tiêu', 'dưới chỉ tiêu', 'trong chỉ tiêu', 'vượt chỉ tiêu'),
  oneOf('có', 'không', 'còn lại'),
)
const pointsRange = fc.oneof(
  say`từ ${plainAward} ${fc.oneof(oneOf('trở lên'), say`${oneOf('đến', 'đến dưới')} ${plainAward}`)}`,
  say`${oneOf('trên', 'dưới', 'không quá', 'ít nhất', 'bằng')} ${plainAward}`,
)
export const test: fc.Arbitrary<string> = fc.oneof(
  say`${name}${maybe(say` ${range}`)}`,
  say`không ${name}`,
  say`${scope} ${code} ${pointsRange}`,
  say`${oneOf('mọi nhóm', 'mọi tiêu chí')} ${pointsRange}`,
)

const goal = say`${oneOf('', 'không quá ')}${fc.oneof(
  text,
  say`${amount}${maybe(say`-${amount}`)}${maybe(say` ${unit}`)}`,
)}`
const years = oneOf('năm 2026', 'năm 2026-2027', 'từ năm 2028')
export const target: fc.Arbitrary<string> = say`chỉ tiêu${tentative} ${fc.oneof(say`${goal}${tentative}`, listOf(say`${years} ${goal}${tentative}`, ', '))}`
