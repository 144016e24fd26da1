import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleAt, everyBundle } from '../bundles/bundles.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'views', 'assets')

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
}

/** `/assets/site.css`; a name with a stroke or two dots in it is none. */
const ASSET = /^\/assets\/([a-z0-9]+(?:[.-][a-z0-9]+)*\.([a-z]+))$/i

/** A file of the site's own looks. */
export interface Asset {
  readonly type: string
  readonly body: Uint8Array
}

/** All of them, with their paths. */
export async function* everyAsset(): AsyncGenerator<Asset & { readonly path: string }> {
  const bundles = (await everyBundle()).map(({ path }) => path)
  const own = (await readdir(FOLDER)).toSorted().map((name) => `/assets/${name}`)
  for (const path of [...own, ...bundles]) {
    const asset = await assetAt(path)
    if (asset) yield { path, ...asset }
  }
}

/** A file of the site's own looks; `undefined` for any other path. */
export async function assetAt(path: string): Promise<Asset | undefined> {
  const bundle = await bundleAt(path)
  if (bundle) return { type: 'text/javascript; charset=utf-8', body: bundle.body }
  const [, name = '', ending = ''] = ASSET.exec(path) ?? []
  const type = TYPES[ending]
  if (type === undefined) return undefined
  try {
    return { type, body: await readFile(join(FOLDER, name)) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
