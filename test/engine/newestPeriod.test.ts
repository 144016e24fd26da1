import { describe, expect, test } from 'vitest'
import { periodKey } from '#base/period.ts'
import { formatIsoDate, parseIsoDate } from '#base/plainDate.ts'
import { doubtsAbout, latestDay, loadProgram, monthBefore, newestPeriod } from '#engine/index.ts'
import { readDossier } from '#records/dossier.ts'

const RULES = `bộ tiêu chí "x" mã x phiên bản 1
áp dụng cho thôn từ 01/01/2026 đến 30/06/2027
thang điểm 10
số liệu a "a": số nguyên bài, hằng tháng, cộng dồn
tiêu chí 1 "x" tối đa 10 điểm
giá trị = a; mỗi bài được 1 điểm, không quá điểm tối đa`

const TODAY = { year: 2026, month: 11, day: 22 }

/** What is said of facts, each `v1 2026-10`: the newest period, who has it, the doubts about it and the day it gives. */
function told(facts: readonly string[]): string {
  const rows = facts.map((fact) => {
    const [entrant, period] = fact.split(' ')
    return `${entrant},a,${period},1`
  })
  const dossier = readDossier({
    entrants: {
      name: 'e',
      text: 'id,name,kind,parent,cluster\nv1,Một,thôn,,\nv2,Hai,thôn,,\nv3,Ba,thôn,,\n',
    },
    facts: { name: 'f', text: ['entrant,measure,period,value', ...rows].join('\n') },
  })
  const program = loadProgram({ name: 'x', text: RULES })
  if (!dossier.ok || !program.ok) throw new Error('the case is sound')
  const newest = newestPeriod(dossier.value.facts)
  const day = formatIsoDate(latestDay(dossier.value.facts, program.value))
  if (!newest) return day
  const doubts = doubtsAbout(newest, TODAY)
  const before = newest.before ? ` after ${periodKey(newest.before)}` : ''
  return [periodKey(newest.period) + before, newest.entrants.join(' '), ...doubts, day].join(', ')
}

describe('the day of a score for which none is named', () => {
  test.each([
    [
      'all have reported',
      ['v1 2026-10', 'v2 2026-10', 'v1 2026-09'],
      '2026-10 after 2026-09, v1 v2, 2026-10-31',
    ],
    [
      'only one has',
      ['v2 2026-09', 'v1 2026-10', 'v1 2026-09'],
      '2026-10 after 2026-09, v1, alone, 2026-10-31',
    ],
    [
      'one of three has not',
      ['v1 2026-10', 'v2 2026-10', 'v3 2026-09'],
      '2026-10 after 2026-09, v1 v2, 2026-10-31',
    ],
    ['only one ever reports', ['v1 2026-10', 'v1 2026-09'], '2026-10 after 2026-09, v1, 2026-10-31'],
    ['the month that runs', ['v1 2026-11', 'v2 2026-11'], '2026-11, v1 v2, 2026-11-30'],
    ['a month to come', ['v1 2026-12', 'v2 2026-12'], '2026-12, v1 v2, ahead, 2026-12-31'],
    [
      'one mistyped year',
      ['v1 2026-10', 'v2 2027-10'],
      '2027-10 after 2026-10, v2, alone, ahead, 2027-06-30',
    ],
    ['a quarter that ends with the month', ['v1 2026-09', 'v2 2026-Q3'], '2026-09, v1 v2, 2026-09-30'],
    ['years count where nothing is reported more often', ['v1 2026'], '2026, v1, 2026-12-31'],
    ['but not beside months', ['v1 2026', 'v2 2026-05'], '2026-05, v2, 2026-05-31'],
    ['no facts', [], '2027-06-30'],
  ])('%s', (_, facts, expected) => {
    expect(told(facts)).toBe(expected)
  })
})

describe('the month before', () => {
  test.each([
    ['within a year', 'hằng tháng', '2026-10-31', '2026-09-30'],
    ['within a month', 'hằng tháng', '2026-10-05', '2026-09-30'],
    ['over a year', 'hằng tháng', '2027-01-31', '2026-12-31'],
    ['in the first month', 'hằng tháng', '2026-01-31', undefined],
    ['where nothing is reported by month', 'hằng quý', '2026-09-30', undefined],
  ])('%s', (_, frequency, day, expected) => {
    const program = loadProgram({ name: 'x', text: RULES.replace('hằng tháng', frequency) })
    const at = parseIsoDate(day)
    if (!program.ok || !at) throw new Error('the case is sound')
    const before = monthBefore(at, program.value)
    expect(before && formatIsoDate(before)).toBe(expected)
  })
})
