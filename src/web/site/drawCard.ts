import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'

/** A font of our own with every Vietnamese letter: what a machine has differs, and so would the pictures. */
const FONTS = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)),
)

/** A drawing as a PNG: chat programs show no SVG. */
export function drawPng(svg: string): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Be Vietnam Pro' }
  return new Resvg(svg, { font }).render().asPng()
}
