import { exact, type Fraction } from './fractions.ts'
import type { Entrant, Model } from './model.ts'
import type { Outcome } from './readings.ts'
import { rounded } from './rounding.ts'
import { classify, isKnockedOut, rank, type Sheet } from './standings.ts'
import { allResults, type NodeResult, outside, scoreNodes, totalOf } from './tree.ts'

/** What an entrant gets, every number exactly and as text, so that two ways to it can be held side by side. */
export interface Result {
  readonly entrant: string
  readonly total: string | undefined
  readonly rounded: string | undefined
  readonly knockedOut: boolean
  /** Shared ranks as their mean, where the rulebook says so: `3/2`. */
  readonly rank: string | undefined
  readonly class: string | undefined
  /** By the code of the node. */
  readonly nodes: Readonly<Record<string, NodeText>>
}

/** What came of a group or a criterion; of what is scored by itself also its outcome and the line that gave the points. */
export interface NodeText {
  readonly points: string
  readonly applicable: string
  readonly outcome?: Outcome
  readonly branch?: string
}

/** The results of all who are scored, in the order of the dossier, by recursion from the language reference alone. */
export function scoreReference(model: Model): readonly Result[] {
  const { rulebook, dossier } = model
  const sheets = dossier.entrants
    .filter(({ level }) => rulebook.levels.includes(level))
    .map((entrant) => sheetOf(model, entrant))
  const ranks = rank(model, sheets)
  const classes = classify(model, sheets, ranks)
  return sheets.map((sheet) => ({
    entrant: sheet.entrant.id,
    total: text(sheet.total),
    rounded: text(sheet.rounded),
    knockedOut: sheet.knockedOut,
    rank: text(ranks.get(sheet)?.shown),
    class: classes.get(sheet),
    nodes: Object.fromEntries(allResults(sheet.nodes).map((one) => [one.node.code, nodeText(one)])),
  }))
}

function text(value: Fraction | undefined): string | undefined {
  return value && exact(value)
}

function nodeText({ points, applicable, leaf }: NodeResult): NodeText {
  return { points: exact(points), applicable: exact(applicable), ...leaf }
}

function sheetOf(model: Model, entrant: Entrant): Sheet {
  const nodes = scoreNodes(model, entrant)
  const total = totalOf(model, nodes)
  const unjudged = {
    entrant,
    nodes,
    total,
    rounded: total && rounded(total, model.rulebook.totalRounding ?? { places: 2 }),
    bonus: outside(nodes, 'bonus'),
    penalty: outside(nodes, 'penalty'),
  }
  return { ...unjudged, knockedOut: isKnockedOut(model, unjudged) }
}
