import { isInteger, isZero } from '#base/rational.ts'
import type { Leaf } from '#engine/index.ts'
import { domainOfMeasure, type Measure, type NumberDomain } from '#language/index.ts'

/** How numbers of a domain are shown where they are added up or divided: whole, with decimals, as a percentage. */
function formatOfDomain({ notation, step }: NumberDomain): string {
  if (notation.kind === 'percent') return '0.00%'
  return notation.kind === 'levels' || (step && !isZero(step) && isInteger(step)) ? '#,##0' : '#,##0.00'
}

/** How what a measure comes to is shown. */
export function formatOfMeasure(measure: Measure): string | undefined {
  const domain = domainOfMeasure(measure)
  if (domain?.kind === 'number')
    return measure.aggregation === 'average' && domain.notation.kind !== 'percent'
      ? '#,##0.00'
      : formatOfDomain(domain)
  return domain?.kind === 'date' ? 'dd/mm/yyyy' : '0'
}

/** How the value of a criterion is shown. */
export function formatOfValue({ value }: Leaf): string | undefined {
  if (!value || value.kind === 'flag') return '0'
  return value.kind === 'number' ? formatOfMeasure(value.measure) : formatOfDomain(value.domain)
}
