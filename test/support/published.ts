import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publicationFile } from '#records/publicationRef.ts'
import { publishSamples, type SampleFolders } from '#services/site/sampleSite.ts'
import { TODAY } from './commandLine.ts'

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
    áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
    thang điểm 10
    số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
    tiêu chí 1 "Tin, bài" tối đa 10 điểm
      giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`

/** January and February of one commune, as publications by the names of their files. */
export async function twoMonths(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  write('rules/xa/2026.thidua', RULES)
  write('data/xa/entrants.csv', 'id,name,kind,parent,cluster\nv1,Một,thôn,,\nv2,Hai,thôn,,')
  write(
    'data/xa/facts.csv',
    'entrant,measure,period,value\nv1,bài,2026-01,3\nv2,bài,2026-01,4\nv1,bài,2026-02,5',
  )
  return publishedTexts({ rules: join(folder, 'rules'), data: join(folder, 'data') })
}

/** The dossiers of folders as if published, by the names of their files. */
async function publishedTexts(folders: SampleFolders): Promise<ReadonlyMap<string, string>> {
  const published = await publishSamples(folders, TODAY)
  if (!published.ok) throw new Error('the samples are sound')
  const texts = new Map<string, string>()
  for (const ref of await published.value.list()) {
    const read = await published.value.read(ref)
    if (read.kind === 'text') texts.set(publicationFile(ref), read.text)
  }
  return texts
}
