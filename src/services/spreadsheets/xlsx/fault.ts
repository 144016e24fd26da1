/** Why a file cannot be read as a spreadsheet. */
export type WorkbookFault =
  /** A spreadsheet of before 2007, or one with a password: both are kept in the same kind of container. */
  | { readonly kind: 'oldFormat' }
  | { readonly kind: 'password' }
  | { readonly kind: 'macros' }
  /** It is no spreadsheet, or a broken one. */
  | { readonly kind: 'broken' }
  /** An archive that says other than what it holds, or names files outside itself. */
  | { readonly kind: 'forged' }
  | { readonly kind: 'tooManyEntries'; readonly most: number }
  | { readonly kind: 'tooLarge'; readonly mostBytes: number }
  | { readonly kind: 'tooManyCells'; readonly most: number }
  | { readonly kind: 'tooManyMerges'; readonly most: number }
  | { readonly kind: 'tooFar'; readonly sheet: string; readonly address: string }
  | { readonly kind: 'tooSlow' }

/** Thrown inside the reader of workbooks, and nowhere else; whoever calls it gets the fault. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook'
  readonly fault: WorkbookFault

  constructor(fault: WorkbookFault) {
    super(fault.kind)
    this.fault = fault
  }
}
