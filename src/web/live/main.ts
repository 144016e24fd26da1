import { parseWithoutEval } from '#records/parseWithoutEval.ts'
import { type Ask, answerer } from './live.ts'

/** What is used here of a browser's page or of its worker. The types of a browser would hold for every file of the program. */
interface Scope {
  /** The text of the publication, which a script of its own sets: a page from a file may load nothing else. */
  thiduaCongBo?: string
  thiduaThuTruoc?: (ask: Ask) => string
  readonly importScripts?: (url: string) => void
  readonly postMessage: (answer: Answered) => void
  onmessage: ((message: { readonly data: Message }) => void) | null
}
/** First where the publication is, then what is asked. */
type Message = { readonly number: number } & ({ readonly publication: string } | { readonly ask: Ask })
/** A question that could not be answered leaves the others as they are. */
type Answered = { readonly number: number } & ({ readonly html: string } | { readonly failed: string })
declare const self: Scope

// The site lets no text become a program, and a try would be told as an attack.
parseWithoutEval()

const answer = answerer()
self.thiduaThuTruoc = (ask) => answer(self.thiduaCongBo ?? '', ask)

// In a worker the page stays alive while it computes.
if (self.importScripts)
  self.onmessage = ({ data }) => {
    const { number } = data
    try {
      if ('publication' in data) self.importScripts?.(data.publication)
      const html = 'ask' in data ? answer(self.thiduaCongBo ?? '', data.ask) : ''
      self.postMessage({ number, html })
    } catch (error) {
      self.postMessage({ number, failed: String(error) })
    }
  }
