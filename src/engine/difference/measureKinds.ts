import { formatExact } from '#base/formatNumber.ts'
import type { Measure, MeasureType } from '#language/index.ts'
import { plain } from './aspects.ts'

/** The kind of a measure as a rulebook declares it: `số nguyên bài`. */
export function typeText({ type }: Measure): string {
  if (!type) return ''
  return type.kind === 'count'
    ? `${type.integer ? 'số nguyên' : 'số thập phân'} ${type.unit}`
    : kindText(type)
}

/** Whether values of the two measures can be held against each other: the same thing counted in the same unit. */
export function isComparable(old: Measure, now: Measure): boolean {
  const kind = ({ type }: Measure): string | undefined => type && plain(kindText(type))?.toLowerCase()
  return old.type?.kind === now.type?.kind && kind(old) === kind(now)
}

/** The kind of values, be they whole or not. */
function kindText(type: MeasureType): string {
  switch (type.kind) {
    case 'count':
      return type.unit
    case 'money':
      return `số tiền ${type.unit}`
    case 'ratio':
      return 'tỷ lệ'
    case 'index':
      return 'chỉ số'
    case 'score':
      return `điểm theo thang ${formatExact(type.outOf)}`
    case 'flag':
      return 'có/không'
    case 'levels':
      return `mức ${type.names.map(({ text }) => `«${text}»`).join(' rồi ')}`
    case 'date':
      return 'ngày'
  }
}
