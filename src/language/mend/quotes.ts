import { KEYWORDS } from '../keywords.ts'
import type { Draft } from './draft.ts'
import type { Proposal } from './fault.ts'

const QUOTE = /["“”]/g

/** A proposal about a quotation mark: one that is missing, or one too many. */
export interface QuoteProposal extends Proposal {
  readonly missing: 'closing' | 'opening' | undefined
}

/**
 * The line with a mark put in after or before one of its words, or with one of its marks taken out. Texts are taken to be as
 * long as they can be; no mark is taken out where putting one in helps.
 */
export function withMendedQuotes({ text }: Draft): readonly QuoteProposal[] {
  const closing = ends(text)
    .filter((at) => marksBefore(text, at) % 2 === 1)
    .toReversed()
  const opening = keywordsWhole(
    text,
    starts(text).filter((at) => marksBefore(text, at) % 2 === 0),
  )
  return [
    ...closing.map((at) => ({
      ...inserting(at),
      missing: 'closing' as const,
      title: `đóng ngoặc kép sau «${lastWord(text.slice(0, at))}»`,
      help: `thêm dấu " sau «${lastWord(text.slice(0, at))}»`,
    })),
    ...opening.map((at) => ({
      ...inserting(at),
      missing: 'opening' as const,
      title: `mở ngoặc kép trước «${firstWord(text.slice(at))}»`,
      help: `thêm dấu " trước «${firstWord(text.slice(at))}»`,
    })),
    ...[...text.matchAll(QUOTE)].map(({ index }) => ({
      change: { start: index, end: index + 1, text: '' },
      missing: undefined,
      title: 'bỏ dấu ngoặc kép thừa',
      help: 'bỏ dấu ngoặc kép thừa',
    })),
  ]
}

/** `""Công an xã""` with single marks. */
export function withSingleQuotes({ draft: { text } }: { readonly draft: Draft }): readonly Proposal[] {
  const [, doubled] = /((?:""|““|””)[^\r\n]*(?:""|““|””))/.exec(text) ?? []
  if (doubled === undefined) return []
  const start = text.indexOf(doubled)
  const single = doubled.replace(/(["“”])\1/g, '"')
  return [
    {
      change: { start, end: start + doubled.length, text: single },
      title: 'bỏ dấu ngoặc kép thừa',
      help: 'bỏ dấu ngoặc kép thừa',
    },
  ]
}

/** The places that part no keyword first: `tiêu chí thành phần 3a Tên"` opens before the name. */
function keywordsWhole(text: string, places: readonly number[]): readonly number[] {
  const parts = (at: number): boolean =>
    Object.values(KEYWORDS).some((phrase) =>
      [...phrase.matchAll(/ /g)].some(({ index }) => {
        const start = at - index - 1
        return text.slice(Math.max(0, start), start + phrase.length).toLowerCase() === phrase
      }),
    )
  const parting = new Set(places.filter(parts))
  return [...places.filter((at) => !parting.has(at)), ...parting]
}

function inserting(at: number): Pick<Proposal, 'change'> {
  return { change: { start: at, end: at, text: '"' } }
}

/** Where a word ends: before a blank, a sign or the end of the line. */
function ends(text: string): readonly number[] {
  return places(text, /[^\s"“”](?=[\s:,;=]|$)|["“”](?=["“”])/g).map((at) => at + 1)
}

function starts(text: string): readonly number[] {
  return places(text, /(?<=\s|^)[^\s"“”]/g)
}

function places(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index)
}

function marksBefore(text: string, at: number): number {
  return [...text.slice(0, at).matchAll(QUOTE)].length
}

function lastWord(text: string): string {
  return text.split(/\s+/).at(-1)?.replace(QUOTE, '') ?? ''
}

function firstWord(text: string): string {
  return text.split(/\s+/)[0]?.replace(QUOTE, '') ?? ''
}
