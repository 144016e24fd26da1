/** What is asked of the page, as an address has it: whoever has the address has the scenario. */
export interface Question {
  /** What the scenario is called; empty where nobody named it. */
  readonly name: string
  /** `hạng 3`, `loại Tốt`; empty where no plan is asked for. */
  readonly goal: string
  /** What was typed for measures, by their names. */
  readonly supposed: ReadonlyMap<string, string>
  /** What was typed as the effort of a unit of measures, by their names. */
  readonly efforts: ReadonlyMap<string, string>
  /** The beginning of the hash of the rulebook that it was made on; empty where the address does not tell. */
  readonly rules: string
  /** The address of another scenario, which this one is held against. */
  readonly against: string
}

/** What a supposed measure begins with in an address, so that none is called like something else there. */
const SUPPOSED_PREFIX = 's.'

/** What the effort of a measure begins with there. */
const EFFORT_PREFIX = 'e.'

const WORDS = { name: 'ten', goal: 'dich', rules: 'bo', against: 'so-voi' } as const

/** Longer than any value, name or goal; of another scenario there is as much as an address holds. */
const LONGEST = 200

/** The name of the field of a measure in forms and addresses. */
export function fieldName(measure: string): string {
  return `${SUPPOSED_PREFIX}${measure}`
}

/** The name of the field of the effort of a measure. */
export function effortFieldName(measure: string): string {
  return `${EFFORT_PREFIX}${measure}`
}

export function questionOf(query: string): Question {
  const asked = new URLSearchParams(query)
  const word = (name: string): string => (asked.get(name) ?? '').trim().slice(0, LONGEST)
  const typed = (prefix: string): ReadonlyMap<string, string> =>
    new Map(
      [...asked]
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), inLine(value).slice(0, LONGEST)] as const)
        .filter(([, value]) => value !== ''),
    )
  return {
    name: word(WORDS.name),
    goal: word(WORDS.goal),
    supposed: typed(SUPPOSED_PREFIX),
    efforts: typed(EFFORT_PREFIX),
    rules: word(WORDS.rules),
    against: (asked.get(WORDS.against) ?? '').trim(),
  }
}

/** What was typed is a line of a table. */
function inLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Whether an address asks the page anything. */
export function asks(query: string): boolean {
  const { goal, supposed, efforts, against } = questionOf(query)
  return goal !== '' || supposed.size > 0 || efforts.size > 0 || against !== ''
}

/** The address of a scenario in the page's, without what only the page needs. */
export function queryOf({
  name = '',
  supposed,
  rules = '',
}: Partial<Pick<Question, 'name' | 'rules'>> & Pick<Question, 'supposed'>): string {
  const query = new URLSearchParams()
  if (name !== '') query.set(WORDS.name, name)
  for (const [measure, typed] of supposed) query.set(fieldName(measure), typed)
  if (rules !== '') query.set(WORDS.rules, rules)
  return query.toString()
}

/**
 * The scenario behind an address that somebody pasted, in full or from the question mark on; `undefined` where it is of another page
 * than the one at `path`.
 */
export function questionAt(address: string, path: string): Question | undefined {
  const [, before = '', query = ''] = /^([^?#]*)\?([^#]*)/.exec(address) ?? ['', address, '']
  const isSame = before === '' || decoded(before).endsWith(path)
  return isSame && query !== '' ? questionOf(query) : undefined
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
