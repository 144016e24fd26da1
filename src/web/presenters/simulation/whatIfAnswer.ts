import { capital } from '#base/capital.ts'
import { listText } from '#base/listText.ts'
import { comparePeriods, formatPeriod } from '#base/period.ts'
import { compare } from '#base/rational.ts'
import {
  carriedText,
  changeDetails,
  changeHeadline,
  cohortOf,
  explainTotal,
  factText,
  isMoved,
  type LeafTrace,
  type Program,
  pointsText,
  rankText,
  type ScoreSheet,
  type SheetChanges,
  totalText,
  tracesOf,
} from '#engine/index.ts'
import type { Fact } from '#records/fact.ts'
import { differencesBetween } from '#simulate/index.ts'
import type { AskedOf } from './answers.ts'
import { expectedText } from './fields.ts'
import type { Question } from './question.ts'
import { type SlopeChartView, slopeChart } from './slopeChart.ts'
import type { Supposed } from './suppose.ts'

/** What would be otherwise if what was supposed came true: beside what is expected, or beside another scenario too. */
export interface WhatIfView {
  readonly headline: string
  /** What was typed and may be meant otherwise. */
  readonly doubts: readonly string[]
  /** What was supposed, to be read where the form is not: on paper. */
  readonly supposed: readonly SupposedListView[]
  readonly sides: readonly SideView[]
  readonly columns: readonly string[]
  readonly criteria: readonly CriterionView[]
  readonly details: readonly string[]
  readonly chart: SlopeChartView | undefined
  /** Everybody else whose points, class or rank would be otherwise on the last side than on the one before it. */
  readonly others: readonly OtherView[]
  /** The scenario's own address, from the question mark on; empty where nothing was supposed. */
  readonly link: string
  /** Where it is had as a table; empty where it is not. */
  readonly file: string
}

interface SupposedListView {
  readonly title: string
  readonly lines: readonly string[]
}

interface SideView {
  readonly title: string
  readonly points: string
  readonly rank: string
  readonly class: string
  /** How its total comes about. */
  readonly why: string
}

interface CriterionView {
  readonly code: string
  readonly title: string
  readonly points: readonly string[]
}

interface OtherView {
  readonly name: string
  readonly headline: string
}

/** What is shown: a scenario that holds together, and perhaps another. */
interface Shown {
  readonly supposed: Exclude<Supposed, { kind: 'faults' }>
  readonly against: (Exclude<Supposed, { kind: 'faults' }> & { readonly name: string }) | undefined
  readonly question: Pick<Question, 'name'>
  readonly link: string
}

/** Everyone under one set of suppositions. */
interface Side {
  readonly title: string
  readonly sheets: readonly ScoreSheet[]
}

const EXPECTED = 'Cứ như hiện nay'

export function presentWhatIf({ supposed, against, question, link }: Shown, of: AskedOf): WhatIfView {
  const { entrant, expectation } = of
  const { program } = expectation.evaluation
  const sideOf = (what: Shown['supposed'], title: string): Side => ({
    title,
    sheets: what.kind === 'answer' ? what.found.after : expectation.sheets,
  })
  const expected: Side = { title: EXPECTED, sheets: expectation.sheets }
  const own = sideOf(supposed, question.name || (against ? 'Phương án này' : 'Theo giả định'))
  const other = against && sideOf(against, against.name || 'Phương án kia')
  const sides = other ? [expected, other, own] : [expected, own]
  const from = other ?? expected
  const changes = differencesBetween(from.sheets, own.sheets)
  const changed = changes.find(({ after }) => after.entrant.id === entrant.id)
  const alone = ({ after: { entrant: one } }: SheetChanges): boolean =>
    own.sheets.filter((sheet) => cohortOf(sheet.entrant, program) === cohortOf(one, program)).length === 1
  const headline = changed ? changeHeadline(changed, program, alone(changed)) : 'điểm và hạng không đổi'
  return {
    headline: other ? `${own.title} so với ${other.title}: ${headline}` : capital(headline),
    doubts: supposed.kind === 'answer' ? doubtsOf(supposed, of) : [],
    supposed: [
      ...(against && other ? supposedList(against, other.title) : []),
      ...supposedList(supposed, own.title),
    ],
    sides: sides.map(({ title, sheets }) => presentSide(title, sheetOf(sheets, entrant.id), program)),
    columns: sides.map(({ title }) => title),
    criteria: criteriaOf(sides.map(({ sheets }) => sheetOf(sheets, entrant.id))),
    details: changed ? [...changeDetails(changed), ...carriedText(changed, program)] : [],
    chart:
      changed?.rank && changed.before.rank !== undefined && changed.after.rank !== undefined
        ? slopeChart(changes.filter(isWith(changed, program)), {
            sides: [from.title, own.title],
            own: changed,
          })
        : undefined,
    others: changes
      .filter((one) => one !== changed && isMoved(one))
      .map((one) => ({ name: one.after.entrant.name, headline: changeHeadline(one, program, alone(one)) })),
    link: supposed.kind === 'answer' ? link : '',
    file: supposed.kind === 'answer' && of.served ? `kich-ban.csv${link}` : '',
  }
}

/** Whether somebody is ranked together with the one. */
function isWith(one: SheetChanges, program: Program): (other: SheetChanges) => boolean {
  const cohort = cohortOf(one.after.entrant, program)
  return ({ after }) => cohortOf(after.entrant, program) === cohort
}

/** A count of which the newest is read is seldom meant to fall: whoever types 5 may mean five more. */
function doubtsOf(
  { found, entries }: Extract<Shown['supposed'], { kind: 'answer' }>,
  { entrant, expectation }: AskedOf,
): readonly string[] {
  return entries.flatMap(({ field: { measure } }) => {
    if (measure.aggregation !== 'latest' || measure.type?.kind !== 'count') return []
    const reported = expectation.outlook.dossier.facts.filter(
      (fact) => fact.entrant === entrant.id && fact.measure === measure.name.text,
    )
    const last = reported.toSorted((left, right) => comparePeriods(left.period, right.period)).at(-1)
    const least = found.supposed.find(
      (fact) =>
        fact.entrant === entrant.id &&
        fact.measure === measure.name.text &&
        last &&
        isLess(fact.value, last.value),
    )
    if (!last || !least) return []
    return [
      `${measure.title.text}: ${factText(least, measure)} là thấp hơn lần báo mới nhất (${factText(last, measure)}). Muốn nói thêm thì viết dấu cộng phía trước, ví dụ +5.`,
    ]
  })
}

function isLess(one: Fact['value'], other: Fact['value']): boolean {
  return one.kind === 'number' && other.kind === 'number' && compare(one.value, other.value) < 0
}

function supposedList(supposed: Shown['supposed'], title: string): readonly SupposedListView[] {
  if (supposed.kind === 'nothing') return []
  const facts = supposed.found.supposed
  const lines = supposed.entries.map(({ field }) => {
    const { measure } = field
    const own = facts.filter((fact) => fact.measure === measure.name.text)
    const values = own.map((fact) => `${formatPeriod(fact.period)} ${factText(fact, measure)}`)
    const expected = expectedText(field)
    return `${measure.title.text}: ${values.length === 0 ? 'không báo' : listText(values)}${expected === '' ? '' : ` (dự kiến ${expected})`}`
  })
  return [{ title, lines }]
}

function sheetOf(sheets: readonly ScoreSheet[], entrant: string): ScoreSheet | undefined {
  return sheets.find((sheet) => sheet.entrant.id === entrant)
}

function presentSide(title: string, sheet: ScoreSheet | undefined, program: Program): SideView {
  return {
    title,
    points: (sheet && totalText(sheet, program)) ?? 'không chấm',
    rank: sheet ? rankText(sheet) || 'không xếp hạng' : '',
    class: sheet?.class ?? '',
    why: sheet ? explainTotal(sheet, program) : '',
  }
}

/** The criteria that do not give the same on every side, in reading order. */
function criteriaOf(sheets: readonly (ScoreSheet | undefined)[]): readonly CriterionView[] {
  const leaves = sheets.map(
    (sheet) =>
      new Map(
        tracesOf(sheet?.nodes ?? []).flatMap((trace): [string, LeafTrace][] =>
          trace.kind === 'leaf' ? [[trace.node.code, trace]] : [],
        ),
      ),
  )
  return [...(leaves[0]?.values() ?? [])].flatMap(({ node }): CriterionView[] => {
    const points = leaves.map((side) => {
      const trace = side.get(node.code)
      return trace ? pointsText(trace.points) : ''
    })
    const isSame = points.every((one) => one === points[0])
    return isSame ? [] : [{ code: node.code, title: node.title, points }]
  })
}
