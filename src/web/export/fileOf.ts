/** Names that Windows keeps for devices, whatever their ending: no folder can have them. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** The file that stands for a path of the site: `/a/b` as a page is `a/b/index.html`, `/a/b.csv` as a file is `a/b.csv`. */
export function fileOf(path: string, standsAs: 'page' | 'file'): string {
  const parts = path.split('/').filter((part) => part !== '')
  const names = parts.map((part) => part.replace(RESERVED, (name) => `${name}_`))
  return (standsAs === 'page' ? [...names, 'index.html'] : names).join('/')
}
