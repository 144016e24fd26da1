import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../support/commandLine.ts'

export const RULES: string = `bộ tiêu chí "Tuyên truyền xã Một" mã xa-mot phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
  thang điểm 10
số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn, kỳ thiếu tính 0
số liệu dân "Dân số": số nguyên người, hằng tháng, từ 1
số liệu thẻ "Có tài khoản": số nguyên người, hằng tháng, là một phần của dân
tiêu chí 1 "Tin, bài" tối đa 5 điểm
  giá trị = bài
  chỉ tiêu 10 bài
  chấm theo tỷ lệ đạt chỉ tiêu
tiêu chí 2 "Tài khoản" tối đa 5 điểm
  giá trị = thẻ / dân
  chỉ tiêu 50%
  chấm theo tỷ lệ đạt chỉ tiêu
xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng
`
export const ENTRANTS: string = 'id,name,kind,parent,cluster\nthon-1,Thôn 1,thôn,,\nthon-2,Thôn 2,thôn,,\n'
export const HEAD: string = 'entrant,measure,period,value,source'
export const FACTS: readonly string[] = [
  'thon-1,bài,2026-09,4,loa',
  'thon-1,dân,2026-09,100,',
  'thon-1,thẻ,2026-09,30,',
  'thon-2,bài,2026-09,6,',
  'thon-2,dân,2026-09,80,',
  'thon-2,thẻ,2026-09,40,',
]

/** A folder of its own with the rulebook, the list and the commands over the store `kho` in it. */
export interface SmallCommune {
  readonly path: (name: string) => string
  /** Runs a command over the folder; its path and every hash are left out of what it prints. */
  readonly run: Command
  /** Takes rows into the store. */
  readonly take: (rows: readonly string[], ...options: readonly string[]) => Promise<string>
  /** Takes the list and the first facts into the store. */
  readonly first: Command
  readonly publish: Command
  readonly verify: Command
}

type Command = (...options: readonly string[]) => Promise<string>

export function smallCommune(): SmallCommune {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const path = (name: string): string => join(folder, name)
  writeFileSync(path('2026.thidua'), RULES)
  writeFileSync(path('entrants.csv'), ENTRANTS)
  const run: Command = async (...line) => {
    const printed = await runCommand([...line, '--rules', path('2026.thidua')])
    return printed.replaceAll(`${folder}/`, '').replaceAll(/\b[0-9a-f]{12}\b/g, 'MÃ')
  }
  const take: SmallCommune['take'] = async (rows, ...options) => {
    writeFileSync(path('facts.csv'), `${[HEAD, ...rows].join('\n')}\n`)
    return run('import', path('facts.csv'), '--into', path('kho'), ...options)
  }
  return {
    path,
    run,
    take,
    first: (...options) => take(FACTS, '--entrants', path('entrants.csv'), ...options),
    publish: (...options) => run('publish', '--into', path('kho'), '--period', '2026-09', ...options),
    verify: (...options) => run('verify', '--from', path('kho'), ...options),
  }
}
