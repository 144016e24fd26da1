import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility'
import type { Sheet } from './cells.ts'
import { columnLetters } from './formulas/range.ts'

/** What the library leaves out: calculation on opening, printing on the width of a page, repeated heads, filters. */
export function pages(sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => put(put(xml, BOOK, definedNames(sheets)), BOOK, CALCULATE),
        },
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (xml, _, { sheetIndex }) => {
            const fitted = put(xml, SHEET, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            const footed = put(fitted, SHEET, FOOTER)
            const sheet = sheets[sheetIndex]
            return sheet?.filter ? put(footed, SHEET, `<autoFilter ref="${filterCells(sheet)}"/>`) : footed
          },
        },
      },
    },
  }
}

const BOOK = { file: 'xl/workbook.xml', root: 'workbook' } as const
const SHEET = { file: 'xl/worksheets/sheet{id}.xml', root: 'worksheet' } as const
/** The name of the sheet, and which page it is of how many. */
const FOOTER = '<headerFooter><oddFooter>&amp;L&amp;A&amp;RTrang &amp;P/&amp;N</oddFooter></headerFooter>'
const CALCULATE = '<calcPr calcId="0" fullCalcOnLoad="1"/>'

/** Puts an element where the format wants it among the others, in place of an empty one of the same name. */
function put(xml: string, { file, root }: typeof BOOK | typeof SHEET, element: string): string {
  if (element === '') return xml
  const [, name = ''] = /^<(\w+)/.exec(element) ?? []
  const cleared = xml.replace(new RegExp(`<${name}\\s*/>|<${name}></${name}>`), '')
  return insertElementMarkupAccordingToOrderOfSiblings(
    cleared,
    element,
    getOrderOfSiblings(file, root) ?? [],
    root,
  )
}

function filterCells({ filter, columns }: Sheet): string {
  return `A${filter?.from}:${columnLetters(columns.length - 1)}${filter?.to}`
}

/** The rows that are printed on each page, and what filters stand on. */
function definedNames(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const { name, frozen, filter, printed, rows } = sheet
    const area = `$A$1:$${columnLetters(printed - 1)}$${rows.length}`
    const absolute = filterCells(sheet).replaceAll(/[A-Z]+|\d+/g, (part) => `$${part}`)
    return [
      ...(filter
        ? [definedName('_xlnm._FilterDatabase', index, `'${name}'!${absolute}`, ' hidden="1"')]
        : []),
      definedName('_xlnm.Print_Area', index, `'${name}'!${area}`, ''),
      ...(frozen.rows > 0
        ? [definedName('_xlnm.Print_Titles', index, `'${name}'!$1:$${frozen.rows}`, '')]
        : []),
    ]
  })
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''
}

function definedName(name: string, sheet: number, cells: string, more: string): string {
  return `<definedName name="${name}" localSheetId="${sheet}"${more}>${cells}</definedName>`
}
