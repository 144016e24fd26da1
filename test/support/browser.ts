import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Where the browser of the npm package is unpacked: one place for this project, kept between runs. */
const UNPACKED = join(tmpdir(), 'thidua-chromium-153')

/** The package's own font, and no other: pictures look the same on every machine. Its settings name another folder. */
const FONT_SETTINGS = join(UNPACKED, 'fonts.conf')
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(UNPACKED, 'fonts')}</dir><cachedir>${join(UNPACKED, 'font-cache')}</cachedir></fontconfig>
`

/**
 * Starts the Chromium inside @sparticuz/chromium: a real browser from the npm registry. Where a bare Debian lacks the
 * libraries it needs, the package's own are used; a browser left half unpacked by an interrupted run is unpacked anew.
 */
export async function startBrowser(): Promise<Browser> {
  mkdirSync(UNPACKED, { recursive: true })
  // The package unpacks to the temporary folder of the environment, which is read when it is asked.
  process.env['TMPDIR'] = UNPACKED
  const attempts = [launch, launchWithOwnLibraries, launchUnpackedAnew]
  const faults: unknown[] = []
  for (const attempt of attempts) {
    try {
      return await attempt()
    } catch (error) {
      faults.push(error)
    }
  }
  throw new AggregateError(faults, 'Chromium did not start')
}

async function launch(): Promise<Browser> {
  const { default: package_ } = await import('@sparticuz/chromium')
  const executablePath = await package_.executablePath()
  writeFileSync(FONT_SETTINGS, fontSettings)
  return chromium.launch({
    executablePath,
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: FONT_SETTINGS },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  })
}

async function launchWithOwnLibraries(): Promise<Browser> {
  const { inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  await inflate(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  setupLambdaEnvironment(join(UNPACKED, 'al2023', 'lib'))
  return launch()
}

async function launchUnpackedAnew(): Promise<Browser> {
  rmSync(UNPACKED, { recursive: true, force: true })
  mkdirSync(UNPACKED, { recursive: true })
  return launchWithOwnLibraries()
}
