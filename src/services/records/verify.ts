import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { readPublication } from '#records/publication.ts'
import { type PublicationRef, publicationId } from '#records/publicationRef.ts'
import type { PublicationSource } from '#store/publications.ts'
import { hashOf } from '../hash.ts'
import { openRulebook } from '../scoreDossier.ts'
import { noPublications, publicationsOf } from '../site/publicationsOf.ts'
import { chainFaults, inChainOrder, type Link } from './chain.ts'
import { editionOf } from './editionOf.ts'
import { faultsOf } from './verifyPublication.ts'

/** A publication and what of it does not hold; nothing, when it is sound. */
export interface Verified extends Link {
  readonly faults: readonly string[]
}

/** Everything that was published by one edition of a commune's rules. */
export interface VerifiedEdition {
  readonly commune: string
  readonly edition: string
  /** In the order in which they were published; never empty. The last is the head of the chain. */
  readonly publications: readonly Verified[]
}

export interface VerifyRequest {
  /** The folder of a store. The store is not opened: whoever writes to it meanwhile is not disturbed. */
  readonly folder: string
  /** The rulebook whose publications are meant; `undefined` for all that there are. */
  readonly rules: string | undefined
}

/** Computes what was published again and holds it against what was published, byte for byte. */
export async function verify({ folder, rules }: VerifyRequest): Promise<Result<readonly VerifiedEdition[]>> {
  const wanted = rules === undefined ? undefined : await nameOf(rules)
  if (wanted && !wanted.ok) return wanted
  const source = await publicationsOf(folder)
  if (!source.ok) return source
  const refs = await source.value.list()
  const groups = Map.groupBy(refs, ({ commune, edition }) => `${commune}/${edition}`)
  const names = wanted ? [wanted.value] : [...groups.keys()]
  const value: VerifiedEdition[] = []
  for (const name of names) {
    const [first, ...others] = groups.get(name) ?? []
    if (!first) return failure([unknownEdition(name, [...groups.keys()])])
    value.push(await verifyEdition(source.value, [first, ...others]))
  }
  if (value.length === 0) return failure([noPublications(folder)])
  return { ok: true, value, diagnostics: [] }
}

async function nameOf(rules: string): Promise<Result<string>> {
  const opened = await openRulebook(rules)
  if (!opened.ok) return opened
  return { ok: true, value: `${opened.value.rulebook.code.text}/${editionOf(rules)}`, diagnostics: [] }
}

async function verifyEdition(
  source: PublicationSource,
  refs: readonly [PublicationRef, ...PublicationRef[]],
): Promise<VerifiedEdition> {
  const verified: Verified[] = []
  for (const ref of refs) verified.push(verifyText(ref, (await source.read(ref)) ?? ''))
  const publications = inChainOrder(verified).map((link) => ({
    ...link,
    faults: [...link.faults, ...chainFaults(link, verified)],
  }))
  const [{ commune, edition }] = refs
  return { commune, edition, publications }
}

function verifyText(ref: PublicationRef, text: string): Verified {
  const publication = readPublication(text)
  const [id, hash] = [publicationId(ref), hashOf(text)]
  if (!publication)
    return { id, hash, before: undefined, faults: ['tệp đã hỏng, hoặc do phiên bản mới hơn ghi'] }
  return { id, hash, before: publication.before, faults: faultsOf(publication, text, ref) }
}

function unknownEdition(name: string, known: readonly string[]): Diagnostic {
  const message = `chưa có bản công bố nào theo bộ tiêu chí \`${name}\``
  const help = `có bản công bố theo: ${known.join(', ')}; kiểm tra lại tên tệp bộ tiêu chí`
  return { code: 'edition-unknown', severity: 'error', message, labels: [], help }
}
