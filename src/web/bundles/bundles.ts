import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { once } from '#base/once.ts'
import { takeTurns } from '#base/turns.ts'
import { LAID_OUT } from '../live/layOut.ts'

/** A part of the program as one script for browsers. */
export interface Bundle {
  /** `/assets/tinh-lai-3f2a….js`: named by its content, so that a page that was kept asks for the one it was made with. */
  readonly path: string
  readonly body: Uint8Array
}

const PATH = /^\/assets\/([a-z-]+)-[0-9a-f]{12}\.js$/

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Browsers of phones that are ten years old are renewed still; older syntax would make it larger for all. */
const TARGET = 'es2020'

/** The compiler is a program of its own, which is ended after each. */
const turn = takeTurns()

/** What computes a publication again. Made when it is first asked for, as all are: most who start the program never need it. */
export const recheckBundle: () => Promise<Bundle> = once(() =>
  turn(() => build('tinh-lai', 'src/web/recheck/main.ts')),
)

/** What answers as a reader types. */
export const liveBundle: () => Promise<Bundle> = once(() =>
  turn(() => build('thu-truoc', 'src/web/live/main.ts')),
)

const BUNDLES: ReadonlyMap<string, () => Promise<Bundle>> = new Map([
  ['tinh-lai', recheckBundle],
  ['thu-truoc', liveBundle],
])

/** The one of a path; `undefined` for any other path, that of an earlier one too. */
export async function bundleAt(path: string): Promise<Bundle | undefined> {
  const [, name = ''] = PATH.exec(path) ?? []
  const bundle = await BUNDLES.get(name)?.()
  return bundle?.path === path ? bundle : undefined
}

/** All of them. */
export async function everyBundle(): Promise<readonly Bundle[]> {
  return Promise.all([...BUNDLES.values()].map((make) => make()))
}

/** The same sources give the same bytes. */
async function build(name: string, entry: string): Promise<Bundle> {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: TARGET,
    // Licences ask for their notices.
    legalComments: 'eof',
    logLevel: 'silent',
    // The same reader of CSV, as its authors make it for browsers.
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    plugins: [
      {
        name: 'without node',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^#store\/hashOf\.ts$/ }, () => ({
            path: join(import.meta.dirname, 'hashOf.ts'),
          }))
          onLoad({ filter: /[\\/]live[\\/]layOut\.ts$/ }, async () => ({
            contents: await compiledLayouts(),
            resolveDir: ROOT,
          }))
        },
      },
    ],
  })
  await esbuild.stop()
  const body = outputFiles[0]?.contents ?? new Uint8Array()
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/${name}-${hash}.js`, body }
}

/** The same as `live/layOut.ts`, from layouts that are programs already: a page may not make one of a text. */
async function compiledLayouts(): Promise<string> {
  const compiled = LAID_OUT.map(async (name) => {
    const text = await readFile(join(ROOT, 'views/partials', `${name}.hbs`), 'utf8')
    return `Handlebars.registerPartial(${JSON.stringify(name)}, Handlebars.template(${Handlebars.precompile(text, { strict: true })}))`
  })
  return [
    `import Handlebars from 'handlebars/runtime'`,
    ...(await Promise.all(compiled)),
    'export const layOut = (name, view) => Handlebars.partials[name](view)',
  ].join('\n')
}
