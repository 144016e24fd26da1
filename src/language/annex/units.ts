import { assertNever } from '#base/assertNever.ts'
import { formatExact } from '#base/formatNumber.ts'
import type { Measure, Value } from '../ast.ts'
import { measureOf, type Names } from './names.ts'

/** The unit of measure printed after numbers of the measure; empty where there is none, as for a percentage. */
export function unitOfMeasure(measure: Measure | undefined): string {
  const type = measure?.type
  if (!type) return ''
  switch (type.kind) {
    case 'count':
    case 'money':
      return type.unit
    case 'score':
      return 'điểm'
    case 'ratio':
    case 'index':
    case 'flag':
    case 'levels':
    case 'date':
      return ''
    default:
      return assertNever(type)
  }
}

/** The unit of measure printed after numbers that a criterion is judged by: its bounds, steps and targets. */
export function unitOfValue(value: Value | undefined, names: Names): string {
  if (!value) return ''
  const { form, numerator, denominator } = value
  switch (form.kind) {
    case 'plain':
      return unitOfMeasure(measureOf(numerator, names))
    case 'ratio':
      return ''
    case 'per': {
      const below = denominator && 'text' in denominator ? unitOfMeasure(measureOf(denominator, names)) : ''
      return `${unitOfMeasure(measureOf(numerator, names))}/${formatExact(form.base.value)} ${below}`.trimEnd()
    }
    case 'lateness':
      return form.in === 'day' ? 'ngày' : 'tháng'
    default:
      return assertNever(form)
  }
}

/** Whether only whole numbers can come up, so that there is no begun step to speak of. */
export function isWhole(value: Value | undefined, names: Names): boolean {
  if (value?.form.kind === 'lateness') return true
  const measure = value?.form.kind === 'plain' ? measureOf(value.numerator, names) : undefined
  return measure?.type?.kind === 'count' && measure.type.integer && measure.aggregation !== 'average'
}
