import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'

/** Whether LibreOffice opens spreadsheets here: it may be installed without the part that does. */
export const HAS_OFFICE: boolean = canConvert()

/** Tests that need it are skipped where it is not there; that must not pass for having been run. */
export function sayWhereOfficeIsMissing(): void {
  if (!HAS_OFFICE)
    process.stderr.write(
      '\n!!! LibreOffice Calc is not installed: what spreadsheets make of our files is NOT TESTED\n',
    )
}

function canConvert(): boolean {
  if (spawnSync('soffice', ['--version']).status !== 0) return false
  return (
    spawnSync('sh', ['-c', 'ls "$(dirname "$(readlink -f "$(command -v soffice)")")"/libscfiltlo.so'])
      .status === 0
  )
}

/** The file as LibreOffice opens it and saves it in another form (`csv`, `xlsx`), with all its pages where the form has them. */
export function convert(path: string, form: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-office-'))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const filter = form === 'csv' ? 'csv:Text - txt - csv (StarCalc):59,34,76,1' : form
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, path], {
    stdio: 'pipe',
  })
  return readFileSync(join(folder, `${basename(path, extname(path))}.${form}`))
}
