import { encode } from 'uqr'

/** A QR code as one SVG path, a module a unit. */
export interface QrPath {
  /** Modules to a side, with the quiet border. */
  readonly size: number
  readonly path: string
}

/** Quiet modules around the code, as its standard asks. */
const BORDER = 4

/** The code of a text. Some of it may be torn or stained on paper. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER })
  const runs = data.flatMap((row, y) => runsOf(row).map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`))
  return { size, path: runs.join('') }
}

function runsOf(row: readonly boolean[]): readonly { readonly x: number; readonly width: number }[] {
  const runs: { x: number; width: number }[] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (!dark) continue
    if (last && last.x + last.width === x) last.width++
    else runs.push({ x, width: 1 })
  }
  return runs
}
