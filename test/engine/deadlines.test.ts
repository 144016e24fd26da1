import { expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { scoreCase } from '../support/scoring.ts'

/** The points of a task finished on a day: 10, and one less for each day late. */
function pointsFor(deadline: string, finished: string): string {
  const { sheets } = scoreCase({
    head: '',
    rules: `số liệu xong "Xong": ngày, hằng năm
      tiêu chí 1 "Một" tối đa 10 điểm
        thời hạn ${deadline}; giá trị = số ngày chậm của xong; mỗi ngày trừ 1 điểm`,
    facts: `v1,xong,2026,${finished}`,
  })
  return sheets[0]?.nodes[0] ? toExactText(sheets[0].nodes[0].points) : ''
}

test.each([
  ['30/11/2026', '30/11/2026', '01/12/2026'],
  ['trước ngày 01/12/2026', '30/11/2026', '01/12/2026'],
  ['trước 1/3/2026', '28/02/2026', '01/03/2026'],
  ['tháng 2/2026', '28/02/2026', '01/03/2026'],
  ['Tháng 02/2026', '28/02/2026', '01/03/2026'],
  ['quý III/2026', '30/09/2026', '01/10/2026'],
  ['quý iii/2026', '30/09/2026', '01/10/2026'],
  ['quý 3/2026', '30/09/2026', '01/10/2026'],
])('due %s: %s is in time, %s is a day late', (deadline, inTime, late) => {
  expect([pointsFor(deadline, inTime), pointsFor(deadline, late)]).toEqual(['10', '9'])
})
