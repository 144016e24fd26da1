/** A tag as our templates write it: its attributes have quotes around them, and no quote in them. */
const TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/gi

/** An attribute that leads to somewhere on the site. What begins with two strokes leads to another. */
const LINK = /(\s(?:href|src|action)=")(\/(?!\/)[^"]*)(?=")/g

/**
 * A finished page with its links made relative to the file it stands in, so that it works in any folder and with no server.
 * Only attributes are touched: in text the quotes of what looks like a link are escaped.
 */
export function relativeLinks(html: string, file: string, fileAt: (path: string) => string): string {
  return html.replace(TAG, (tag) =>
    tag.replace(LINK, (_, attribute: string, link: string) => {
      const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(plain(link)) ?? []
      return `${attribute}${escaped(relativeTo(file, fileAt(decodeURI(path))) + rest)}`
    }),
  )
}

/** The way from one file of a folder to another: `../thon-3/index.html`. */
function relativeTo(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  const steps = [...here.slice(shared).map(() => '..'), ...there.slice(shared).map(encodeURIComponent)]
  return steps.join('/')
}

/** The signs that are escaped in an attribute, by Handlebars too. */
const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
}

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, (sign) => SIGNS[sign] ?? sign)
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => Object.entries(SIGNS).find(([, each]) => each === sign)?.[0] ?? sign,
  )
}
