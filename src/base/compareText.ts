const collator = new Intl.Collator('vi', { numeric: true })

/** Vietnamese alphabetical order (Đ after D), with numbers by value: Thôn 2 before Thôn 10. */
export function compareText(left: string, right: string): number {
  return collator.compare(left, right)
}
