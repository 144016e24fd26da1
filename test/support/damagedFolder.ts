import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publishedInTurn, type Step } from './publishing.ts'

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
  thang điểm 10
  số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn, kỳ thiếu tính 0
  tiêu chí 1 "Tin, bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`

const STEP = { rules: RULES, villages: { v1: 'Thôn Một', v2: 'Thôn Hai', v3: 'Thôn Ba' } }
const AUGUST = 'v1,bài,2026-08,1\nv2,bài,2026-08,2\nv3,bài,2026-08,3'
const SEPTEMBER = `${AUGUST}\nv1,bài,2026-09,2`
/** What Hai reported of September came when that was published already. */
const LATE = `${SEPTEMBER}\nv2,bài,2026-09,3`
const OCTOBER = `${LATE}\nv3,bài,2026-10,1`

const STEPS: readonly Step[] = [
  { ...STEP, period: '2026-08', facts: AUGUST },
  { ...STEP, period: '2026-09', facts: SEPTEMBER },
  { ...STEP, period: '2026-10', facts: OCTOBER },
  { ...STEP, period: '2026-09', facts: LATE, corrects: 'sót số liệu của Thôn Hai' },
  { ...STEP, period: '2026-11', facts: `${OCTOBER}\nv1,bài,2026-11,1` },
]

/** A folder of publications in which something of everything went wrong. */
export interface DamagedFolder {
  readonly folder: string
  /** Puts the file that is half there in whole. */
  readonly mend: () => void
}

/**
 * Five publications of a commune: a correction, a fact that came late, the newest copied by half. Beside them a file of that
 * commune in the folder of another, an empty one, and one that is no publication.
 */
export function damagedFolder(): DamagedFolder {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const texts = publishedInTurn(STEPS)
  for (const [file, text] of texts) put(file, text)
  const newest = texts.get('xa/2026/2026-11.json') ?? ''
  put('xa/2026/2026-11.json', newest.slice(0, newest.length / 2))
  put('xb/2026/2026-08.json', texts.get('xa/2026/2026-08.json') ?? '')
  put('xb/2026/2026-09.json', '')
  put('xa/2026/ghi-chu.txt', 'của tôi')
  return { folder, mend: () => put('xa/2026/2026-11.json', newest) }
}
