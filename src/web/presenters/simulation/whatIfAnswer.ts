import { capital } from '#base/capital.ts'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { positionAt } from '#diagnostic/source.ts'
import {
  changeDetails,
  changeHeadline,
  cohortOf,
  type Program,
  pointsText,
  rankText,
  type ScoreSheet,
  type SheetChanges,
  totalText,
} from '#engine/index.ts'
import { readScenario } from '#records/scenario.ts'
import { type Entry, type Expectation, scenarioSource, type WhatIf, whatIf } from '#simulate/index.ts'
import { toSentence } from './planAnswer.ts'

/** What would be otherwise if what was typed came true. */
export interface WhatIfView {
  readonly headline: string
  readonly sides: readonly SideView[]
  readonly criteria: readonly CriterionView[]
  readonly details: readonly string[]
  /** Everybody else whose points, class or rank would be otherwise. */
  readonly others: readonly OtherView[]
}

interface SideView {
  readonly title: string
  readonly points: string
  readonly rank: string
  readonly class: string
}

interface CriterionView {
  readonly code: string
  readonly title: string
  readonly before: string
  readonly after: string
}

interface OtherView {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly headline: string
}

/** What came of supposing something: an answer, or what is wrong with what was typed, by the name of the field. */
export type Supposed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly answer: WhatIfView }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

/** The answer to what was typed for an entrant. */
export function answerEntries(
  entries: readonly Entry[],
  entrant: string,
  expectation: Expectation,
): Supposed {
  const { source, lines } = scenarioSource(entries, entrant)
  if (lines.length === 0) return { kind: 'nothing' }
  const scenario = readScenario(source)
  const found = scenario.ok ? whatIf(expectation, { scenario: scenario.value, past: 'stays' }) : scenario
  if (found.ok) return { kind: 'answer', answer: present(found.value, entrant, expectation) }
  const titles = new Map(
    [...expectation.evaluation.program.measures].map(([name, { title }]) => [name, title.text]),
  )
  const faults = found.diagnostics.map((diagnostic) => {
    const [label] = diagnostic.labels
    const line = label && label.source === source ? positionAt(source, label.span.start).line - 2 : -1
    const entry = entries.find(({ field }) => field === lines[line])
    return faultText(diagnostic, entry, titles)
  })
  return { kind: 'faults', faults: [...new Set(faults)] }
}

/** What is wrong with what was typed, in the words of the form: measures by their titles, and no names of columns. */
function faultText(
  diagnostic: Diagnostic,
  entry: Entry | undefined,
  titles: ReadonlyMap<string, string>,
): string {
  const { code, help = '' } = diagnostic
  const said =
    entry && code === 'field-invalid' ? `không đọc được «${entry.typed}»; ${help}.` : toSentence(diagnostic)
  const spoken = said.replaceAll(/`([^`]*)`/g, (whole, name: string) => {
    const title = titles.get(name)
    return title === undefined ? whole : `«${title}»`
  })
  return entry ? `${entry.field.measure.title.text}: ${spoken}` : spoken
}

function present(
  { before, after, changes }: WhatIf,
  entrant: string,
  { evaluation }: Expectation,
): WhatIfView {
  const { program } = evaluation
  const sheetIn = (sheets: readonly ScoreSheet[]): ScoreSheet | undefined =>
    sheets.find((sheet) => sheet.entrant.id === entrant)
  const own = changes.find((one) => one.after.entrant.id === entrant)
  const alone = ({ after: sheet }: SheetChanges): boolean =>
    after.filter((other) => cohortOf(other.entrant, program) === cohortOf(sheet.entrant, program)).length ===
    1
  return {
    headline: own ? capital(changeHeadline(own, program, alone(own))) : 'Điểm và hạng không đổi',
    sides: [
      sideOf('Cứ giữ nhịp', sheetIn(before), program),
      sideOf('Theo giả định', sheetIn(after), program),
    ],
    criteria: (own?.criteria ?? []).flatMap(({ before: was, after: is }): readonly CriterionView[] => {
      const node = (is ?? was)?.node
      if (!node) return []
      return [
        {
          code: node.code,
          title: node.title,
          before: was ? pointsText(was.points) : '',
          after: is ? pointsText(is.points) : '',
        },
      ]
    }),
    details: own ? changeDetails(own) : [],
    others: changes
      .filter((one) => one !== own)
      .map((one) => ({
        name: one.after.entrant.name,
        before: rankText(one.before),
        after: rankText(one.after),
        headline: changeHeadline(one, program, alone(one)),
      })),
  }
}

function sideOf(title: string, sheet: ScoreSheet | undefined, program: Program): SideView {
  return {
    title,
    points: (sheet && totalText(sheet, program)) ?? 'không chấm',
    rank: sheet ? rankText(sheet) || 'không xếp hạng' : '',
    class: sheet?.class ?? '',
  }
}
