/** Names that Windows keeps for devices, whatever their ending: no folder can have them. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** The file that stands for a path of the site: `/a/b` as a page is `a/b/index.html`, `/a/b.csv` as a file is `a/b.csv`. */
export type FileOf = (path: string, standsAs: 'page' | 'file') => string

/**
 * The files of one export. Of paths that differ by capitals alone the first that is asked for has the name of its own, as many
 * systems would hold the two for one; as an export asks in the same order again, it gives the same names again.
 */
export function fileNames(): FileOf {
  const given = new Map<string, string>()
  const taken = new Set<string>()
  const take = (folder: string, part: string): string => {
    const name = `${folder}${part.replace(RESERVED, (word) => `${word}_`)}`
    let free = name
    for (let number = 2; taken.has(spelling(free)); number++) free = `${name}_${number}`
    taken.add(spelling(free))
    return free
  }
  return (path, standsAs) => {
    let [here, name] = ['', '']
    for (const part of path.split('/').filter((each) => each !== '')) {
      const folder = name === '' ? '' : `${name}/`
      here += `/${part}`
      name = given.get(here) ?? take(folder, part)
      given.set(here, name)
    }
    if (standsAs === 'file') return name
    return name === '' ? 'index.html' : `${name}/index.html`
  }
}

function spelling(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
