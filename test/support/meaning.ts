import { renderDiagnostics } from '#diagnostic/render.ts'
import { parse, type Rulebook } from '#language/index.ts'

/** The rulebook in a text that must be one. */
export function rulebookOf(text: string): Rulebook {
  return parse({ name: 'thử.thidua', text }, (diagnostic) => {
    throw new Error(`${renderDiagnostics([diagnostic])}\n\n${text}`)
  })
}

/** The tree without what depends on where it stood: ids, spans, the source. Two rulebooks with the same meaning are alike. */
export function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaningOf)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).flatMap(([key, part]) => {
    if (PLACES.has(key) || part === undefined) return []
    return [[key, key === 'notApplicable' ? true : meaningOf(part)]]
  })
  return Object.fromEntries(parts)
}

const PLACES: ReadonlySet<string> = new Set(['id', 'span', 'source'])
