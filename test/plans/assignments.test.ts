import { describe, expect, test } from 'vitest'
import { criteriaOf, leavesOf } from './criteria.ts'
import { namesOf, PLANS, unitsOf } from './plans.ts'
import { readTable } from './table.ts'

/** The plan of Vĩnh Lộc says twice who leads an indicator: in its annex and in section V. */
describe('the assignments of vinh-loc', () => {
  test('differ in section V from the annex where this says', () => {
    expect(differingAssignments().map(({ code, holders }) => `${code}: ${holders.join(' | ')}`)).toEqual([
      '1: Các doanh nghiệp Bưu chính, viễn thông, công nghệ thông tin trên địa bàn xã',
      '2: Các doanh nghiệp Bưu chính, viễn thông, công nghệ thông tin trên địa bàn xã',
      '18: Phòng Văn hóa - Xã hội | Phòng Kinh tế',
      '21: Phòng Kinh tế | Ngân hàng Nhà nước (Agribank)',
      '23: ',
      '24: ',
      '25d: Phòng Văn hóa - Xã hội | Công an xã',
      '27: ',
    ])
  })

  /** Two leads are never silent: the checker warns of them, and the rulebook says why it keeps them. */
  test('are told of in the rulebook wherever they differ', async () => {
    const plan = PLANS.find(({ commune }) => commune === 'vinh-loc')
    const criteria = plan ? leavesOf(await criteriaOf(plan)) : []
    const silent = differingAssignments().filter(({ code }) => {
      const criterion = criteria.find((each) => each.code === code)
      return !criterion?.notes.some((note) => /mục V\b/i.test(note)) && (criterion?.leads.length ?? 0) < 2
    })
    expect(silent.map(({ code }) => code)).toEqual([])
  })
})

/** The indicators that section V gives to others than the annex, each with those it names; `25` is 25a to 25d. */
function differingAssignments(): readonly { readonly code: string; readonly holders: readonly string[] }[] {
  const names = namesOf('vinh-loc')
  const assignments = readTable('vinh-loc-2026-phan-cong.tsv')
  return readTable('vinh-loc-2026.tsv').flatMap((row) => {
    const code = row['mã'] ?? ''
    const holders = assignments
      .filter((assignment) => [code, code.replace(/\p{L}$/u, '')].includes(assignment['mã'] ?? ''))
      .flatMap((assignment) => unitsOf(assignment['chủ trì'] ?? '', names))
    return holders.join() === unitsOf(row['chủ trì'] ?? '', names).join() ? [] : [{ code, holders }]
  })
}
