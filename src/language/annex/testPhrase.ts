import { assertNever } from '#base/assertNever.ts'
import type { Test } from '../ast.ts'
import { pointsRangePhrase, rangePhrase } from './conditionPhrase.ts'
import { flagPhrase, measureOf, type Names, nodeOf, nodePhrase, quotedMeasure, SCOPES } from './names.ts'
import { unitOfMeasure } from './units.ts'

/** A condition inside a sentence: `«Báo cáo chậm» từ 3 lần trở lên`, `mọi nhóm đạt từ 50% điểm tối đa trở lên`. */
export function testPhrase(test: Test, names: Names): string {
  switch (test.kind) {
    case 'flag':
      return flagPhrase(test.measure, test.is, names)
    case 'measure': {
      const unit = unitOfMeasure(measureOf(test.measure, names))
      return `${quotedMeasure(test.measure, names)} ${rangePhrase(test.range, unit)}`
    }
    case 'node': {
      const maximum = nodeOf(test.code, names)?.maximum?.points.value
      return `${nodePhrase(test.scope, test.code, names)} đạt ${pointsRangePhrase(test.range, maximum)}`
    }
    case 'every':
      return `mọi ${SCOPES[test.scope]} đạt ${pointsRangePhrase(test.range, undefined)}`
    default:
      return assertNever(test)
  }
}
