import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

/** A page as it goes over the wire, in each encoding that a reader may ask for. */
export interface KeptPage {
  readonly type: string
  /** Quoted, as a header has it. */
  readonly tag: string
  readonly plain: Buffer
  /** Absent where they would not be smaller. */
  readonly gzip: Buffer | undefined
  readonly brotli: Buffer | undefined
}

/** Pages that were made lately, by path: published pages do not change, so each is made once. */
export type KeptPages = LRUCache<string, Promise<KeptPage | undefined>>

const MOST_PAGES = 20_000
/** Of encoded text, about half a gigabyte would be too much for the small machines that offices have. */
const MOST_BYTES = 150_000_000

/** One that is still being made weighs as much as a large page. */
const USUAL_BYTES = 30_000

export function keptPages(): KeptPages {
  return new LRUCache({ max: MOST_PAGES, maxSize: MOST_BYTES, sizeCalculation: () => USUAL_BYTES })
}

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

/** Below this nothing is gained by encoding. */
const FEWEST_BYTES = 500

/** Half of the pages of a large site are asked for once: a middling effort, taken once a page. */
const BROTLI_QUALITY = 6

/** A page made ready for the wire. */
export async function keep(type: string, body: string | Uint8Array): Promise<KeptPage> {
  const plain = Buffer.from(body)
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  if (plain.length < FEWEST_BYTES || !/^text\/|json|xml|javascript/.test(type))
    return { type, tag, plain, gzip: undefined, brotli: undefined }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }
  const [zipped, smaller] = await Promise.all([toGzip(plain), toBrotli(plain, quality)])
  return { type, tag, plain, gzip: zipped, brotli: smaller }
}
