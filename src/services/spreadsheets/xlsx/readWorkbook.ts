import { openArchive } from './archive.ts'
import { UnreadableWorkbook, type WorkbookFault } from './fault.ts'
import { type Shared, type SheetContent, sheetReader } from './sheetXml.ts'
import { readFormats, readOutline, readSharedTexts } from './workbookParts.ts'
import { readXml } from './xml.ts'

export type WorkbookRead =
  | { readonly ok: true; readonly sheets: readonly SheetContent[] }
  | { readonly ok: false; readonly fault: WorkbookFault }

/** The pages of a workbook, or why it cannot be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
  try {
    const archive = await openArchive(bytes)
    if (archive.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return failed({ kind: 'macros' })
    const { sheets, dates, ...paths } = await readOutline(archive)
    const texts = await readSharedTexts(archive, paths.texts)
    const formats = await readFormats(archive, paths.styles)
    const shared: Shared = { texts, formats, dates, cells: 0 }
    const contents: SheetContent[] = []
    for (const { name, hidden, path } of sheets) {
      const pieces = archive.read(path)
      if (!pieces) return failed({ kind: 'broken' })
      const [reader, content] = sheetReader(name, hidden, shared)
      await readXml(pieces, reader)
      contents.push(content)
    }
    return { ok: true, sheets: contents }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return failed(error.fault)
    throw error
  }
}

function failed(fault: WorkbookFault): WorkbookRead {
  return { ok: false, fault }
}
