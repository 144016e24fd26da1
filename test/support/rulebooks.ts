import fc from 'fast-check'
import * as phrase from './phrases.ts'
import { listOf, maybe, oneOf, say } from './say.ts'

const { amount, award, code, date, each, level, name, number, plainAward, scope, text, unit } = phrase

type Lines = fc.Arbitrary<readonly string[]>

/** The sections one after the other. */
const together = (...sections: readonly Lines[]): Lines => fc.tuple(...sections).map((parts) => parts.flat())
const some = (line: fc.Arbitrary<string>, maxLength = 2): Lines => fc.array(line, { maxLength })
const someOf = (section: Lines, maxLength = 2): Lines =>
  fc.array(section, { maxLength }).map((parts) => parts.flat())
const line = (only: fc.Arbitrary<string>): Lines => only.map((said) => [said])
/** Each section or nothing, in any order. */
const anyOf = (...sections: readonly Lines[]): Lines =>
  fc
    .tuple(...sections)
    .chain((parts) => fc.shuffledSubarray(parts))
    .map((parts) => parts.flat())

const acceptance = say`chấp nhận cảnh báo ${oneOf('cliff', 'tier-gap')} vì ${text}`
const missing = oneOf('chưa có số liệu: 0 điểm', 'chưa có số liệu: không áp dụng')
const rounding = (what: string) =>
  say`${oneOf(what)} ${oneOf('0', '2')} chữ số${oneOf('', ', nửa làm tròn lên', ', nửa làm tròn về số chẵn', ', làm tròn xuống', ', làm tròn lên')}`

const header = together(
  line(say`bộ tiêu chí ${text} mã ${code} phiên bản 2026.1`),
  anyOf(
    some(say`${oneOf('căn cứ', 'ghi chú')} ${text}`),
    some(acceptance),
    line(say`áp dụng cho ${listOf(level, ', ')} ${phrase.dates}`),
    line(say`kỳ số liệu ${fc.oneof(oneOf('từng năm'), phrase.dates)}`),
    some(say`đặc điểm ${level} ${listOf(text, ', ')}`),
    line(say`thang điểm ${number}${oneOf('', ' dự kiến')}`),
    line(rounding('làm tròn tổng điểm')),
    line(rounding('làm tròn từng tiêu chí')),
    line(missing),
    line(say`không áp dụng: ${oneOf('quy đổi về thang điểm', 'quy đổi trong nhóm', 'không quy đổi')}`),
    line(oneOf('đơn vị được chấm theo các tiêu chí chủ trì')),
  ),
)

const measureType = fc.oneof(
  say`${oneOf('số nguyên', 'số thập phân', 'số tiền')} ${unit}`,
  say`điểm theo thang ${number}`,
  say`mức ${listOf(text, ' rồi ')}`,
  oneOf('tỷ lệ', 'chỉ số', 'có/không', 'ngày'),
)
const attributes = anyOf(
  line(oneOf('hằng tháng', 'hằng quý', 'hằng năm')),
  line(oneOf('cộng dồn', 'mới nhất', 'bình quân', 'nhỏ nhất', 'lớn nhất')),
  line(oneOf('kỳ thiếu tính 0', 'bỏ qua kỳ thiếu')),
  line(say`từ ${amount}${maybe(say` đến ${amount}`)}`),
  line(say`bước ${amount}`),
  line(say`là một phần của ${name}`),
  line(oneOf('minh chứng bắt buộc')),
  line(oneOf('chỉ theo dõi')),
  some(say`nguồn ${text}`),
).map((said) => said.map((attribute) => `, ${attribute}`).join(''))
const measure = say`số liệu ${name} ${text}: ${measureType}${attributes}`

const tier = say`${phrase.condition}: ${award}`
const stepped = oneOf('', ' thiếu so với chỉ tiêu', ' lệch so với chỉ tiêu', ' vượt chỉ tiêu')
const item = fc.oneof(each, say`mỗi ${number} ${unit}`, say`mỗi ${amount}`, say`mỗi ${oneOf('bài', 'đơn')}`)
const perItem = say`${item}${stepped} ${oneOf('được', 'trừ')} ${plainAward}${maybe(say`, không quá ${plainAward}`)}`
const note = say`ghi chú ${text}`
const part = fc.oneof(
  line(say`cộng ${plainAward} khi ${name}`),
  together(line(say`cộng theo ${name}`), fc.oneof(some(note, 1), line(perItem)), some(tier)),
)
const rule = fc.oneof(
  fc.array(tier, { minLength: 1, maxLength: 3 }),
  line(
    say`chấm theo tỷ lệ ${oneOf('đạt chỉ tiêu', 'đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm', 'so với cao nhất trong cụm', 'so với bình quân trong cụm')}`,
  ),
  line(perItem),
  someOf(part, 3),
)
const exception = together(
  line(say`riêng ${level} ${text}`),
  fc.oneof(line(oneOf('không áp dụng')), together(some(phrase.target, 1), rule.filter(hasNoNote))),
)

/** A note would end the exception, and what follows would be said of the criterion. */
function hasNoNote(lines: readonly string[]): boolean {
  return !lines.some((said) => said.startsWith('ghi chú'))
}

const value = say`giá trị = ${fc.oneof(
  name,
  say`${name} / ${fc.oneof(name, amount)}`,
  say`${name} trên ${amount} ${name}`,
  say`${oneOf('số ngày chậm của', 'số tháng chậm của')} ${name}`,
)}${maybe(say` ${each}`)}`
const divisor = fc.oneof(name, oneOf('cao nhất trong cụm', 'bình quân trong cụm'))
const body = together(
  anyOf(
    ...['chủ trì', 'phối hợp', 'nguồn', 'căn cứ', 'trích', 'hướng dẫn', 'ghi chú'].map((role) =>
      some(say`${oneOf(role)} ${text}`),
    ),
    some(acceptance),
    line(
      say`thời hạn ${fc.oneof(text, date, oneOf('trước ngày 05/12/2026', 'trước 1/7/2026', 'tháng 11/2026', 'quý IV/2026'))}`,
    ),
    line(say`đo tại ${level}`),
    line(value),
    line(say`khi ${divisor} = 0: ${fc.oneof(oneOf('không áp dụng'), award)}`),
    line(missing),
    line(phrase.target),
    rule,
  ),
  someOf(exception),
  some(note, 1),
)

const head = say`${code} ${text} ${phrase.maximum}${oneOf('', ', không vượt quá điểm tối đa')}${phrase.combination}`
const criterion = together(
  line(say`tiêu chí ${head}`),
  body,
  someOf(together(line(say`tiêu chí thành phần ${head}`), body)),
)
const group = together(
  line(say`nhóm ${code} ${text} ${phrase.maximum}${phrase.combination}`),
  some(fc.oneof(note, acceptance)),
)

const rankingKey = fc.oneof(
  oneOf('tổng điểm', 'tổng điểm đã làm tròn', 'ít điểm trừ hơn', 'nhiều điểm thưởng hơn'),
  say`điểm ${scope} ${code}`,
)
const ranking = say`xếp hạng${oneOf('', ' dự kiến')}${oneOf('', ' trong từng cụm', ' chung các cụm')} theo ${listOf(rankingKey, ', rồi ')}, vẫn bằng thì đồng hạng${oneOf('', ', hạng sau liền kề', ', lấy hạng trung bình')}`
const classRange = fc.oneof(
  say`từ ${number} ${fc.oneof(oneOf('điểm trở lên'), say`đến dưới ${number} điểm`)}`,
  say`dưới ${number} điểm`,
  oneOf('còn lại'),
)
const quota = say`, không quá ${amount} số ${level}, bằng nhau thì cùng ${oneOf('', 'không ')}được`
const tests = some(say`, khi ${phrase.test}`).map((said) => said.join(''))
const classification = together(
  line(say`xếp loại${oneOf('', ' dự kiến')}`),
  some(say`${text} ${classRange}${tests}${maybe(quota)}${tests}`, 3),
)

const givenValue = fc.oneof(
  text,
  date,
  oneOf('có', 'không', 'không áp dụng'),
  say`${amount}${maybe(say` ${unit}`)}`,
)
const given = fc.oneof(
  say`chưa có ${name}`,
  say`năm ${oneOf('2026', '2027')}`,
  say`${level} ${text}`,
  say`${oneOf('cao nhất trong cụm', 'bình quân trong cụm')} = ${amount}`,
  say`${name}${maybe(say` ${each}`)} = ${givenValue}`,
)
const expected = say`${scope} ${code} ${fc.oneof(oneOf('không áp dụng'), say`${oneOf('được', 'bị trừ')} ${number} điểm`)}`
const example = say`ví dụ ${text} với ${listOf(given, ', ')} thì ${listOf(expected, ', ')}`

const change = fc.oneof(
  together(
    line(
      say`sửa đổi ${oneOf('tiêu chí', 'tiêu chí thành phần')} ${code}${maybe(say` ${text}`)}${maybe(say` ${phrase.maximum}`)}`,
    ),
    body,
  ),
  together(
    line(say`sửa đổi nhóm ${code}${maybe(say` ${text}`)}${maybe(say` ${phrase.maximum}`)}`),
    some(note),
  ),
  line(say`bãi bỏ ${scope} ${code}`),
  together(
    line(
      fc.oneof(
        say`bổ sung tiêu chí ${head}${maybe(say` vào ${scope} ${code}`)}`,
        say`bổ sung tiêu chí thành phần ${head} vào ${oneOf('tiêu chí', 'tiêu chí thành phần')} ${code}`,
      ),
    ),
    body,
  ),
)
const amendment = together(
  line(say`sửa đổi phiên bản 2026.2 hiệu lực từ ${date}`),
  some(say`${oneOf('căn cứ', 'ghi chú')} ${text}`),
  someOf(change, 3),
)

const review = say`${oneOf('sơ kết', 'tổng kết')} giai đoạn ${oneOf('2026', '2026-2027', '2027-2026')}${maybe(say` ${text}`)}${oneOf('', ' dự kiến')} theo bình quân tổng điểm các năm`

/** What may stand between any two nodes: it is about the rulebook. */
const anywhere = fc.oneof(measure, say`không xếp hạng khi ${phrase.test}`, review, example)

/** The nodes in their order, with what may stand anywhere strewn between them, the ranking at most once. */
const strewn = (nodes: readonly (readonly string[])[]): Lines =>
  fc
    .tuple(some(ranking, 1), ...nodes.map(() => some(anywhere)))
    .map(([once, ...between]) => [
      ...nodes.flatMap((node, index) => [...node, ...(between[index] ?? [])]),
      ...once,
    ])

/**
 * A whole rulebook at random, clause by clause: any construct of the language, anywhere it may stand. It can be read; it
 * need not pass the checks (names need not be declared, tiers may overlap).
 */
const rulebookLines: Lines = fc
  .tuple(
    header,
    fc.array(criterion, { maxLength: 2 }),
    fc.array(fc.tuple(group, fc.array(criterion, { maxLength: 2 })), { maxLength: 2 }),
    fc.array(classification, { maxLength: 1 }),
    fc.array(amendment, { maxLength: 2 }),
  )
  .chain(([opening, alone, groups, classes, amendments]) =>
    strewn([
      opening,
      ...alone,
      ...groups.flatMap(([first, criteria]) => [first, ...criteria]),
      ...classes,
      ...amendments,
    ]),
  )

/** The same as a text, a clause a line. */
export const rulebookText: fc.Arbitrary<string> = rulebookLines.map((lines) =>
  lines.map((said) => `${said}\n`).join(''),
)
