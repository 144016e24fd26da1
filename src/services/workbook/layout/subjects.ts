import type { EntrantLevel } from '#base/entrantLevel.ts'
import {
  holdsFor,
  type Leaf,
  type Program,
  type ProgramException,
  type ProgramPart,
  type ProgramRule,
} from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'

/** Whose facts each criterion is judged by, in the order of rows: those of a commune, and of a cluster in it, stand together. */
export interface Subjects {
  readonly all: readonly Entrant[]
  /** Those of a level. */
  readonly at: (level: EntrantLevel) => readonly Entrant[]
  /** Those that the criterion is judged for: at its own level and, added up, the communes above. */
  readonly of: (leaf: Leaf) => readonly Entrant[]
  /** The members that a commune's value is added up from. */
  readonly members: (leaf: Leaf, commune: Entrant) => readonly Entrant[]
  /** Whose judgement a unit takes over for a criterion that it leads. */
  readonly leader: (leaf: Leaf, unit: Entrant) => Entrant | undefined
}

/** Finds out whose facts are judged. */
export function subjectsOf(entrants: readonly Entrant[], program: Program): Subjects {
  const { levels, unitsByLead } = program
  const summed = levels.includes('commune') || (unitsByLead && levels.includes('unit'))
  const ordered = inOrder(entrants)
  const at = (level: EntrantLevel): readonly Entrant[] => ordered.filter((one) => one.level === level)
  return {
    all: ordered,
    at,
    of: ({ level }) => {
      const own = levels.includes(level) || summed ? at(level) : []
      return level === 'commune' || !summed ? own : [...own, ...at('commune')]
    },
    members: (leaf, commune) => at(leaf.level).filter(({ parent }) => parent === commune.id),
    leader: (leaf, unit) => {
      if (unit.level !== 'unit' || leaf.level === 'unit' || !unitsByLead) return undefined
      if (!leaf.leads.includes(unit.name)) return undefined
      return ordered.find(({ id }) => id === unit.parent)
    },
  }
}

/** The rule that holds for the subject, and the exception that says so. */
export function ruleFor(
  { rule, exceptions }: Leaf,
  subject: Entrant,
): { readonly rule: ProgramRule | 'notApplicable'; readonly exception: ProgramException | undefined } {
  const exception = exceptions.find((one) => holdsFor(one, subject))
  return { rule: exception?.rule ?? rule, exception }
}

/** The parts of all rules of the criterion: a commune may be judged by other parts than its villages. */
export function partsOf({ rule, exceptions }: Leaf): readonly ProgramPart[] {
  const rules = [rule, ...exceptions.map((exception) => exception.rule)]
  const parts = rules.flatMap((one) => (one !== 'notApplicable' && one.kind === 'parts' ? one.parts : []))
  return [...new Map(parts.map((part) => [part.id, part])).values()]
}

/** The one or two measures of the criterion's value; none where it has only parts. */
export function valueMeasures({ value }: Leaf): readonly Measure[] {
  if (!value) return []
  if (value.kind !== 'quotient') return [value.measure]
  return 'name' in value.denominator ? [value.numerator, value.denominator] : [value.numerator]
}

function inOrder(entrants: readonly Entrant[]): readonly Entrant[] {
  const places = (text: (one: Entrant) => string): ReadonlyMap<string, number> =>
    new Map([...new Set(entrants.map(text))].map((key, index) => [key, index]))
  const parentOf = ({ parent }: Entrant): string => parent ?? ''
  const clusterOf = ({ cluster }: Entrant): string => cluster ?? ''
  const [parents, clusters] = [places(parentOf), places(clusterOf)]
  const place = (one: Entrant): readonly number[] => [
    parents.get(parentOf(one)) ?? 0,
    clusters.get(clusterOf(one)) ?? 0,
  ]
  return entrants.toSorted((left, right) => {
    const [a = 0, b = 0] = place(left)
    const [c = 0, d = 0] = place(right)
    return a - c || b - d
  })
}
