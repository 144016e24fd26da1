import type { Program } from '../program.ts'
import { compareClasses } from './compareClasses.ts'
import { compareHeads } from './compareHeads.ts'
import { compareMeasures } from './compareMeasures.ts'
import { compareNodes } from './compareNodes.ts'
import { compareOutcomes } from './compareOutcomes.ts'
import type { Difference } from './difference.ts'
import { sidesOf } from './sides.ts'

/**
 * What a rulebook, as it stands on its day, says otherwise than another: by meaning, so that layout, the order of lines, and
 * other words for the same points make no difference. Notes, quotes, guidance, examples and accepted warnings are not
 * compared, nor is the order in which criteria stand.
 */
export function compareRulebooks(old: Program, now: Program): Difference {
  const sides = sidesOf(old, now)
  return {
    scale: { old: old.scale, new: now.scale },
    changes: [
      ...compareHeads(old, now),
      ...compareOutcomes(sides.old, sides.new),
      ...compareClasses(sides.old, sides.new),
      ...compareMeasures(sides.measures, sides.old, sides.new),
      ...compareNodes(sides.nodes, sides.old, sides.new),
    ],
  }
}
