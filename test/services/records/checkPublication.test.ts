import { describe, expect, test } from 'vitest'
import { parsePublicationFile } from '#records/publicationRef.ts'
import { hashOf } from '#services/hash.ts'
import { checkPublication } from '#services/records/checkPublication.ts'
import { openPublication } from '#services/site/board.ts'
import { recheck } from '#web/recheck/recheck.ts'
import { twoMonths } from '../../support/publishing.ts'

const FILE = 'xa/2026/2026-02.json'
const ref = parsePublicationFile(FILE)
if (!ref) throw new Error('it is the name of a publication')

const text = twoMonths().get(FILE) ?? ''

/** What site, verification and a reader's own browser say of a text that lies at the place. */
function judged(of: string): readonly unknown[] {
  if (!ref) return []
  const checked = checkPublication(of, ref)
  const opened = openPublication({ ref, current: true }, of)
  return [
    checked.kind === 'publication' ? checked.faults.map(({ kind }) => kind) : checked.why,
    opened.kind,
    recheck(of, { hash: hashOf(of), entrant: 'v1' }).sound,
  ]
}

test('what was published is shown, and holds', () => {
  expect(judged(text)).toEqual([[], 'board', true])
})

describe('is neither shown nor holds', () => {
  test.each<[string, RegExp, string, readonly string[]]>([
    ['the day', /"asOf": "2026-02-28"/, '"asOf": "2026-02-27"', ['day']],
    ['the period', /"period": "2026-02"/, '"period": "2026-01"', ['period', 'day', 'otherResults']],
    ['the edition', /"edition": "2026"/, '"edition": "2025"', ['period']],
    [
      'what is corrected',
      /"corrects": null/,
      '"corrects": {"id":"a","why":"b","changes":[]}',
      ['corrects', 'rewritten'],
    ],
    ['the version of the rules', /"version": "2026.1"/, '"version": "2026.2"', ['version']],
    ['a hash of the rules', /("rulebook": \{[^}]*?"hash": ")./s, '$1z', ['hash']],
    ['a hash of the facts', /("dossier": \{[^}]*?"hash": ")./s, '$1z', ['hash']],
    ['a hash of the results', /("results": \{[^}]*?"hash": ")./s, '$1z', ['hash']],
    ['a fact', /v1,bài,2026-02,5/, 'v1,bài,2026-02,6', ['hash', 'otherResults']],
    ['a rule', /chỉ tiêu 10 bài/, 'chỉ tiêu 9 bài', ['hash', 'otherResults']],
    ['rules that are none', /thang điểm 10/, 'thang điểm mười', ['hash', 'notComputed']],
    ['spaces', /\n$/, '\n\n', ['rewritten']],
  ])('with %s changed', (_, before, after, faults) => {
    const changed = text.replace(before, after)
    expect(changed).not.toBe(text)
    expect(judged(changed)).toEqual([faults, 'unreadable', false])
  })

  test.each<[string, (of: string) => string, string]>([
    ['empty', () => '', 'broken'],
    ['half copied', (of) => of.slice(0, of.length / 2), 'broken'],
    ['something else', () => '{}', 'broken'],
    ['of a later form', (of) => of.replace('"form": 1', '"form": 2'), 'laterForm'],
  ])('%s', (_, change, why) => {
    expect(judged(change(text))).toEqual([why, 'unreadable', false])
  })

  test.each(['xa/2026/2026-01.json', 'xa/2026/2026-02.2.json', 'ya/2026/2026-02.json'])(
    'at the place of another, %s',
    (file) => {
      const other = parsePublicationFile(file)
      const checked = other && checkPublication(text, other)
      const faults = checked?.kind === 'publication' ? checked.faults : []
      expect(faults[0]).toEqual({ kind: 'otherName', name: 'xa/2026/2026-02' })
      expect(other && openPublication({ ref: other, current: true }, text).kind).toBe('unreadable')
    },
  )
})
