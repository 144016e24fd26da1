import { type Domain, notationUnit } from '../domain.ts'
import { unitText } from '../units.ts'

/** What values of the domain look like, for the label at a place where something else stands. */
export function describeNotation(domain: Domain): string {
  if (domain.kind === 'flag') return 'giá trị là có hoặc không'
  if (domain.kind === 'date') return 'giá trị là một ngày'
  const { notation } = domain
  switch (notation.kind) {
    case 'percent':
      return 'giá trị là tỷ lệ, viết bằng % (ví dụ 80%)'
    case 'levels':
      return `giá trị là một trong các mức: ${notation.names.map((name) => `"${name}"`).join(', ')}`
    case 'unit': {
      const unit = notation.unit.per ? unitText(notation.unit) : notationUnit(notation)
      return unit === '' ? 'giá trị là một số không có đơn vị tính' : `giá trị tính bằng «${unit}»`
    }
  }
}
