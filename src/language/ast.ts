/**
 * The tree of a rulebook, a file for each section of the language; one place to import it from.
 */
export type * from './ast/criterion.ts'
export type * from './ast/example.ts'
export type * from './ast/measure.ts'
export type * from './ast/node.ts'
export type * from './ast/outcome.ts'
export type * from './ast/review.ts'
export type * from './ast/rule.ts'
export type * from './ast/rulebook.ts'
