import type { CstChildrenDictionary, CstNode, IToken } from 'chevrotain'
import type { Report } from '#diagnostic/diagnostic.ts'
import { type Source, type Span, spanning } from '#diagnostic/source.ts'
import type { NodeId } from '../ast.ts'
import type { Keyword } from '../keywords.ts'

/** What the readers of clauses share: where text came from, where to report, and the next node's id. */
export interface Reader {
  readonly source: Source
  readonly spanOf: (token: IToken) => Span
  readonly report: Report
  readonly newId: () => NodeId
}

/** The names of tokens the readers ask for: keywords and the few that are not. */
type TokenName = Keyword | 'Text' | 'Name' | 'NumberText' | 'DateText' | 'MonthText' | 'MixedCode' | 'Percent'

/** The first token of that name directly below the node; `undefined` where the clause broke off before it. */
export function token({ children }: CstNode, name: TokenName): IToken | undefined {
  return tokens({ children }, name)[0]
}

/** The tokens of that name directly below the node, in order. */
export function tokens(
  { children }: { readonly children: CstChildrenDictionary },
  name: TokenName,
): IToken[] {
  return (children[name] ?? []).filter((child): child is IToken => 'image' in child)
}

/** Whether a token of that name stands directly below the node. */
export function has(node: CstNode, name: TokenName): boolean {
  return token(node, name) !== undefined
}

/** The first of the named tokens that stands below the node, as its meaning. */
export function choose<Meaning>(
  node: CstNode,
  meanings: Partial<Record<Keyword, Meaning>>,
): Meaning | undefined {
  for (const [name, meaning] of Object.entries(meanings)) {
    if (has(node, name as Keyword)) return meaning
  }
  return undefined
}

/** The sub-trees of that rule directly below the node, in order. */
export function nodes({ children }: CstNode, rule: string): CstNode[] {
  return (children[rule] ?? []).filter((child): child is CstNode => 'children' in child)
}

/** The first sub-tree of that rule directly below the node; `undefined` where the clause broke off before it. */
export function node(parent: CstNode, rule: string): CstNode | undefined {
  return nodes(parent, rule)[0]
}

/** All tokens below the node, in reading order. */
export function allTokensOf({ children }: CstNode): IToken[] {
  return Object.values(children)
    .flat()
    .flatMap((child) => ('image' in child ? [child] : allTokensOf(child)))
    .toSorted((left, right) => left.startOffset - right.startOffset)
}

/** From the first to the last token of the node; an empty span at the start of the file for a node without any. */
export function spanOfNode(tree: CstNode, reader: Reader): Span {
  const ends = endsOf(tree)
  return ends ? spanOfTokens([ends.first, ends.last], reader) : { start: 0, end: 0 }
}

/** The first and the last token below the node, without making a list of all: this is asked of every node. */
function endsOf({ children }: CstNode): { readonly first: IToken; readonly last: IToken } | undefined {
  let ends: { first: IToken; last: IToken } | undefined
  for (const name in children) {
    for (const child of children[name] ?? []) {
      const inner = 'image' in child ? { first: child, last: child } : endsOf(child)
      if (!inner) continue
      ends = ends
        ? {
            first: inner.first.startOffset < ends.first.startOffset ? inner.first : ends.first,
            last: inner.last.startOffset > ends.last.startOffset ? inner.last : ends.last,
          }
        : inner
    }
  }
  return ends
}

/** From the first to the last of the tokens, which stand in reading order. */
export function spanOfTokens(tokens: readonly IToken[], { spanOf }: Reader): Span {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last ? spanning(spanOf(first), spanOf(last)) : { start: 0, end: 0 }
}
