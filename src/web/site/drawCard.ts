import { fileURLToPath } from 'node:url'
import { renderAsync } from '@resvg/resvg-js'

/** A font of our own with every Vietnamese letter: what a machine has differs, and so would the pictures. */
const FONTS = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)),
)

/** A drawing as a PNG: chat programs show no SVG. It is drawn in another thread. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Be Vietnam Pro' }
  return (await renderAsync(svg, { font })).asPng()
}
