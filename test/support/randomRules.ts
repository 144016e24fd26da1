import fc from 'fast-check'

/**
 * Criteria at random, each of clauses that are right by themselves: whether they fit together is for the checks to say.
 * Measures: `n` whole numbers, `w` part of `n`, `x` with decimals, `s` in steps of 0,5, `p` a percentage, `l` levels, `d` a
 * day, `f` có/không, `h` a score out of 20.
 */
const choice = fc.constantFrom
const small = fc.integer({ min: 0, max: 6 })

const range = fc.oneof(
  choice('', '', ', từ 1'),
  fc.tuple(small, small).map(([low, more]) => `, từ ${low} đến ${low + more}`),
)
const gathered = choice('mới nhất', 'cộng dồn', 'bình quân', 'nhỏ nhất', 'lớn nhất')
const often = choice('hằng năm', 'hằng quý', 'hằng tháng')

export const randomMeasures: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    often,
    gathered,
    range,
    range,
    range,
    often,
    choice('', '', ', kỳ thiếu tính 0', ', bỏ qua kỳ thiếu'),
  )
  .map(([frequency, how, forN, forX, forW, flagOften, absent]) => [
    `số liệu n "n": số nguyên bài, ${frequency}, ${how}${forN}${absent}`,
    `số liệu w "w": số nguyên bài, ${frequency}, ${how}${forW}, là một phần của n`,
    `số liệu x "x": số thập phân giờ, ${frequency}, ${how}${forX}`,
    `số liệu s "s": số thập phân buổi, hằng năm, từ 0 đến 4, bước 0,5`,
    `số liệu p "p": tỷ lệ, hằng năm, từ 0% đến 100%`,
    `số liệu l "l": mức "Chưa" rồi "Đang" rồi "Xong", hằng năm`,
    `số liệu d "d": ngày, hằng năm`,
    `số liệu f "f": có/không, ${flagOften}`,
    `số liệu h "h": điểm theo thang 20, hằng năm`,
  ])

const award = choice('điểm tối đa', '1/2 điểm tối đa', '1/3 điểm tối đa', '0 điểm', '1,5 điểm')
const taken = choice('trừ 1 điểm', 'trừ 1/2 điểm tối đa', 'trừ hết điểm', 'trừ 0 điểm')

/** Tiers in steps of `unit`, which touch as often as not. */
const tiersBy = (unit: (steps: number) => string, given: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  fc
    .tuple(small, fc.integer({ min: 1, max: 4 }), given, given, given, choice('rest', 'below', 'over'))
    .map(([low, more, first, second, third, last]) => {
      const [from, to] = [unit(low), unit(low + more)]
      const lines = [`từ ${from} đến dưới ${to}: ${second}`]
      if (last === 'over') return [...lines, `trên ${to}: ${first}`, `còn lại: ${third}`]
      lines.push(`từ ${to} trở lên: ${first}`)
      return [...lines, last === 'below' && low > 0 ? `dưới ${from}: ${third}` : `còn lại: ${third}`]
    })
const targetTiers = (given: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  fc.tuple(given, given).map(([yes, no]) => [`đạt chỉ tiêu: ${yes}`, `chưa đạt chỉ tiêu: ${no}`])
const rangeTargetTiers = (given: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  fc
    .tuple(given, given, given)
    .map(([below, inside, above]) => [
      `dưới chỉ tiêu: ${below}`,
      `trong chỉ tiêu: ${inside}`,
      `vượt chỉ tiêu: ${above}`,
    ])
const items = (step: string, given: fc.Arbitrary<string>, of: string): fc.Arbitrary<string[]> =>
  fc.tuple(given, choice('', ', không quá 2,5 điểm', ', không quá điểm tối đa')).map(([points, limit]) => {
    const verb = points.startsWith('trừ') ? points : `được ${points}`
    return [`mỗi ${step}${of} ${verb}${limit}`]
  })
const steps = choice('0,5 điểm', '1/3 điểm tối đa', '0,01 điểm')
const lost = choice('trừ 0,5 điểm', 'trừ 1/4 điểm tối đa', 'trừ 0,01 điểm')

const judged = (lines: readonly string[], how: fc.Arbitrary<string[]>): fc.Arbitrary<readonly string[]> =>
  how.map((rule) => [...lines, ...rule])

const proportion = choice(
  'chấm theo tỷ lệ đạt chỉ tiêu',
  'chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm',
).map((line) => [line])

const asCount = (steps_: number): string => `${steps_}`
const asPercent = (steps_: number): string => `${steps_ * 20}%`
const zero = choice('khi n = 0: không áp dụng', 'khi n = 0: 1 điểm', '')

const counted = (name: string, unit: string): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    judged([`giá trị = ${name}`], tiersBy(asCount, award)),
    judged([`giá trị = ${name}`, `chỉ tiêu 2,5 ${unit}`], fc.oneof(targetTiers(award), proportion)),
    judged([`giá trị = ${name}`, `chỉ tiêu 2-3 ${unit}`], rangeTargetTiers(award)),
    judged([`giá trị = ${name}`, `chỉ tiêu không quá 2 ${unit}`], targetTiers(award)),
    judged([`giá trị = ${name}`], items(`2 ${unit}`, fc.oneof(steps, lost), '')),
    judged(
      [`giá trị = ${name}`, `chỉ tiêu 2-3 ${unit}`],
      fc.oneof(
        items(`0,5 ${unit}`, lost, ' lệch so với chỉ tiêu'),
        items(`1 ${unit}`, lost, ' thiếu so với chỉ tiêu'),
        items(`1 ${unit}`, fc.oneof(lost, steps), ' vượt chỉ tiêu'),
      ),
    ),
  )

const shares = (value: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    judged([...value, 'chỉ tiêu 40%'], fc.oneof(tiersBy(asPercent, award), proportion, targetTiers(award))),
    judged([...value], items('10%', fc.oneof(steps, lost), '')),
  )

const quotients = zero.chain((answer) =>
  choice('giá trị = w / n', 'giá trị = x / n').chain((value) => shares([value, answer])),
)

const part = fc.oneof(
  award.map((given) => [`cộng ${given} khi f`]),
  fc.tuple(choice('n', 's'), tiersBy(asCount, award)).map(([by, tiers]) => [`cộng theo ${by}`, ...tiers]),
  fc
    .tuple(choice(['n', 'bài'], ['s', 'buổi']), steps)
    .map(([[by = '', unit = ''], given]) => [
      `cộng theo ${by}`,
      `mỗi ${unit} được ${given}, không quá 2 điểm`,
    ]),
)

/** The clauses below `tiêu chí`: those of a criterion within the scale. */
export const randomRule: fc.Arbitrary<readonly string[]> = fc.oneof(
  counted('n', 'bài'),
  counted('x', 'giờ'),
  counted('s', 'buổi'),
  shares(['giá trị = p']),
  shares(['giá trị = h / 20']),
  quotients,
  judged(
    ['giá trị = l'],
    fc.tuple(award, award).map(([a, b]) => [`từ "Đang" trở lên: ${a}`, `còn lại: ${b}`]),
  ),
  judged(
    ['giá trị = f'],
    fc.tuple(award, award).map(([yes, no]) => [`có: ${yes}`, `không: ${no}`]),
  ),
  judged(['giá trị = số tháng chậm của d', 'thời hạn 31/03/2026'], items('tháng', lost, '')),
  judged(
    ['giá trị = n'],
    fc.constant(['chấm theo tỷ lệ so với cao nhất trong cụm', 'khi cao nhất trong cụm = 0: 1 điểm']),
  ),
  judged(['giá trị = n mỗi tháng'], tiersBy(asCount, award)),
  fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.flat()),
)

/** The clauses of a criterion that takes points away. */
export const randomPenalty: fc.Arbitrary<readonly string[]> = fc.oneof(
  judged(['giá trị = n'], items('1 bài', lost, '')),
  judged(['giá trị = x'], tiersBy(asCount, taken)),
  judged(
    ['giá trị = f'],
    taken.map((one) => [`có: ${one}`, 'không: trừ 0 điểm']),
  ),
)
