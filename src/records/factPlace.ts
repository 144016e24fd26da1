/** What a fact is of, in the words of `facts.csv`. */
export interface FactPlace {
  readonly entrant: string
  readonly measure: string
  readonly period: string
}

/** One text for each place: two facts of the same entrant, measure and period have the same. */
export function placeKey({ entrant, measure, period }: FactPlace): string {
  return JSON.stringify([entrant, measure, period])
}
