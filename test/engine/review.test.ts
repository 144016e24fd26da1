import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIsoDate } from '#base/plainDate.ts'
import { toExactText } from '#base/rational.ts'
import {
  bindFacts,
  type PhaseResult,
  type PhaseStandings,
  phaseNotes,
  reviewPhases,
  score,
} from '#engine/index.ts'
import { programOn } from '#engine/prepare.ts'
import { type Case, dossierOf, scoreCase } from '../support/scoring.ts'

const PHASE = 'sơ kết giai đoạn 2026-2027 theo bình quân tổng điểm các năm'

/** Ten points for twelve articles, in proportion below. */
const CRITERION = `số liệu bài "Tin bài": số nguyên bài, hằng năm
  tiêu chí 1 "Tin bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 12 bài; chấm theo tỷ lệ đạt chỉ tiêu`

const YEARS = { head: 'kỳ số liệu từng năm', from: '01/01/2026', until: '31/12/2030' }

function reviewed(given: Partial<Case> & { readonly facts: string }, phase = PHASE): PhaseStandings {
  const [standings] = reviewPhases(
    scoreCase({ ...YEARS, asOf: '2027-12-31', ...given, rules: `${given.rules ?? CRITERION}\n${phase}` }),
  )
  if (!standings) throw new Error('no phase')
  return standings
}

/** `v1 #1 15/2`: who, rank and exact mean, in the order of the board. */
function linesOf({ results }: PhaseStandings): readonly string[] {
  return results
    .filter(({ entrant }) => entrant.level === 'village')
    .map(({ entrant, rank, meanRank, mean, class: title }) =>
      [
        entrant.id,
        rank === undefined ? '–' : `#${meanRank ? toExactText(meanRank) : rank}`,
        mean ? toExactText(mean) : 'none',
        ...(title === undefined ? [] : [title]),
      ].join(' '),
    )
}

const kindsOf = ({ results }: PhaseStandings, id: string): readonly string[] =>
  (results.find(({ entrant }) => entrant.id === id) as PhaseResult).years.map(
    ({ year, kind }) => `${year} ${kind}`,
  )

const TWO = { villages: ['Thôn 1', 'Thôn 2'] }

test('the mean of the totals is exact, and equal means share the rank', () => {
  const facts = 'v1,bài,2026,1\nv1,bài,2027,5\nv2,bài,2026,2\nv2,bài,2027,4\nv3,bài,2026,3\nv3,bài,2027,2'
  const villages = ['Thôn 1', 'Thôn 2', 'Thôn 3']
  expect(linesOf(reviewed({ villages, facts }))).toEqual(['v1 #1 5/2', 'v2 #1 5/2', 'v3 #3 25/12'])
})

describe('equals share their ranks as in the ranking', () => {
  const facts = 'v1,bài,2026,6\nv2,bài,2026,6\nv3,bài,2026,3'
  test.each([
    ['', ['v1 #1 5', 'v2 #1 5', 'v3 #3 5/2']],
    [', hạng sau liền kề', ['v1 #1 5', 'v2 #1 5', 'v3 #2 5/2']],
    [', lấy hạng trung bình', ['v1 #3/2 5', 'v2 #3/2 5', 'v3 #3 5/2']],
  ])('%s', (ties, lines) => {
    const rules = `${CRITERION}\nxếp hạng theo tổng điểm, vẫn bằng thì đồng hạng${ties}`
    expect(linesOf(reviewed({ rules, villages: ['Thôn 1', 'Thôn 2', 'Thôn 3'], facts }))).toEqual(lines)
  })
})

test('each cluster is ranked by itself, or all together, as in the ranking', () => {
  const facts = 'v1,bài,2026,12\nv2,bài,2026,6'
  const clusters = { v1: 'Đông', v2: 'Tây' }
  expect(linesOf(reviewed({ ...TWO, clusters, facts }))).toEqual(['v1 #1 10', 'v2 #1 5'])
  const rules = `${CRITERION}\nxếp hạng chung các cụm theo tổng điểm, vẫn bằng thì đồng hạng`
  expect(linesOf(reviewed({ ...TWO, rules, clusters, facts }))).toEqual(['v1 #1 10', 'v2 #2 5'])
})

test('further keys of the ranking part nobody: the mean of the totals is the only one', () => {
  const rules = `${CRITERION}\nxếp hạng theo tổng điểm, rồi điểm tiêu chí 1, vẫn bằng thì đồng hạng`
  const facts = 'v1,bài,2026,12\nv1,bài,2027,0\nv2,bài,2026,6\nv2,bài,2027,6'
  expect(linesOf(reviewed({ ...TWO, rules, facts }))).toEqual(['v1 #1 5', 'v2 #1 5'])
})

test('ranked by the exact mean, whatever totals are rounded to', () => {
  const rules = `làm tròn tổng điểm 0 chữ số\n${CRITERION}`
  const facts = 'v1,bài,2026,5\nv1,bài,2027,5\nv2,bài,2026,5\nv2,bài,2027,4'
  expect(linesOf(reviewed({ ...TWO, rules, facts }))).toEqual(['v1 #1 25/6', 'v2 #2 15/4'])
})

describe('the years of a phase', () => {
  const facts = 'v1,bài,2026,12\nv1,bài,2027,6'
  const notes = (asOf: string, phase = PHASE) => phaseNotes(reviewed({ facts, asOf }, phase))

  test('as of the last day of a year that is over, and of the day for one under way', () => {
    expect(notes('2027-10-31')).toEqual([
      'Năm 2026: tổng điểm đến hết ngày 31/12/2026.',
      'Năm 2027 chưa hết: tạm tính đến ngày 31/10/2027.',
    ])
    expect(notes('2027-12-31')[1]).toBe('Năm 2027: tổng điểm đến hết ngày 31/12/2027.')
    expect(notes('2029-06-30')).toEqual(notes('2027-12-31'))
  })

  test('a year that has not begun is left out and said so', () => {
    expect(notes('2026-12-31')[1]).toBe('Năm 2027 chưa bắt đầu, không tính.')
    const early = reviewed({ facts, asOf: '2026-12-31' })
    expect(linesOf(early)).toEqual(['v1 #1 10'])
    const later = PHASE.replace('2026-2027', '2028-2030')
    expect(notes('2027-12-31', later)).toEqual(['Năm 2028, 2029 và 2030 chưa bắt đầu, không tính.'])
    expect(linesOf(reviewed({ facts }, later))).toEqual(['v1 – none'])
  })

  test('a rulebook of parts of years', () => {
    const given = { facts, from: '01/07/2026', until: '30/06/2027', asOf: '2027-06-30' }
    expect(reviewed(given).years).toMatchObject([
      { year: 2026, day: { month: 12, day: 31 }, isOver: true },
      { year: 2027, day: { month: 6, day: 30 }, isOver: true },
    ])
  })

  test('each year by what the rulebook says in it', () => {
    const rules = CRITERION.replace('chỉ tiêu 12 bài', 'chỉ tiêu năm 2026 12 bài, từ năm 2027 24 bài')
    expect(linesOf(reviewed({ rules, facts: 'v1,bài,2026,12\nv1,bài,2027,12' }))).toEqual(['v1 #1 15/2'])
  })
})

describe('a year in which an entrant has no total', () => {
  test('leaves its mean, with the reason', () => {
    const facts = 'v1,bài,2026,12\nv1,bài,2027,6\nv2,bài,2027,9\nv3,bài,2026,không áp dụng\nv3,bài,2027,3'
    const phase = reviewed({ villages: ['Thôn 1', 'Thôn 2', 'Thôn 3', 'Thôn 4'], facts })
    expect(linesOf(phase)).toEqual(['v1 #1 15/2', 'v2 #1 15/2', 'v3 #3 5/2', 'v4 – none'])
    expect(kindsOf(phase, 'v2')).toEqual(['2026 unknown', '2027 total'])
    expect(kindsOf(phase, 'v3')).toEqual(['2026 nothingApplies', '2027 total'])
    expect(kindsOf(phase, 'v4')).toEqual(['2026 unknown', '2027 unknown'])
  })

  test('one fact of any measure brings it back, with 0 for what is missing', () => {
    const rules = `số liệu ghi "Ghi": số nguyên lần, hằng năm, chỉ theo dõi\n${CRITERION}`
    const phase = reviewed({ rules, facts: 'v1,bài,2026,12\nv1,ghi,2027,0' })
    expect(linesOf(phase)).toEqual(['v1 #1 5'])
    expect(phase.results[0]?.years[1]).toMatchObject({ kind: 'total', isProvisional: true })
  })

  test('facts of after the day do not count as known', () => {
    const monthly = CRITERION.replace('hằng năm', 'hằng tháng')
    const facts = 'v1,bài,2026-12,12\nv1,bài,2027-09,12'
    expect(kindsOf(reviewed({ rules: monthly, facts, asOf: '2027-06-30' }), 'v1')[1]).toBe('2027 unknown')
  })

  test('a commune is known by its villages, a unit by the commune it leads for', () => {
    const rules = CRITERION.replace('giá trị', 'chủ trì "Phòng A"; đo tại thôn; giá trị')
    const head = `${YEARS.head}\nđơn vị được chấm theo các tiêu chí chủ trì`
    const given = { rules, head, levels: 'xã, thôn, đơn vị', units: ['Phòng A'] }
    const { results } = reviewed({ ...given, facts: 'v1,bài,2027,6' })
    const known = results.map(
      ({ entrant, years }) => `${entrant.id} ${years.map(({ kind }) => kind).join(' ')}`,
    )
    expect(known.toSorted()).toEqual(['u1 unknown total', 'v1 unknown total', 'xa unknown total'])
  })
})

test('who is barred in a year of the phase has a mean and no rank, and takes up no place', () => {
  const rules = `số liệu lỗi "Lỗi": có/không, hằng năm\n${CRITERION}\nkhông xếp hạng khi lỗi
    xếp loại\n"Tốt" từ 5 điểm trở lên\n"Đạt" còn lại`
  const facts = 'v1,bài,2026,12\nv1,lỗi,2026,có\nv1,bài,2027,12\nv2,bài,2026,6\nv2,bài,2027,6'
  expect(linesOf(reviewed({ ...TWO, rules, facts }))).toEqual(['v2 #1 5 Tốt', 'v1 – 10'])
})

describe('classes', () => {
  const facts = 'v1,bài,2026,12\nv1,bài,2027,6\nv2,bài,2026,6\nv2,bài,2027,0'
  const table = (first: string) => `${CRITERION}\nxếp loại\n"Tốt" từ 5 điểm trở lên${first}\n"Đạt" còn lại`

  test('by the mean, where the table speaks of totals alone', () => {
    expect(linesOf(reviewed({ ...TWO, rules: table(''), facts }))).toEqual([
      'v1 #1 15/2 Tốt',
      'v2 #2 5/2 Đạt',
    ])
  })

  test('a share of the cohort goes by the rank over the phase', () => {
    const rules = table(', không quá 50% số thôn, bằng nhau thì cùng không được')
    const better = facts.replace('v2,bài,2027,0', 'v2,bài,2027,11')
    expect(linesOf(reviewed({ ...TWO, rules, facts: better }))).toEqual(['v1 #1 15/2 Tốt', 'v2 #2 85/12 Đạt'])
  })

  test('none at all with a condition that a mean cannot be asked', () => {
    const phase = reviewed({ ...TWO, rules: table(', khi tiêu chí 1 từ 1 điểm trở lên'), facts })
    expect(phase.classes).toBe('conditions')
    expect(linesOf(phase)).toEqual(['v1 #1 15/2', 'v2 #2 5/2'])
    expect(phaseNotes(phase).at(-1)).toMatch(/^Không xếp loại cả giai đoạn/)
  })
})

describe('laws', () => {
  /** Articles of a village in 2026 and 2027; at least one year is known. */
  const articles = fc.tuple(fc.option(fc.nat(30)), fc.option(fc.nat(30)))
  const villages = fc.array(articles, { minLength: 1, maxLength: 6 })
  const caseOf = (all: readonly (readonly [number | null, number | null])[], phase: string): Case => ({
    ...YEARS,
    asOf: '2027-12-31',
    villages: all.map((_, index) => `Thôn ${index + 1}`),
    facts: all
      .flatMap((years, at) =>
        years.flatMap((count, year) => (count === null ? [] : [`v${at + 1},bài,${2026 + year},${count}`])),
      )
      .join('\n'),
    rules: `${CRITERION}\n${phase}`,
  })

  test("the mean of one year is that year's total, and so are the ranks", () => {
    fc.assert(
      fc.property(villages, fc.constantFrom(2026, 2027), (all, year) => {
        const phase = PHASE.replace('2026-2027', `${year}`)
        const { program, facts } = scoreCase(caseOf(all, phase))
        const asOf = parseIsoDate(`${year}-12-31`)
        if (!asOf) throw new Error('no day')
        const sheets = score({ program: programOn(program, asOf), facts, asOf })
        const [standings] = reviewPhases({ program, facts, asOf })
        for (const { entrant, mean, rank, roundedMean } of standings?.results ?? []) {
          const known = all[Number(entrant.id.slice(1)) - 1]?.[year - 2026] !== null
          const sheet = sheets.find((one) => one.entrant.id === entrant.id)
          expect(mean && toExactText(mean)).toBe(known && sheet?.total ? toExactText(sheet.total) : undefined)
          if (!known) continue
          expect(roundedMean && toExactText(roundedMean)).toBe(
            sheet?.roundedTotal && toExactText(sheet.roundedTotal),
          )
          // Those who are not known have 0 on the year's board: nobody who is known stands below them.
          expect(rank).toBe(sheet?.rank)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order of entrants and facts changes nothing', () => {
    fc.assert(
      fc.property(villages, fc.func(fc.nat()), (all, key) => {
        const given = caseOf(all, PHASE)
        const { program, facts, asOf } = scoreCase(given)
        const dossier = dossierOf(given)
        const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
          items.toSorted((left, right) => key(left) - key(right))
        const other = bindFacts(program, {
          entrants: shuffled(dossier.entrants),
          facts: shuffled(dossier.facts),
        })
        if (!other.ok) throw new Error('the same facts')
        const linesFrom = (table: typeof facts) =>
          reviewPhases({ program, facts: table, asOf }).flatMap(linesOf)
        expect(linesFrom(other.value)).toEqual(linesFrom(facts))
      }),
      { numRuns: 60 },
    )
  })
})
