import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { positionAt } from '#diagnostic/source.ts'
import { ERRORS, WARNINGS } from '#language/check/warnings.ts'
import { acceptedWarnings, check, parse, type Rulebook } from '#language/index.ts'
import { ROOT } from '../support/files.ts'

/** Two criteria with a cliff each, in a group; what is accepted is inserted where the case says. */
function rulebookOf(places: {
  readonly head?: string
  readonly group?: string
  readonly one?: string
  readonly later?: string
}) {
  const text = `bộ tiêu chí "Thử" mã thu phiên bản 2026.1
    áp dụng cho thôn từ 01/01/2026 đến 31/12/2026; thang điểm 10
    ${places.head ?? ''}
    số liệu đạt "Hộ đạt": số nguyên hộ, hằng năm, là một phần của hộ
    số liệu hộ "Hộ": số nguyên hộ, hằng năm, từ 1
    nhóm I "Hộ" tối đa 10 điểm
    ${places.group ?? ''}
    tiêu chí 1 "Một" tối đa 5 điểm
    giá trị = đạt / hộ
    từ 80% trở lên: điểm tối đa
    từ 50% đến dưới 80%: 1 điểm; còn lại: 0 điểm
    ${places.one ?? ''}
    tiêu chí 2 "Hai" tối đa 5 điểm
    giá trị = đạt / hộ
    từ 90% trở lên: điểm tối đa
    từ 50% đến dưới 90%: 1 điểm; còn lại: 0 điểm
    ${places.later ?? ''}`
  return parse({ name: 'thử.thidua', text }, ({ message }) => {
    throw new Error(message)
  })
}

const cliff = (reason: string): string => `chấp nhận cảnh báo cliff vì "${reason}"`

/** What is still warned of, and what is accepted for which reason: by code and the line it is about. */
function said(rulebook: Rulebook) {
  const place = ({ code, labels }: Diagnostic): string => {
    const [main] = labels
    const line = main ? main.source.text.split('\n')[positionAt(main.source, main.span.start).line - 1] : ''
    return `${code}: ${line?.trim()}`
  }
  const warned: string[] = []
  check(rulebook, (diagnostic) => warned.push(place(diagnostic)))
  const accepted = acceptedWarnings(rulebook).map(
    ({ diagnostic, acceptance }) => `${place(diagnostic)} (${acceptance.reason.text})`,
  )
  return { warned, accepted }
}

const ONE = 'cliff: từ 80% trở lên: điểm tối đa'
const TWO = 'cliff: từ 90% trở lên: điểm tối đa'

describe('a warning is accepted', () => {
  test.each([
    ['nowhere', {}, [ONE, TWO], []],
    ['in its criterion', { one: cliff('vì một') }, [TWO], [`${ONE} (vì một)`]],
    ['in the group', { group: cliff('vì nhóm') }, [], [`${ONE} (vì nhóm)`, `${TWO} (vì nhóm)`]],
    ['in the rulebook', { head: cliff('vì cả') }, [], [`${ONE} (vì cả)`, `${TWO} (vì cả)`]],
    [
      'by the nearest of several',
      { head: cliff('vì cả'), one: cliff('vì một') },
      [],
      [`${ONE} (vì một)`, `${TWO} (vì cả)`],
    ],
    [
      'only under its own code',
      { one: 'chấp nhận cảnh báo not-monotone vì "x"' },
      [ONE, TWO, 'unused-acceptance: chấp nhận cảnh báo not-monotone vì "x"'],
      [],
    ],
    [
      'by an amendment for what it says, and for no other criterion',
      {
        later: `sửa đổi phiên bản 2 hiệu lực từ 01/07/2026
          sửa đổi tiêu chí 1
          từ 70% trở lên: điểm tối đa; từ 50% đến dưới 70%: 1 điểm; còn lại: 0 điểm
          ${cliff('vì công văn')}`,
      },
      [ONE, TWO],
      ['cliff: từ 70% trở lên: điểm tối đa; từ 50% đến dưới 70%: 1 điểm; còn lại: 0 điểm (vì công văn)'],
    ],
    [
      'in the criterion, for what an amendment says of it',
      {
        one: cliff('vì một'),
        later: `sửa đổi phiên bản 2 hiệu lực từ 01/07/2026
          sửa đổi tiêu chí 1
          từ 70% trở lên: điểm tối đa; từ 50% đến dưới 70%: 1 điểm; còn lại: 0 điểm`,
      },
      [TWO],
      [
        `${ONE} (vì một)`,
        'cliff: từ 70% trở lên: điểm tối đa; từ 50% đến dưới 70%: 1 điểm; còn lại: 0 điểm (vì một)',
      ],
    ],
  ])('%s', (_name, places, warned, accepted) => {
    expect(said(rulebookOf(places))).toEqual({ warned, accepted })
  })
})

test('every code of the language is an error or a warning that can be accepted', () => {
  const file = readFileSync(join(ROOT, 'src/diagnostic/codes.ts'), 'utf8')
  const [, language = ''] =
    file.match(/\/\/ Reading a rulebook([\s\S]*?)\/\/ Warnings that an author accepts/) ?? []
  const codes = [...language.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code)
  expect(codes.filter((code) => ![...ERRORS, ...WARNINGS].some((known) => known === code))).toEqual([])
  expect(codes.length).toBeGreaterThan(30)
})
