import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { assertNever } from '#base/assertNever.ts'

/** A page as it goes over the wire. */
export interface KeptPage {
  readonly type: string
  /** As a header has it: a weak one, as it is that of every encoding. */
  readonly tag: string
  readonly body: KeptBody
}

/** The page in every encoding that it is kept in, or the path at which it stands. */
type KeptBody = Encoded | { readonly kind: 'moved'; readonly path: string }

/** Of so many bytes. What gains nothing by being encoded is kept plain; all else encoded only, as hardly anybody asks for it plain. */
type Encoded =
  | { readonly kind: 'plain'; readonly length: number; readonly plain: Buffer }
  | { readonly kind: 'encoded'; readonly length: number; readonly gzip: Buffer; readonly brotli: Buffer }

/** Pages that were made lately, by path: published pages do not change, so each is made once. */
export interface KeptPages {
  readonly count: () => number
  readonly get: (path: string) => KeptPage | undefined
  /** Makes a page and keeps it; whoever asks meanwhile waits for the same. `'busy'` while too many are being made. */
  readonly make: (path: string, make: MakePage) => Promise<KeptPage | undefined> | 'busy'
  /** Lets go of the pages of some communes and of those that are about all. */
  readonly drop: (communes: ReadonlySet<string>) => void
}

export type MakePage = () => Promise<KeptPage | undefined>

/** On the small machines that offices have. */
const MOST_BYTES = 100_000_000

/** A page takes some ten milliseconds; whoever is behind so many is better told to come back. */
const MOST_BEING_MADE = 200

export function keptPages(): KeptPages {
  const kept = new LRUCache<string, KeptPage>({ maxSize: MOST_BYTES, sizeCalculation: sizeOf })
  const making = new Map<string, Promise<KeptPage | undefined>>()
  return {
    count: () => kept.size,
    get: (path) => kept.get(path),
    make: (path, make) => {
      const begun = making.get(path)
      if (begun) return begun
      if (making.size >= MOST_BEING_MADE) return 'busy'
      const page = make().then((made) => {
        // Where it was dropped while it was made it may be of yesterday, even if it is being made again.
        if (made && making.get(path) === page) kept.set(path, made)
        return made
      })
      const end = (): void => {
        if (making.get(path) === page) making.delete(path)
      }
      page.then(end, end)
      making.set(path, page)
      return page
    },
    drop: (communes) => {
      const isStale = (path: string): boolean => {
        const [, first = '', second] = path.split('/')
        return second === undefined || communes.has(first)
      }
      for (const path of [...kept.keys()].filter(isStale)) kept.delete(path)
      for (const path of [...making.keys()].filter(isStale)) making.delete(path)
    },
  }
}

function sizeOf({ body }: KeptPage): number {
  switch (body.kind) {
    case 'plain':
      return body.plain.length + 1
    case 'encoded':
      return body.gzip.length + body.brotli.length
    case 'moved':
      return body.path.length
    default:
      return assertNever(body)
  }
}

const toGzip = promisify(gzip)
const fromGzip = promisify(gunzip)
const toBrotli = promisify(brotliCompress)

/** Below this nothing is gained by encoding. */
const FEWEST_BYTES = 500

/** Half of the pages of a large site are asked for once: a middling effort, taken once a page. */
const BROTLI_QUALITY = 6

/** A page made ready for the wire. */
export async function keep(type: string, content: string | Uint8Array): Promise<KeptPage> {
  const plain = Buffer.from(content)
  const { length } = plain
  const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  if (plain.length < FEWEST_BYTES || !/^text\/|json|xml|javascript/.test(type))
    return { type, tag, body: { kind: 'plain', length, plain } }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }
  const [zipped, brotli] = await Promise.all([toGzip(plain), toBrotli(plain, quality)])
  return { type, tag, body: { kind: 'encoded', length, gzip: zipped, brotli } }
}

/** That what was asked for stands at another path. */
export function keepMoved(path: string): KeptPage {
  return { type: 'text/plain; charset=utf-8', tag: '', body: { kind: 'moved', path } }
}

/** A page without any encoding. */
export async function plainText(body: Encoded): Promise<Buffer> {
  return body.kind === 'plain' ? body.plain : fromGzip(body.gzip)
}
