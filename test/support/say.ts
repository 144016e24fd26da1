import fc from 'fast-check'

/** A template of texts at random: say`từ ${number} trở lên`. */
export function say(
  strings: TemplateStringsArray,
  ...parts: readonly fc.Arbitrary<string>[]
): fc.Arbitrary<string> {
  return fc
    .tuple(...parts)
    .map((texts) => strings.map((text, index) => `${text}${texts[index] ?? ''}`).join(''))
}

/** The text or nothing. */
export function maybe(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(fc.constant(''), text)
}

/** One of the texts as they stand. */
export function oneOf(...texts: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...texts)
}

/** From one to `most` texts with something between them. */
export function listOf(text: fc.Arbitrary<string>, between: string, most = 3): fc.Arbitrary<string> {
  return fc.array(text, { minLength: 1, maxLength: most }).map((texts) => texts.join(between))
}
