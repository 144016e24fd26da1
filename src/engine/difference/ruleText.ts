import { describeRule } from '../explain/rule.ts'
import type { Leaf, ProgramPart, ProgramRule } from '../program.ts'

/** How a criterion gives points by the rule, on one line, with all numbers worked out. */
export function ruleText(leaf: Leaf, rule: ProgramRule): string {
  const value = leaf.value && { ...leaf.value, each: undefined }
  return describeRule({ ...leaf, value, rule, exceptions: [] }).join('; ')
}

/** How a part gives points, on one line, without naming what it is by. */
export function partText(leaf: Leaf, part: ProgramPart): string {
  switch (part.kind) {
    case 'flag':
      return ruleText(leaf, { kind: 'parts', parts: [part] })
    case 'tiers':
    case 'items': {
      const value = { kind: 'number', measure: part.measure, domain: part.domain, each: undefined } as const
      const rule: ProgramRule =
        part.kind === 'tiers' ? { kind: 'tiers', tiers: part.tiers } : { kind: 'perItem', items: part.items }
      return ruleText({ ...leaf, value }, rule)
    }
  }
}
