import { SaxesParser } from 'saxes'
import { UnreadableWorkbook } from './fault.ts'

/** What is told of an XML file as it is read; names come without their prefix. */
export interface XmlReader {
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Reads a file of the archive piece by piece. A document type is refused: a spreadsheet has none, and it could name entities. */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser()
  const broken = (): never => {
    throw new UnreadableWorkbook({ kind: 'broken' })
  }
  parser.on('error', broken)
  parser.on('doctype', broken)
  parser.on('opentag', ({ name, attributes }) =>
    reader.open?.(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    ),
  )
  parser.on('text', (text) => reader.text?.(text))
  parser.on('cdata', (text) => reader.text?.(text))
  parser.on('closetag', ({ name }) => reader.close?.(localName(name)))
  for await (const piece of pieces) parser.write(piece)
  parser.close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
