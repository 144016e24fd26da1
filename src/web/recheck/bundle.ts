import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { once } from '#base/once.ts'

/** The engine as one script for browsers. */
export interface RecheckBundle {
  /** `/assets/tinh-lai-3f2a….js`: named by its content, so that a page that was kept asks for the one it was made with. */
  readonly path: string
  readonly body: Uint8Array
}

export const BUNDLE_PATH: RegExp = /^\/assets\/tinh-lai-[0-9a-f]{12}\.js$/

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Browsers of phones that are ten years old are renewed still; older syntax would make it larger for all. */
const TARGET = 'es2020'

/** Made when it is first asked for: most who start the program never need it. The same sources give the same bytes. */
export const recheckBundle: () => Promise<RecheckBundle> = once(build)

async function build(): Promise<RecheckBundle> {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['src/web/recheck/main.ts'],
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
        name: 'hash without node',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^#store\/hashOf\.ts$/ }, () => ({
            path: join(import.meta.dirname, 'hashOf.ts'),
          })),
      },
    ],
  })
  await esbuild.stop()
  const body = outputFiles[0]?.contents ?? new Uint8Array()
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/tinh-lai-${hash}.js`, body }
}
