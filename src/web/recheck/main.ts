import { parseWithoutEval } from '#records/parseWithoutEval.ts'
import { type Claim, type Recheck, recheck } from './recheck.ts'

/** What is used here of a browser's page or of its worker. The types of a browser would hold for every file of the program. */
interface Scope {
  /** The text of the publication, which a script of its own sets: a page from a file may load nothing else. */
  thiduaCongBo?: string
  thiduaTinhLai?: (claim: Claim) => Recheck
  readonly importScripts?: (url: string) => void
  readonly postMessage: (answer: Recheck) => void
  onmessage: ((message: { readonly data: Claim & { readonly publication: string } }) => void) | null
}
declare const self: Scope

// The site lets no text become a program, and a try would be told as an attack.
parseWithoutEval()

self.thiduaTinhLai = (claim) => recheck(self.thiduaCongBo ?? '', claim)

// In a worker the page stays alive while it computes.
if (self.importScripts)
  self.onmessage = ({ data }) => {
    self.importScripts?.(data.publication)
    self.postMessage(recheck(self.thiduaCongBo ?? '', data))
  }
