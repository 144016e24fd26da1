import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDate } from '#base/plainDate.ts'
import { rational, toExactText } from '#base/rational.ts'
import { bindFacts, type Evaluation, programOn, score } from '#engine/index.ts'
import type { Fact } from '#records/fact.ts'
import { extremes } from '#simulate/possible/cases.ts'
import { possibleStandings } from '#simulate/possible/possible.ts'
import { supposedFact } from '#simulate/supposedFact.ts'
import { type Case, dossierOf, programOf } from '../../support/scoring.ts'
import { allFacts, openSlots, valuesFor } from './completions.ts'

const CASES = {
  numRuns: Number(process.env['CASES'] ?? 60),
  seed: Number(process.env['SEED'] ?? Date.now() % 2 ** 31),
}
const MOST_COMPLETIONS = 3_000

/** A criterion with measures of its own: what it is measured by, how it is scored, the facts that are there. */
interface Piece {
  readonly measures: readonly string[]
  readonly rule: string
  readonly facts: readonly string[]
}

const absent = fc.constantFrom('', ', kỳ thiếu tính 0', ', bỏ qua kỳ thiếu')
const gathered = fc.constantFrom('cộng dồn', 'bình quân', 'nhỏ nhất', 'lớn nhất')
const october = fc.constantFrom('0', '1', '2', '3', 'không áp dụng')
const limits = fc.constantFrom('từ 0 đến 3', 'từ 1 đến 3')
const rules = fc.constantFrom(
  'dưới 1: 0 điểm; từ 1 đến dưới 4: 1/2 điểm tối đa; còn lại: điểm tối đa',
  'dưới 1: điểm tối đa; từ 1 đến dưới 1,3: 1 điểm; từ 1,3 đến dưới 2,2: 2 điểm; còn lại: 0 điểm',
  'chỉ tiêu 5 lần; chấm theo tỷ lệ đạt chỉ tiêu',
  'mỗi 1 lần được 0,75 điểm, không quá 3 điểm',
  'mỗi 2 lần trừ 1 điểm',
)
const percents = fc.constantFrom(
  'dưới 50%: 0 điểm; từ 50% đến dưới 80%: 1/2 điểm tối đa; còn lại: điểm tối đa',
  'chỉ tiêu 60%; chấm theo tỷ lệ đạt chỉ tiêu',
)

const plain: fc.Arbitrary<Piece> = fc.record({ absent, gathered, october, limits, rules }).map((one) => ({
  measures: [`số liệu a "a": số nguyên lần, hằng tháng, ${one.gathered}, ${one.limits}${one.absent}`],
  rule: `giá trị = a; ${one.rules}`,
  facts: [`a,2026-10,${one.october === '0' && one.limits === 'từ 1 đến 3' ? '1' : one.october}`],
}))

const newest: fc.Arbitrary<Piece> = fc.record({ october, limits, rules }).map((one) => ({
  measures: [`số liệu a "a": số nguyên lần, hằng tháng, mới nhất, ${one.limits}`],
  rule: `giá trị = a; ${one.rules}`,
  facts: [`a,2026-10,${one.october === '0' && one.limits === 'từ 1 đến 3' ? '1' : one.october}`],
}))

const eachMonth: fc.Arbitrary<Piece> = fc.record({ absent, october, rules }).map((one) => ({
  measures: [`số liệu a "a": số nguyên lần, hằng tháng, cộng dồn, từ 0 đến 3${one.absent}`],
  rule: `giá trị = a mỗi tháng; ${one.rules}`,
  facts: [`a,2026-10,${one.october}`],
}))

const flag: fc.Arbitrary<Piece> = fc.constantFrom('', 'a,2026,không').map((fact) => ({
  measures: ['số liệu a "a": có/không, hằng năm'],
  rule: 'giá trị = a; có: điểm tối đa; không: 1 điểm',
  facts: fact === '' ? [] : [fact],
}))

const share: fc.Arbitrary<Piece> = fc
  .record({ percents, bottom: fc.constantFrom('3', '4', '7') })
  .map((one) => ({
    measures: [
      'số liệu a "a": số nguyên hộ, hằng tháng, mới nhất, từ 0 đến 3, là một phần của b',
      'số liệu b "b": số nguyên hộ, hằng năm, mới nhất, từ 1',
    ].map((line) => line.replace(', là một phần của b', '')),
    rule: `giá trị = a / b; ${one.percents}`,
    facts: [`b,2026,${one.bottom}`, 'a,2026-10,2'],
  }))

const piece = fc.oneof({ weight: 3, arbitrary: plain }, newest, eachMonth, flag, share)

const separable: fc.Arbitrary<Case> = fc
  .record({
    pieces: fc.array(piece, { minLength: 1, maxLength: 2 }),
    how: fc.constantFrom(
      '',
      '',
      ', chỉ tính thành phần cao nhất',
      ', chỉ tính thành phần thấp nhất',
      ', tính bình quân các thành phần',
    ),
    missing: fc.constantFrom('', 'chưa có số liệu: không áp dụng', 'chưa có số liệu: 0 điểm'),
    notApplicable: fc.constantFrom('quy đổi về thang điểm', 'quy đổi trong nhóm', 'không quy đổi'),
    rounding: fc.constantFrom('', 'làm tròn từng tiêu chí 0 chữ số'),
  })
  .map(({ pieces, how, missing, notApplicable, rounding }) => {
    const named = pieces.map((one, index) => rename(one, `${'xyz'[index]}`))
    const maxima = ['4', '5']
    const criteria = named.map(
      (one, index) =>
        `tiêu chí ${index + 1} "t" tối đa ${maxima[index]} điểm\n${one.rule.replaceAll('; ', '\n')}`,
    )
    const whole =
      how === ''
        ? pieces.reduce((sum, _, index) => sum + Number(maxima[index]), 0)
        : how.includes('bình quân')
          ? pieces.length === 1
            ? 4
            : 4.5
          : how.includes('cao nhất')
            ? Math.max(...maxima.slice(0, pieces.length).map(Number))
            : 4
    const text = `${whole}`.replace('.', ',')
    return {
      head: [rounding, missing, `không áp dụng: ${notApplicable}`].join('\n'),
      scale: text,
      from: '01/10/2026',
      rules: [
        ...named.flatMap((one) => one.measures),
        `nhóm I "n" tối đa ${text} điểm${how}`,
        ...criteria,
        `xếp loại\n"Tốt" từ 3 điểm trở lên\n"Khá" từ 2 đến dưới 3 điểm\n"Yếu" còn lại`,
      ].join('\n'),
      facts: named.flatMap((one) => one.facts.map((fact) => `v1,${fact}`)).join('\n'),
    }
  })

function rename({ measures, rule, facts }: Piece, prefix: string): Piece {
  const renamed = (text: string): string =>
    text.replaceAll(/(?<![\p{L}\p{M}])([ab])(?![\p{L}\p{M}])/gu, `${prefix}$1`)
  return { measures: measures.map(renamed), rule: renamed(rule), facts: facts.map(renamed) }
}

function evaluationOf(given: Case): Evaluation {
  const asOf = parseIsoDate('2026-12-31')
  if (!asOf) throw new Error('this is a day')
  const program = programOn(programOf(given), asOf)
  const facts = bindFacts(program, dossierOf(given))
  if (!facts.ok) throw new Error(JSON.stringify(facts.diagnostics.map(({ message }) => message)))
  return { program, facts: facts.value, asOf }
}

/** Every completion, one by one. */
function* completions(evaluation: Evaluation): Generator<Evaluation> {
  const { facts, program } = evaluation
  const known = allFacts(evaluation)
  const numbers = Array.from({ length: 8 }, (_, at) => rational(BigInt(at)))
  const choices = openSlots(evaluation)
    .filter(({ entrant }) => entrant.level === 'village')
    .map(({ entrant, measure, period }): readonly (readonly Fact[])[] => {
      const place = { entrant: entrant.id, measure: measure.name.text, period }
      return [
        [],
        [supposedFact(place, { kind: 'notApplicable' })],
        ...valuesFor(measure, numbers).map((value) => [supposedFact(place, value)]),
      ]
    })
  const count = choices.reduce((product, own) => product * own.length, 1)
  if (count > MOST_COMPLETIONS) return
  for (let index = 0; index < count; index++) {
    let left = index
    const added = choices.flatMap((own) => {
      const choice = own[left % own.length] ?? []
      left = Math.floor(left / own.length)
      return choice
    })
    const bound = bindFacts(program, { entrants: facts.entrants, facts: [...known, ...added] })
    if (bound.ok) yield { ...evaluation, facts: bound.value }
  }
}

test('on separable rulebooks every bound is reached by a completion', () => {
  const tally = { compared: 0, completions: 0 }
  fc.assert(
    fc.property(fc.noShrink(separable), (given) => {
      const evaluation = evaluationOf(given)
      const sheets = [...completions(evaluation)].map((one) => score(one)[0])
      if (sheets.length === 0) return
      tally.compared++
      tally.completions += sheets.length
      const totals = sheets.flatMap((sheet) => sheet?.total ?? [])
      const titles = ['Tốt', 'Khá', 'Yếu'].filter((title) => sheets.some((sheet) => sheet?.class === title))
      const [said] = possibleStandings({ ...evaluation, reports: 'asTheyCome' }, score(evaluation))
      expect(
        {
          total: said?.total && rangeText(said.total),
          mayBeUnranked: said?.mayBeUnranked,
          best: said?.classes[0],
          worst: said?.classes.at(-1),
        },
        `${given.head}\n${given.rules}\n${given.facts}`,
      ).toEqual({
        total: totals.length > 0 ? rangeText(extremes(totals)) : undefined,
        mayBeUnranked: sheets.some((sheet) => sheet?.rank === undefined),
        best: titles[0],
        worst: titles.at(-1),
      })
    }),
    CASES,
  )
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(tally.compared).toBeGreaterThan(CASES.numRuns / 3)
}, 3_600_000)

/** Two who are scored by one criterion: of the second more is known already. */
const pairs: fc.Arbitrary<Case> = fc
  .record({
    piece: plain,
    november: fc.constantFrom('1', '2', '3', 'không áp dụng'),
    notApplicable: fc.constantFrom('quy đổi về thang điểm', 'không quy đổi'),
    ties: fc.constantFrom('', ', hạng sau liền kề'),
  })
  .map(({ piece: { measures, rule, facts }, november, notApplicable, ties }) => ({
    head: `không áp dụng: ${notApplicable}`,
    scale: '4',
    from: '01/10/2026',
    villages: ['Một', 'Hai'],
    rules: [
      ...measures,
      'tiêu chí 1 "t" tối đa 4 điểm',
      ...rule.split('; '),
      `xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng${ties}`,
    ].join('\n'),
    facts: [...facts.map((fact) => `v1,${fact}`), 'v2,a,2026-10,2', `v2,a,2026-11,${november}`].join('\n'),
  }))

test('on separable rulebooks the best and the worst rank are reached', () => {
  fc.assert(
    fc.property(fc.noShrink(pairs), (given) => {
      const evaluation = evaluationOf(given)
      const reached = [...completions(evaluation)].flatMap((one) => score(one))
      const said = possibleStandings({ ...evaluation, reports: 'asTheyCome' }, score(evaluation))
      for (const { now, ranks, mayBeUnranked } of said) {
        const own = reached.filter(({ entrant }) => entrant.id === now.entrant.id)
        const taken = own.flatMap(({ rank }) => rank ?? [])
        const expected = { best: Math.min(...taken), worst: Math.max(...taken) }
        expect(
          { ranks, mayBeUnranked },
          `${now.entrant.id} ${given.head}\n${given.rules}\n${given.facts}`,
        ).toEqual({
          ranks: taken.length > 0 ? expected : undefined,
          mayBeUnranked: taken.length < own.length,
        })
      }
    }),
    CASES,
  )
}, 3_600_000)

function rangeText({ least, most }: ReturnType<typeof extremes>): string {
  return `${toExactText(least)}..${toExactText(most)}`
}
