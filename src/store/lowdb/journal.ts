import { crc32 } from 'node:zlib'

/**
 * A journal is a line that names its form, then a line a frame: number, length of the content in bytes, checksum, content. Its
 * first frame tells what was kept elsewhere when it was begun, the others what was changed since.
 *
 * A frame is written only once the one before is on the disk; so a broken frame with a sound one after it held something
 * that was acknowledged. One with nothing after it was being written when everything stopped, if it looks like that: cut short,
 * or with zeros where the disk was never reached.
 */
export interface Frame {
  /** Without a gap over all journals of a store. */
  readonly number: number
  /** JSON, which has no line end and no zero byte within. */
  readonly content: string
}

const HEADING = 'thi-dua journal '
const FORM = 2

/** A journal with its first frame. */
export function newJournal(first: Frame): Uint8Array {
  return Buffer.concat([Buffer.from(`${HEADING}${FORM}\n`), frameBytes(first)])
}

export function frameBytes({ number, content }: Frame): Uint8Array {
  const bytes = Buffer.from(content)
  return Buffer.concat([
    Buffer.from(`${number} ${bytes.length} ${checksum(bytes)} `),
    bytes,
    Buffer.from('\n'),
  ])
}

/** Eight hexadecimal digits; of a text in pieces, with that of the pieces before. */
export function checksum(bytes: Uint8Array, before = ''): string {
  return crc32(bytes, Number.parseInt(before || '0', 16))
    .toString(16)
    .padStart(8, '0')
}

export type JournalContent =
  /** `sound`: how many of its bytes; what follows them was being written when everything stopped. */
  | {
      readonly kind: 'sound'
      readonly first: Frame
      readonly frames: readonly Frame[]
      readonly sound: number
      readonly torn: number
    }
  /** Something that was acknowledged cannot be read. */
  | { readonly kind: 'damaged' | 'newer' | 'older' }

/** Reads a journal back. */
export function readJournal(bytes: Uint8Array): JournalContent {
  const [heading, ...lines] = linesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const [, form] = new RegExp(`^${HEADING}(\\d{1,9})$`).exec(heading?.text.toString() ?? '') ?? []
  if (!heading?.ended || form === undefined) return { kind: 'damaged' }
  if (Number(form) !== FORM) return { kind: Number(form) > FORM ? 'newer' : 'older' }
  const frames: Frame[] = []
  let sound = heading.text.length + 1
  for (const [index, line] of lines.entries()) {
    const frame = frameIn(line)
    if (!frame || (frames.length > 0 && frame.number !== (frames.at(-1)?.number ?? 0) + 1)) {
      if (frame || !isTorn(line) || lines.slice(index + 1).some((later) => frameIn(later)))
        return { kind: 'damaged' }
      break
    }
    frames.push(frame)
    sound += line.text.length + 1
  }
  const [first, ...others] = frames
  // It took its place whole.
  if (!first) return { kind: 'damaged' }
  return { kind: 'sound', first, frames: others, sound, torn: bytes.length - sound }
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

function frameIn({ text, ended }: Line): Frame | undefined {
  if (!ended) return undefined
  const head = /^(\d{1,15}) (\d{1,15}) ([0-9a-f]{8}) /.exec(text.subarray(0, LONGEST_HEAD).toString('latin1'))
  if (!head) return undefined
  const content = text.subarray(head[0].length)
  if (content.length !== Number(head[2]) || checksum(content) !== head[3]) return undefined
  return { number: Number(head[1]), content: content.toString() }
}

/** Whether a broken line is one that was never written to its end; a whole one was, and was changed later. */
function isTorn({ text, ended }: Line): boolean {
  return !ended || text.includes(0)
}
