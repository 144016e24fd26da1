import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'

const PARTIALS = join(import.meta.dirname, '..', '..', '..', 'views', 'partials')

/** The parts of pages that are laid out anew as a reader types, and what they are made of. */
export const LAID_OUT = [
  'planAnswer',
  'steps',
  'bar',
  'supposed',
  'whatIfAnswer',
  'slopeChart',
  'rewritten',
  'impactAnswer',
  'fault',
] as const

export type LaidOut = (typeof LAID_OUT)[number]

/** A part of a page in HTML, from the same template as on the site. In a browser the bundle has another, made of compiled templates. */
export function layOut(name: LaidOut, view: object): string {
  const own = Handlebars.create()
  for (const each of LAID_OUT) own.registerPartial(each, readFileSync(join(PARTIALS, `${each}.hbs`), 'utf8'))
  return own.compile(`{{> ${name}}}`, { strict: true })(view)
}
