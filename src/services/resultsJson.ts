import { formatIsoDate } from '#base/plainDate.ts'
import { toExactText } from '#base/rational.ts'
import { leavesIn, numberToJson, totalToJson } from '#engine/index.ts'
import type { Standings } from './standings.ts'

/** Who stands where with how many points, as documented for `thidua score --json`. */
interface ResultsJson {
  readonly rulebook: object
  readonly asOf: string
  readonly results: readonly object[]
}

export function resultsToJson({ program, hash, asOf, sheets }: Standings): ResultsJson {
  const { code, version } = program.rulebook
  return {
    rulebook: { code: code.text, version: version.text, hash },
    asOf: formatIsoDate(asOf),
    results: sheets.map((sheet) => ({
      entrant: sheet.entrant.id,
      name: sheet.entrant.name,
      kind: sheet.entrant.kind,
      total: totalToJson(sheet, program),
      rank: sheet.rank ?? null,
      class: sheet.class ?? null,
      criteria: leavesIn(sheet.nodes).map(({ node, outcome, points }) => ({
        code: node.code,
        outcome: outcome.kind,
        points: numberToJson(points),
        maximum: toExactText(node.maximum),
      })),
    })),
  }
}
