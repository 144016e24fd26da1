import type { ISerializedGast, IToken } from 'chevrotain'

/** A token that may come next by its name, and the productions it would come in, the outermost first. */
export interface Expected {
  readonly token: string
  readonly rules: readonly string[]
}

/** The productions of the grammar, by name. */
export type Productions = ReadonlyMap<string, readonly Item[]>

/** Where a text of one production begins. */
export interface Beginning {
  readonly productions: Productions
  readonly steps: readonly Step[]
}

/** A piece of a production: the fields that chevrotain's serialised grammar has, each on some of its types. */
interface Item {
  readonly type: ISerializedGast['type']
  readonly name?: string
  readonly definition?: readonly Item[]
  readonly separator?: Item
}

/** What is still to come in a production, and then in those around it. */
interface Rest {
  readonly items: readonly Item[]
  readonly rules: readonly string[]
  readonly around: Rest | undefined
}

/** A token that may come next, and what is to come after it. */
/** The end of the text, among the tokens that may come next. */
const END = 'End'

interface Step extends Expected {
  readonly after: Rest | undefined
}

/** The productions of a parser, from {@link CstParser.getSerializedGastProductions}. */
export function productionsOf(serialised: readonly ISerializedGast[]): Productions {
  const items = serialised as readonly Item[]
  return new Map(items.map(({ name, definition }) => [name ?? '', definition ?? []]))
}

/** How a text of a production goes on. */
export interface Continuation {
  /** How many of the tokens a text of the production can begin with. */
  readonly followed: number
  /** What may come after those; nothing where no text goes on. */
  readonly expected: readonly Expected[]
  /** Whether the tokens, all of them, are a text of the production. */
  readonly complete: boolean
}

/** Where texts of the production begin; worked out once, since that is most of the work. */
export function beginningOf(start: string, productions: Productions): Beginning {
  const whole = { items: [{ type: 'NonTerminal' as const, name: start }], rules: [], around: undefined }
  return { productions, steps: stepsFrom(whole, productions) }
}

/**
 * Follows the tokens as far as a text of the production goes. All ways through the grammar are followed at once; it has no
 * recursion, so there are few.
 */
export function follow(tokens: readonly IToken[], { productions, steps: first }: Beginning): Continuation {
  let steps = first
  const expected = (): readonly Expected[] => steps.filter(({ token }) => token !== END)
  for (const [followed, { tokenType }] of tokens.entries()) {
    const names = [tokenType, ...(tokenType.CATEGORIES ?? [])].map(({ name }) => name)
    const taken = steps.filter(({ token }) => names.includes(token))
    if (taken.length === 0) return { followed, expected: expected(), complete: false }
    steps = taken.flatMap(({ after }) => stepsFrom(after, productions))
  }
  const complete = steps.some(({ token }) => token === END)
  return { followed: tokens.length, expected: expected(), complete }
}

function stepsFrom(rest: Rest | undefined, productions: Productions): readonly Step[] {
  if (!rest) return [{ token: END, rules: [], after: undefined }]
  const { rules } = rest
  const [item, ...items] = rest.items
  if (!item) return stepsFrom(rest.around, productions)
  const after: Rest = { items, rules, around: rest.around }
  const { name = '', definition = [], separator } = item
  const into = (inner: readonly Item[], around: Rest): readonly Step[] =>
    stepsFrom({ items: inner, rules, around }, productions)
  const again = (inner: readonly Item[]): Rest => ({
    items: [{ type: 'Repetition', definition: inner }],
    rules,
    around: after,
  })
  const skip = (): readonly Step[] => stepsFrom(after, productions)
  switch (item.type) {
    case 'Terminal':
      return [{ token: name, rules, after }]
    case 'NonTerminal': {
      const inner = { items: productions.get(name) ?? [], rules: [...rules, name], around: after }
      return stepsFrom(inner, productions)
    }
    case 'Alternation':
      return definition.flatMap((alternative) => into([alternative], after))
    case 'Option':
      return [...into(definition, after), ...skip()]
    case 'Repetition':
      return [...into(definition, again(definition)), ...skip()]
    case 'RepetitionMandatory':
      return into(definition, again(definition))
    case 'RepetitionWithSeparator':
    case 'RepetitionMandatoryWithSeparator': {
      const more = separator ? [separator, ...definition] : definition
      const first = into(definition, again(more))
      return item.type === 'RepetitionWithSeparator' ? [...first, ...skip()] : first
    }
    default:
      return into(definition, after)
  }
}
