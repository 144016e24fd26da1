import { expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { loadProgram } from '#engine/index.ts'
import { readDossier } from '#records/dossier.ts'
import { expectationOf, makePlan, parseGoal } from '#simulate/index.ts'

const ENTRANTS = `id,name,kind,parent,cluster
thon-1,Thôn 1,thôn,,
thon-2,Thôn 2,thôn,,
`
const FACTS = `entrant,measure,period,value,status,source
thon-1,a,2026-01,5,,
thon-1,b,2026-01,5,,
thon-2,a,2026-01,2,,
thon-2,b,2026-01,4,,
`

/** What it takes for Thôn 1 to be ranked first: 5 and 5 points as it stands. */
function effortUnder(condition: string, goal = 'hạng 1'): string {
  const rulebook = `bộ tiêu chí "Thử" mã thu phiên bản 1
áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
thang điểm 20
làm tròn tổng điểm 2 chữ số, nửa làm tròn lên
số liệu a "A": số nguyên lần, hằng tháng, mới nhất, từ 0 đến 10
số liệu b "B": số nguyên lần, hằng tháng, mới nhất, từ 0 đến 10
nhóm I "I" tối đa 20 điểm
tiêu chí 1 "1" tối đa 10 điểm
giá trị = a
mỗi 1 được 1 điểm, không quá 10 điểm
tiêu chí 2 "2" tối đa 10 điểm
giá trị = b
mỗi 1 được 1 điểm, không quá 10 điểm
${condition}
xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng
`
  const program = loadProgram({ name: 'thử.thidua', text: rulebook })
  const dossier = readDossier({
    entrants: { name: 'entrants.csv', text: ENTRANTS },
    facts: { name: 'facts.csv', text: FACTS },
  })
  const wanted = parseGoal(goal)
  if (!program.ok) throw new Error(renderDiagnostics(program.diagnostics))
  if (!dossier.ok) throw new Error(renderDiagnostics(dossier.diagnostics))
  if (!wanted.ok) throw new Error(renderDiagnostics(wanted.diagnostics))
  const days = { asOf: { year: 2026, month: 1, day: 31 }, horizon: { year: 2026, month: 2, day: 28 } }
  const expectation = expectationOf({ program: program.value, dossier: dossier.value, ...days }, 'all')
  if (!expectation.ok) throw new Error(renderDiagnostics(expectation.diagnostics))
  const made = makePlan(expectation.value, { entrant: 'thon-1', goal: wanted.value, efforts: undefined })
  if (!made.ok) throw new Error(renderDiagnostics(made.diagnostics))
  const { planned } = made.value
  return planned.kind === 'reached'
    ? planned.plans
        .slice(0, 1)
        .map(({ effort }) => toExactText(effort))
        .join()
    : planned.kind
}

test.each([
  ['', 'already'],
  ['không xếp hạng khi nhóm I từ 10 điểm trở lên', '1'],
  ['không xếp hạng khi nhóm I trên 7 điểm', '3'],
  ['không xếp hạng khi nhóm I từ 6 điểm trở lên', '5'],
  ['không xếp hạng khi tiêu chí 1 từ 5 điểm trở lên', '1'],
  ['không xếp hạng khi mọi tiêu chí từ 4 điểm trở lên', '2'],
])('where «%s» the least effort is %s', (condition, effort) => {
  expect(effortUnder(condition)).toBe(effort)
})
