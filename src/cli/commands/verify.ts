import { shortHash } from '#services/hash.ts'
import { type Verified, type VerifiedEdition, verify, verifyFile } from '#services/records/verify.ts'
import {
  type ExitCode,
  exitCodeOf,
  FINDINGS,
  FINE,
  type Output,
  printDiagnostics,
  printJsonWith,
} from '../output.ts'

export interface VerifyOptions {
  readonly from?: string
  /** One publication, as it was handed out. */
  readonly file?: string
  readonly rules?: string
  /** A hash, or the beginning of one, that was noted when something was published. */
  readonly expect?: string
  readonly json?: boolean
}

/** `thidua verify --from DIR`: whether every publication is what its own rulebook and facts give. */
export async function runVerify(
  { from = '', file, rules, expect, json = false }: VerifyOptions,
  output: Output,
): Promise<ExitCode> {
  const verified = await (file === undefined ? verify({ folder: from, rules }) : verifyFile(file))
  if (!verified.ok) {
    printDiagnostics(output, verified.diagnostics, json)
    return exitCodeOf(verified.diagnostics)
  }
  const editions = verified.value
  const expected = expect === undefined ? undefined : expectation(expect, editions)
  if (json) printJsonWith(output, toJson(editions, expected), verified.diagnostics)
  else {
    printDiagnostics(output, verified.diagnostics, false)
    output.out(`${[...editions.flatMap(editionLines), endingOf(expected)].join('\n')}\n`)
  }
  const differs = editions.some(({ publications }) => publications.some(({ faults }) => faults.length > 0))
  return differs || (expected && !expected.found) ? FINDINGS : FINE
}

/** A hash that was noted, and the publication that has it. */
interface Expectation {
  readonly hash: string
  readonly found: Found | undefined
}

interface Found {
  readonly edition: VerifiedEdition
  readonly id: string
  /** How many were published after it. */
  readonly later: number
}

function expectation(hash: string, editions: readonly VerifiedEdition[]): Expectation {
  const all = editions.flatMap((edition) =>
    edition.publications.map((publication, index): Found & Verified => ({
      ...publication,
      edition,
      later: edition.publications.length - index - 1,
    })),
  )
  return { hash, found: all.find((publication) => publication.hash.startsWith(hash)) }
}

function toJson(editions: readonly VerifiedEdition[], expected: Expectation | undefined): object {
  return {
    editions: editions.map(({ commune, edition, publications }) => ({
      commune,
      edition,
      head: publications.at(-1)?.hash ?? null,
      publications: publications.map(({ id, hash, faults }) => ({ id, hash, faults })),
    })),
    expected: expected
      ? { hash: expected.hash, id: expected.found?.id ?? null, later: expected.found?.later ?? null }
      : null,
  }
}

function editionLines({ commune, edition, publications }: VerifiedEdition): readonly string[] {
  const head = publications.at(-1)
  return [
    ...publications.map(
      ({ id, faults }) => `${commune}/${id}: ${faults.length === 0 ? 'khớp' : `LỆCH: ${faults.join('; ')}`}`,
    ),
    `${commune}/${edition}: ${publications.length} bản công bố, mã bản cuối ${shortHash(head?.hash ?? '')}`,
  ]
}

/** Whoever takes away the last publication, or changes a word of it that no result hangs on, breaks no chain. */
function endingOf(expected: Expectation | undefined): string {
  if (!expected)
    return 'Bản cuối chưa có bản nào nối sau: so mã của nó với mã đã ghi lại khi công bố, hoặc thêm --expect MÃ.'
  const { hash, found } = expected
  if (!found) return `LỆCH: không có bản nào mang mã ${hash}: bản mang mã ấy đã bị bỏ hoặc bị sửa.`
  const name = `${found.edition.commune}/${found.id}`
  if (found.later === 0) return `Mã ${hash} đúng là của bản cuối, ${name}.`
  return `Mã ${hash} là của ${name}; ${found.later} bản công bố sau đó không có mã nào để so.`
}
