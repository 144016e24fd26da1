import { capital } from '#base/capital.ts'
import type { ScoreSheet } from '../score.ts'
import type { LeafTrace } from '../trace.ts'
import { leavesIn } from './entrant.ts'
import { countedNames, kindsOf } from './spoken.ts'

/** Who has no rank, and why in general; what each did is for its own page. */
export function barredSentence(cohort: readonly ScoreSheet[]): readonly string[] {
  const barred = cohort.filter(({ knockedOutBy }) => knockedOutBy.length > 0)
  const without = cohort.filter(({ knockedOutBy, total }) => knockedOutBy.length === 0 && !total)
  return [
    ...(barred.length > 0
      ? [countedSentence('có', barred, 'không được xếp hạng theo quy định của bộ tiêu chí')]
      : []),
    ...(without.length > 0
      ? [countedSentence('có', without, 'không được chấm điểm vì chưa có tiêu chí nào áp dụng')]
      : []),
  ]
}

/** Who has still to report, and whose points may therefore change. */
export function missingSentence(cohort: readonly ScoreSheet[]): readonly string[] {
  const silent = cohort.filter(hasNothing)
  const missing = cohort.filter((sheet) => !hasNothing(sheet) && has(sheet, 'missing'))
  const waiting = cohort.filter((sheet) => !has(sheet, 'missing') && has(sheet, 'pending'))
  const faulty = cohort.filter((sheet) => has(sheet, 'error'))
  if (cohort.length === 1) return aloneSentence(silent.length + missing.length, waiting.length, faulty.length)
  const told = [
    ...(silent.length > 0 ? [countedSentence('còn', silent, 'chưa báo cáo số liệu nào')] : []),
    ...(missing.length > 0 ? [countedSentence('còn', missing, 'chưa báo cáo đủ số liệu')] : []),
    ...(waiting.length > 0 ? [countedSentence('còn', waiting, 'có số liệu đang chờ thẩm định')] : []),
    ...(faulty.length > 0 ? [countedSentence('có', faulty, 'có số liệu chưa khớp, cần xem lại')] : []),
  ]
  if (told.length === 0 && cohort.every(({ total }) => !total)) return []
  const kinds = kindsOf(cohort)
  return told.length > 0
    ? [...told, `Điểm của các ${kinds} này là tạm tính.`]
    : [`Các ${kinds} đã báo cáo đủ số liệu.`]
}

function aloneSentence(missing: number, waiting: number, faulty: number): readonly string[] {
  if (faulty > 0) return ['Điểm này là tạm tính vì có số liệu chưa khớp, cần xem lại.']
  if (missing > 0) return ['Điểm này là tạm tính vì chưa báo cáo đủ số liệu.']
  return waiting > 0 ? ['Điểm này là tạm tính vì có số liệu đang chờ thẩm định.'] : []
}

function countedSentence(verb: string, sheets: readonly ScoreSheet[], what: string): string {
  return `${capital(verb)} ${countedNames(sheets, what)}.`
}

function has({ nodes }: ScoreSheet, kind: LeafTrace['outcome']['kind']): boolean {
  return leavesIn(nodes).some(({ outcome }) => outcome.kind === kind)
}

/** Whether not one fact was read. */
function hasNothing(sheet: ScoreSheet): boolean {
  return (
    has(sheet, 'missing') &&
    leavesIn(sheet.nodes).every(({ inputs }) => inputs.every((one) => one.facts.length === 0))
  )
}
