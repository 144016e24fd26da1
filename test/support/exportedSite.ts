import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { openSiteFolder } from '#services/site/siteFolder.ts'
import { type Exported, exportSite } from '#web/export/exportSite.ts'
import type { PublicSite } from '#web/site/publicSite.ts'

/** A site as files in a folder, by default a new one. */
export async function exportInto(
  of: PublicSite,
  folder: string = join(mkdtempSync(join(tmpdir(), 'thidua-')), 'trang công bố'),
  base?: string,
): Promise<Exported & { readonly folder: string }> {
  const opened = await openSiteFolder(folder)
  if (!opened.ok) throw new Error(renderDiagnostics(opened.diagnostics))
  const exported = await exportSite(of, opened.value, { base, onBoard: () => {} })
  if (!exported.ok) throw new Error(renderDiagnostics(exported.diagnostics))
  return { ...exported.value, folder }
}

/** Every file of an exported site, but for what the export notes for itself. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('.thidua-export') && statSync(join(folder, file)).isFile())
    .toSorted()
}

/** What of the links in a folder of pages and feeds leads nowhere, or out of it. */
export function deadLinks(folder: string): readonly string[] {
  return filesIn(folder)
    .filter((file) => /\.(html|xml)$/.test(file))
    .flatMap((file) =>
      linksIn(readFileSync(join(folder, file), 'utf8')).flatMap((link) => faultOf(folder, file, link)),
    )
}

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  )
}

function faultOf(folder: string, file: string, link: string): readonly string[] {
  if (/^(?:[a-z]+:|\/)/i.test(link)) return [`${file} → ${link} is absolute`]
  const [address = '', anchor] = decodeURI(link).split('#')
  // What a page is asked is for its script.
  const [path = ''] = address.split('?')
  const target = path === '' ? join(folder, file) : join(folder, dirname(file), path)
  if (relative(folder, target).startsWith('..')) return [`${file} → ${link} leads out`]
  if (!existsSync(target) || !statSync(target).isFile()) return [`${file} → ${link} is not there`]
  if (anchor !== undefined && !readFileSync(target, 'utf8').includes(`id="${anchor}"`))
    return [`${file} → ${link} has no such place`]
  return []
}
