import type { Archive } from './archive.ts'
import type { DateSystem } from './content.ts'
import { UnreadableWorkbook } from './fault.ts'
import { builtInFormat, formatOfCode, type NumberFormat } from './numberFormat.ts'
import { readXml, type XmlReader } from './xml.ts'

/** What a workbook says of itself: its pages and how it counts days. */
export interface WorkbookOutline {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[]
  readonly dates: DateSystem
  /** The files of the texts that cells share and of their styles, where there are any. */
  readonly texts: string | undefined
  readonly styles: string | undefined
}

/** The pages in the order of their tabs. */
export async function readOutline(archive: Archive): Promise<WorkbookOutline> {
  const sheets: { name: string; hidden: boolean; id: string }[] = []
  let dates: DateSystem = 1900
  const [root = 'xl/workbook.xml'] = (await relationships(archive, '_rels/.rels', '')).byType(
    'officeDocument',
  )
  await read(archive, root, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.get('date1904') ?? '')) dates = 1904
      if (name !== 'sheet') return
      const state = attributes.get('state') ?? 'visible'
      sheets.push({
        name: (attributes.get('name') ?? '').normalize('NFC'),
        hidden: state !== 'visible',
        id: attributes.get('id') ?? '',
      })
    },
  })
  const folder = root.slice(0, root.lastIndexOf('/') + 1)
  const relations = await relationships(archive, `${folder}_rels/${root.slice(folder.length)}.rels`, folder)
  const pages = new Set(relations.byType('worksheet'))
  const found = sheets.flatMap(({ name, hidden, id }) => {
    const path = relations.byId.get(id)
    // A page that is a chart holds no cells.
    return path === undefined || !pages.has(path) ? [] : [{ name, hidden, path }]
  })
  const [texts] = relations.byType('sharedStrings')
  const [styles] = relations.byType('styles')
  return { sheets: found, dates, texts, styles }
}

interface Relationships {
  readonly byId: ReadonlyMap<string, string>
  readonly byType: (type: string) => readonly string[]
}

/** Which file of the archive each id stands for. */
async function relationships(archive: Archive, path: string, folder: string): Promise<Relationships> {
  const found: { id: string; type: string; target: string }[] = []
  await read(archive, path, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return
      const target = attributes.get('Target') ?? ''
      found.push({
        id: attributes.get('Id') ?? '',
        type: attributes.get('Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
      })
    },
  })
  return {
    byId: new Map(found.map(({ id, target }) => [id, target])),
    byType: (type) => found.flatMap((each) => (each.type.endsWith(`/${type}`) ? [each.target] : [])),
  }
}

/** The texts that cells share, by number. Text that only says how another is pronounced is left out. */
export async function readSharedTexts(
  archive: Archive,
  path: string | undefined,
): Promise<readonly string[]> {
  const texts: string[] = []
  let [current, inText, spoken] = ['', false, 0]
  if (path === undefined) return texts
  await read(archive, path, {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 'rPh') spoken++
      else if (name === 't') inText = spoken === 0
    },
    text: (text) => {
      if (inText) current += text
    },
    close: (name) => {
      if (name === 'si') texts.push(current)
      else if (name === 'rPh') spoken--
      else if (name === 't') inText = false
    },
  })
  return texts
}

/** What each style of the workbook makes of a number. */
export async function readFormats(
  archive: Archive,
  path: string | undefined,
): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inStyles = false
  if (path === undefined) return formats
  await read(archive, path, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      if (name === 'cellXfs') inStyles = true
      if (name !== 'xf' || !inStyles) return
      const id = Number(attributes.get('numFmtId') ?? 0)
      const code = codes.get(id)
      formats.push(code === undefined ? builtInFormat(id) : formatOfCode(code))
    },
    close: (name) => {
      if (name === 'cellXfs') inStyles = false
    },
  })
  return formats
}

async function read(archive: Archive, path: string, reader: XmlReader): Promise<void> {
  const pieces = archive.read(path)
  if (!pieces) throw new UnreadableWorkbook({ kind: 'broken' })
  await readXml(pieces, reader)
}
