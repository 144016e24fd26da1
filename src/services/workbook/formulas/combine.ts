import { assertNever } from '#base/assertNever.ts'
import type { Branch, Program } from '#engine/index.ts'
import { isNothing } from './compare.ts'
import { literal } from './literal.ts'

/** The cells of a node: its points, and the part of its maximum that applies. */
export interface NodeCells {
  readonly points: string
  readonly maximum: string
}

/** What a node comes to by those below it that count, of its own role: points and maximum before anything is carried over. */
export function combined({ combine, role }: Branch, children: readonly NodeCells[]): NodeCells {
  if (children.length === 0) return { points: '0', maximum: '0' }
  if (combine === 'sum')
    return {
      points: total(children.map(({ points }) => points)),
      maximum: total(children.map(({ maximum }) => maximum)),
    }
  const applies = children.map(({ maximum }) => `NOT(${isNothing(maximum)})`)
  const count = `(${applies.map((one) => `IF(${one},1,0)`).join('+')})`
  const over = (key: keyof NodeCells, how: 'best' | 'worst' | 'average'): string => {
    const cells = children.map((child) => child[key])
    switch (how) {
      case 'best':
        return chosen('MAX', cells, applies, '-1E+15')
      case 'worst':
        return chosen('MIN', cells, applies, '1E+15')
      case 'average':
        return `(${cells.map((cell, index) => `IF(${applies[index]},${cell},0)`).join('+')})/${count}`
      default:
        return assertNever(how)
    }
  }
  // Of penalties, which are negative, the best takes most.
  const turned = role === 'penalty' && combine !== 'average' ? OPPOSITE[combine] : combine
  const unlessNone = (amount: string): string => `IF(${count}=0,0,${amount})`
  return { points: unlessNone(over('points', turned)), maximum: unlessNone(over('maximum', combine)) }
}

const OPPOSITE = { best: 'worst', worst: 'best' } as const

/** Whether what a node comes to is carried over to its whole maximum. */
export function isCarried({ role, node }: Branch, { redistribute }: Pick<Program, 'redistribute'>): boolean {
  return redistribute === 'group' && role === 'scale' && node.kind === 'group'
}

/** What a node comes to when it is carried over to its whole maximum, from what the parts that apply gave. */
export function carried({ maximum }: Branch, { points, maximum: applicable }: NodeCells): NodeCells {
  return {
    points: `IF(${isNothing(applicable)},${points},${points}*${literal(maximum)}/${applicable})`,
    maximum: `IF(${isNothing(applicable)},0,${literal(maximum)})`,
  }
}

/** The sum of the cells. */
export function total(cells: readonly string[]): string {
  return cells.length === 0 ? '0' : cells.join('+')
}

function chosen(
  name: 'MAX' | 'MIN',
  cells: readonly string[],
  applies: readonly string[],
  far: string,
): string {
  return `${name}(${cells.map((cell, index) => `IF(${applies[index]},${cell},${far})`).join(',')})`
}
