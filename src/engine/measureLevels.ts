import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Measure } from '#language/index.ts'
import { measuresOf } from './judge.ts'
import { leavesOf, type Program } from './program.ts'

/** At which levels each measure is reported: those of the criteria that use it; a measure that none uses is left out. */
export function levelsOfMeasures(
  versions: readonly Program[],
): ReadonlyMap<string, ReadonlySet<EntrantLevel>> {
  const levels = new Map<string, Set<EntrantLevel>>()
  const use = ({ name }: Measure, level: EntrantLevel): void => {
    levels.set(name.text, (levels.get(name.text) ?? new Set()).add(level))
  }
  for (const { value, rule, exceptions, level } of versions.flatMap(({ nodes }) => leavesOf(nodes))) {
    if (value) for (const measure of measuresOf(value)) use(measure, level)
    for (const one of [rule, ...exceptions.map((exception) => exception.rule)]) {
      if (one !== 'notApplicable' && one.kind === 'parts')
        for (const { measure } of one.parts) use(measure, level)
    }
  }
  // What bars from the ranking is asked of everyone who is scored.
  for (const { knockOuts, classes, measures, levels: scored } of versions) {
    for (const test of [...knockOuts.map((one) => one.test), ...classes.flatMap((one) => one.tests)]) {
      const measure =
        test.kind === 'flag' || test.kind === 'measure' ? measures.get(test.measure.text) : undefined
      if (measure) for (const level of scored) use(measure, level)
    }
  }
  return levels
}
