import type { Rational } from '#base/rational.ts'
import type { Criterion, Deadline, Role, Target, Value } from '../ast.ts'
import { type Names, roleOf } from './names.ts'

/** What the sentences about the points of a criterion need to know beside the clause itself. */
export interface Scoring {
  readonly names: Names
  /** `undefined` where it could not be read. */
  readonly maximum: Rational | undefined
  readonly role: Role
  readonly value: Value | undefined
  readonly target: Target | undefined
  readonly deadline: Deadline | undefined
}

/** What is known of a criterion as it stands. */
export function scoringOf(criterion: Criterion, names: Names): Scoring {
  const { maximum, value, target, deadline } = criterion
  return {
    names,
    maximum: maximum?.points.value,
    role: roleOf(criterion, names),
    value,
    target,
    deadline,
  }
}
