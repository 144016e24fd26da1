import { basename } from 'node:path'

/** The edition that a rulebook's file stands for: `2026` of `rules/an-nong/2026.thidua`. */
export function editionOf(rules: string): string {
  return basename(rules, '.thidua')
}
