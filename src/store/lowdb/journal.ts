import { crc32 } from 'node:zlib'

/**
 * A journal is a line that names its form, then a line a frame: number, length of the content in bytes, checksum, content.
 * A frame is written only once the one before is on the disk; so a broken frame with a sound one after it held something
 * that was acknowledged, and one with nothing sound after it was never acknowledged.
 */
export interface Frame {
  /** From 1, without a gap over all journals of a store. */
  readonly number: number
  /** JSON, which has no line end within. */
  readonly content: string
}

const HEADING = 'thi-dua journal '
const FORM = 1

/** An empty journal. */
export function emptyJournal(): Uint8Array {
  return Buffer.from(`${HEADING}${FORM}\n`)
}

export function frameBytes({ number, content }: Frame): Uint8Array {
  const bytes = Buffer.from(content)
  return Buffer.concat([
    Buffer.from(`${number} ${bytes.length} ${checksum(bytes)} `),
    bytes,
    Buffer.from('\n'),
  ])
}

/** Eight hexadecimal digits. */
export function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}

export type JournalContent =
  /** `sound`: how many of its bytes; what follows them was being written when everything stopped. */
  | {
      readonly kind: 'sound'
      readonly frames: readonly Frame[]
      readonly sound: number
      readonly torn: number
    }
  /** Something that was acknowledged cannot be read: the line, from 1. */
  | { readonly kind: 'damaged'; readonly line: number }
  | { readonly kind: 'newer' }

/** Reads a journal back. */
export function readJournal(bytes: Uint8Array): JournalContent {
  const [heading, ...lines] = linesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const [, form] = new RegExp(`^${HEADING}(\\d+)$`).exec(heading?.text.toString() ?? '') ?? []
  if (!heading?.ended || form === undefined) return { kind: 'damaged', line: 1 }
  if (Number(form) > FORM) return { kind: 'newer' }
  const frames: Frame[] = []
  let sound = heading.text.length + 1
  for (const [index, { text, ended }] of lines.entries()) {
    const frame = ended ? frameIn(text) : undefined
    if (!frame || (frames.length > 0 && frame.number !== (frames.at(-1)?.number ?? 0) + 1)) {
      const later = lines.slice(index + 1).some((line) => line.ended && frameIn(line.text))
      return later || frame
        ? { kind: 'damaged', line: index + 2 }
        : { kind: 'sound', frames, sound, torn: bytes.length - sound }
    }
    frames.push(frame)
    sound += text.length + 1
  }
  return { kind: 'sound', frames, sound, torn: 0 }
}

interface Line {
  readonly text: Buffer
  /** Whether its end is there. */
  readonly ended: boolean
}

const LINE_END = 10

function linesOf(bytes: Buffer): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_END, start)
    lines.push({ text: bytes.subarray(start, end < 0 ? undefined : end), ended: end >= 0 })
    start = end < 0 ? bytes.length : end + 1
  }
  return lines
}

/** The head of a frame is never longer: two numbers and a checksum. */
const LONGEST_HEAD = 48

function frameIn(line: Buffer): Frame | undefined {
  const head = /^(\d{1,15}) (\d{1,15}) ([0-9a-f]{8}) /.exec(line.subarray(0, LONGEST_HEAD).toString('latin1'))
  if (!head) return undefined
  const content = line.subarray(head[0].length)
  if (content.length !== Number(head[2]) || checksum(content) !== head[3]) return undefined
  return { number: Number(head[1]), content: content.toString() }
}
