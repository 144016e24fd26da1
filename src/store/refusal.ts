/** Why a change cannot be made, with the fact it is about by its place in the change, from 0. */
export type Refusal =
  /** Somebody else changed the records in between. */
  | { readonly kind: 'outdated'; readonly expected: number; readonly revision: number }
  | { readonly kind: 'unknownEntrant'; readonly fact: number }
  /** There is a fact already, and this one does not say that it replaces it. */
  | { readonly kind: 'factExists'; readonly fact: number; readonly number: number }
  /** It names a fact that is not there, is of something else or was itself replaced; `number` is the one that counts. */
  | { readonly kind: 'wrongReplacement'; readonly fact: number; readonly number: number | undefined }
  /** The same entrant, measure and period twice in one change. */
  | { readonly kind: 'factTwice'; readonly fact: number; readonly before: number }
  | { readonly kind: 'entrantTwice'; readonly id: string }
  /** The new list leaves out an entrant of whom there are facts. */
  | { readonly kind: 'entrantHasFacts'; readonly id: string }
  | { readonly kind: 'publicationExists'; readonly id: string }
