import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { sentence } from '#engine/index.ts'

/** A message with what to do about it, as a sentence: `Không hiểu đích «giàu»; viết …`. */
export function toSentence({ message, help }: Pick<Diagnostic, 'message' | 'help'>): string {
  const said = `${sentence(message)}${help ? `; ${help}` : ''}`
  return said.endsWith('?') ? said : `${said}.`
}
