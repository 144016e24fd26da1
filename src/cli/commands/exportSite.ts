import { formatPeriod } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { sizeText } from '#base/sizeText.ts'
import { leftOut, readIndicatorFile } from '#services/compareTargets.ts'
import { publicationsOf } from '#services/site/publicationsOf.ts'
import { publishSamples, type SampleFolders } from '#services/site/sampleSite.ts'
import { openSite } from '#services/site/site.ts'
import { openSiteFolder } from '#services/site/siteFolder.ts'
import { type Exported, exportSite } from '#web/export/exportSite.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface ExportSiteRequest extends SampleFolders {
  readonly folder: string
  /** The store whose publications are exported; without one, the samples that come with the program. */
  readonly from?: string
  /** Where the files will be reached. */
  readonly url?: string | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua export-site DIR`: the whole public site as files. */
export async function runExportSite(
  { folder, from, url, today, json, ...folders }: ExportSiteRequest,
  output: Output,
): Promise<ExitCode> {
  const begun = process.hrtime.bigint()
  const opened = await openSiteFolder(folder)
  if (!opened.ok) {
    printDiagnostics(output, opened.diagnostics, json)
    return exitCodeOf(opened.diagnostics)
  }
  const published = from === undefined ? await publishSamples(folders, today) : await publicationsOf(from)
  const indicators = await readIndicatorFile(folders.rules)
  const diagnostics = [...published.diagnostics, ...indicators.diagnostics]
  if (!published.ok || !indicators.ok || !json) printDiagnostics(output, diagnostics, json)
  if (!published.ok || !indicators.ok) return exitCodeOf(diagnostics)
  const site = { site: await openSite(published.value), indicators: indicators.value }
  if (!json) printDiagnostics(output, leftOut(indicators.value, site.site.editions), false)
  const exported = await exportSite(site, opened.value, {
    base: url,
    onBoard: ({ ref: { commune, edition, period } }) => {
      if (!json) output.out(`${commune}/${edition}, ${formatPeriod(period)}\n`)
    },
  })
  if (!exported.ok) {
    printDiagnostics(output, exported.diagnostics, json)
    return exitCodeOf(exported.diagnostics)
  }
  const milliseconds = Number((process.hrtime.bigint() - begun) / 1_000_000n)
  if (json) printJson(output, { folder, ...exported.value, milliseconds })
  else output.out(summary(folder, exported.value, milliseconds))
  return FINE
}

function summary(folder: string, exported: Exported, milliseconds: number): string {
  const { pages, written, unchanged, removed, bytes, left } = exported
  const kept = left.map(
    (file) => `Không còn trang nào ở ${file}, nhưng đã có người sửa tệp ấy nên nó được giữ lại.\n`,
  )
  const seconds = (milliseconds / 1000).toFixed(1).replace('.', ',')
  return (
    `${kept.join('')}Đã xuất ${pages} trang vào ${folder}: ghi ${written} tệp, ${unchanged} tệp không đổi, xóa ${removed} tệp cũ; ` +
    `tất cả ${sizeText(bytes)}, trong ${seconds} giây.\nMở ${folder}/index.html để xem.\n`
  )
}
