import { parseIsoDate } from '#base/plainDate.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { changeText, compareRulebooks, loadProgram, type Program, programOn } from '#engine/index.ts'

/** A rulebook from its lines below the head; faults fail the test that made it. */
export function programFrom(rules: string, head = '', day?: string): Program {
  const scale = /^\s*thang điểm/m.test(head) ? '' : 'thang điểm 10'
  const levels = /^\s*áp dụng cho/m.test(head) ? '' : 'áp dụng cho thôn từ 01/01/2026 đến 31/12/2027'
  const policy = /^\s*không áp dụng:/m.test(head) ? '' : 'không áp dụng: quy đổi về thang điểm'
  return programIn(
    `bộ tiêu chí "Thử" mã thu phiên bản 2026.1\n${levels}\n${scale}\n${policy}\n${head}\n${rules}`,
    day,
  )
}

/** The rulebook in a text, as it stands on a day. */
export function programIn(text: string, day?: string): Program {
  const loaded = loadProgram({ name: 'thử.thidua', text })
  if (!loaded.ok) {
    const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error')
    throw new Error(`${renderDiagnostics(errors)}\n\n${text}`)
  }
  const on = day === undefined ? undefined : parseIsoDate(day)
  return on ? programOn(loaded.value, on) : loaded.value
}

/** The sentences on what changes from one rulebook to the other. */
export function sentences(old: Program, now: Program): readonly string[] {
  return compareRulebooks(old, now).changes.map(changeText)
}
