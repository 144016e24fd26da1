import { renderDiagnostics } from '#diagnostic/render.ts'
import { bindFacts, loadProgram } from '#engine/index.ts'
import { readDossier } from '#records/dossier.ts'

/** The small commune that the pages speak of when they show rows of its two tables. */
export const RULES = `bộ tiêu chí "Ví dụ" mã vi-du phiên bản 2026.1
  áp dụng cho xã, thôn từ 01/01/2026 đến 31/12/2026
  đặc điểm thôn "miền núi", "mới sáp nhập"
  thang điểm 20
  không áp dụng: quy đổi về thang điểm

số liệu hộ "Tổng số hộ": số nguyên hộ, hằng năm
số liệu hộ_số "Hộ thanh toán không dùng tiền mặt": số nguyên hộ, hằng năm, là một phần của hộ
số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
số liệu cáp_quang "Đường có cáp quang": số thập phân km, hằng năm, chỉ theo dõi

tiêu chí 1 "Thanh toán không dùng tiền mặt" tối đa 10 điểm
  đo tại thôn
  giá trị = hộ_số / hộ
  khi hộ = 0: không áp dụng
  chỉ tiêu 80%
  chấm theo tỷ lệ đạt chỉ tiêu
tiêu chí 2 "Tin, bài" tối đa 10 điểm
  đo tại thôn
  giá trị = bài
  chỉ tiêu 24 bài
  chấm theo tỷ lệ đạt chỉ tiêu
  riêng thôn "miền núi"
    chỉ tiêu 12 bài
  riêng thôn "mới sáp nhập"
    không áp dụng
`

export const ENTRANTS = `id,name,kind,parent,cluster
xa,Xã Ví Dụ,xã,,
thon-1,Thôn 1,thôn,xa,
thon-2,Thôn 2,thôn,xa,
`

export const FACTS = `entrant,measure,period,value
thon-1,hộ,2026,100
thon-1,hộ_số,2026,80
`

/** What is said of a table of entrants or of facts, whichever its first line tells that it is. */
export function dataMessagesOf({ text }: { readonly text: string }): string {
  const program = loadProgram({ name: 'bo-tieu-chi.thidua', text: RULES })
  if (!program.ok) throw new Error(renderDiagnostics(program.diagnostics))
  const entrants = text.startsWith('id,')
  const dossier = readDossier({
    entrants: { name: 'entrants.csv', text: entrants ? text : ENTRANTS },
    facts: { name: 'facts.csv', text: entrants ? FACTS : text },
  })
  const { diagnostics } = dossier.ok ? bindFacts(program.value, dossier.value) : dossier
  return renderDiagnostics(diagnostics)
}
