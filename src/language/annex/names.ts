import type { Criterion, Group, Measure, Role, Words } from '../ast.ts'
import type { Symbols } from '../symbols.ts'

/** What the names in a sentence stand for; readers see titles, never the names that rulebooks are written with. */
export type Names = Pick<Symbols, 'measures' | 'nodes' | 'levelNames' | 'roles'>

/** The measure that a name stands for; `undefined` where none is declared. */
export function measureOf(name: Words, { measures }: Names): Measure | undefined {
  return measures.get(name.text)
}

/** The group or criterion that a code stands for; `undefined` where there is none. */
export function nodeOf(code: Words, { nodes }: Names): Group | Criterion | undefined {
  return nodes.get(code.text)
}

/** What the points of the node count as: what stands inside a bonus or a penalty is part of it. */
export function roleOf({ id, maximum }: Group | Criterion, { roles }: Names): Role {
  return roles.get(id) ?? maximum?.role ?? 'scale'
}

/** The title of a measure without quotes, for formulas; the name itself where none is declared. */
export function measureTitle(name: Words, names: Names): string {
  return measureOf(name, names)?.title.text ?? name.text
}

/** `«Hồ sơ đã số hóa»`: the title of a measure inside a sentence. */
export function quotedMeasure(name: Words, names: Names): string {
  return `«${measureTitle(name, names)}»`
}

/** `có «chuyên mục»`, `không có «vi phạm»`: the answer to a measure of có/không inside a sentence. */
export function flagPhrase(name: Words, is: boolean, names: Names): string {
  const title = measureTitle(name, names)
  // Many such titles begin with the answer themselves: «Có chuyên mục».
  const what = /^có /i.test(title) ? title.slice(3) : title
  return `${is ? 'có' : 'không có'} «${what}»`
}

/** `nhóm II «Chính quyền số»`, `tiêu chí 3a «…»`: a group or criterion inside a sentence. */
export function nodePhrase(scope: 'group' | 'criterion', code: Words, names: Names): string {
  const node = nodeOf(code, names)
  return `${SCOPES[scope]} ${code.text}${node ? ` «${node.title.text}»` : ''}`
}

/** What a reader calls the two kinds of node. */
export const SCOPES: Readonly<Record<'group' | 'criterion', string>> = {
  group: 'nhóm',
  criterion: 'tiêu chí',
}
