import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDates } from '#base/plainDate.ts'
import { negate, type Rational, toExactText } from '#base/rational.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { loadProgram, type Program, score } from '#engine/index.ts'
import { format } from '#language/index.ts'
import { type Dossier, readDossier } from '#records/dossier.ts'
import { impactOf, type RuleImpact } from '#simulate/impact/impact.ts'
import {
  causesText,
  countsText,
  criterionImpactText,
  entrantImpactText,
  factsText,
} from '#simulate/impact/words.ts'
import { type Prepared, prepare } from '../../reference/compare.ts'
import { model } from '../../reference/generate/models.ts'
import type { Model } from '../../reference/model.ts'
import { writeRulebook } from '../../reference/write.ts'
import { writeDossier } from '../../reference/writeDossier.ts'
import { type Case, dossierOf, programOf } from '../../support/scoring.ts'
import { seedOnly } from '../../support/seedOnly.ts'

const CASES = Number(process.env['CASES'] ?? 200)

const RULES = `số liệu bài "Tin, bài": số nguyên bài, hằng năm, từ 0 đến 40
  số liệu nhà "Nhà văn hóa": có/không, hằng năm
  tiêu chí 1 "Tin" tối đa 5 điểm
    giá trị = bài; chỉ tiêu 20 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Nhà" tối đa 5 điểm
    giá trị = nhà; có: điểm tối đa; không: 0 điểm
  xếp loại
    "Tốt" từ 7 điểm trở lên
    "Đạt" còn lại`

const CASE: Case = {
  rules: RULES,
  villages: ['Một', 'Hai', 'Ba'],
  facts: `v1,bài,2026,10\nv1,nhà,2026,có\nv2,bài,2026,20\nv2,nhà,2026,không\nv3,bài,2026,0\nv3,nhà,2026,có`,
}

function impact(newRules: string, further: Partial<Case> = {}): RuleImpact {
  const old = { ...CASE, ...further }
  const now = programOf({ ...old, rules: newRules })
  const asOf = { year: 2026, month: 12, day: 31 }
  const found = impactOf({
    programs: { old: programOf(old), new: now },
    dossier: dossierOf(old),
    asOf,
    past: false,
  })
  if (!found.ok) throw new Error(renderDiagnostics(found.diagnostics))
  return found.value
}

function told(found: RuleImpact): readonly string[] {
  return [
    countsText(found.counts),
    ...found.criteria.map(criterionImpactText),
    ...found.entrants.flatMap((one) => [
      entrantImpactText(one, found),
      ...causesText(one, found).map((line) => `  ${line}`),
    ]),
    ...factsText(found),
  ]
}

const NOBODY = '0 thêm điểm, 0 bớt điểm, 3 giữ nguyên điểm; không ai đổi hạng.'

test.each<[string, (rules: string) => string, readonly string[]]>([
  ['nothing', (rules) => rules, [NOBODY]],
  ['a note and a title', (rules) => rules.replace('"Nhà" tối', '"Nhà văn hóa" tối'), [NOBODY]],
  [
    'a higher target',
    (rules) => rules.replace('chỉ tiêu 20 bài', 'chỉ tiêu 40 bài'),
    [
      '0 thêm điểm, 2 bớt điểm, 1 giữ nguyên điểm; 0 lên hạng, 1 xuống hạng; đổi loại: Tốt thành Đạt 1.',
      'Tiêu chí 1, Tin: 0 đối tượng thêm điểm, 2 bớt điểm, cộng lại -3,75 điểm.',
      'Một: -1,25 điểm, vẫn hạng 1, từ loại Tốt thành Đạt',
      '  Tiêu chí 1, Tin: 2,5 → 1,25 điểm (-1,25).',
      'Hai: -2,5 điểm, từ hạng 2 xuống 3',
      '  Tiêu chí 1, Tin: 5 → 2,5 điểm (-2,5).',
    ],
  ],
  [
    'a fact that does not fit any more, and one that nobody has reported',
    (rules) =>
      rules
        .replace('từ 0 đến 40', 'từ 0 đến 15')
        .replace('chỉ tiêu 20 bài', 'chỉ tiêu 10 bài')
        .replaceAll('nhà', 'sân'),
    [
      '0 thêm điểm, 3 bớt điểm, 0 giữ nguyên điểm; không ai đổi hạng; đổi loại: Tốt thành Đạt 1.',
      'Tiêu chí 2, Nhà: 0 đối tượng thêm điểm, 2 bớt điểm, cộng lại -10 điểm.',
      'Tiêu chí 1, Tin: 1 đối tượng thêm điểm, 1 bớt điểm, cộng lại -2,5 điểm.',
    ],
  ],
])('%s', (_, change, expected) => {
  const found = told(impact(change(RULES)))
  expect(found.slice(0, Math.max(1, expected.length))).toEqual(expected)
  if (expected.length === 1) expect(found).toEqual(expected)
})

test('what only one rulebook takes, and what it lacks, is said', () => {
  const found = impact(RULES.replace('từ 0 đến 40', 'từ 0 đến 15').replaceAll('nhà', 'sân'))
  expect(factsText(found)).toMatchInlineSnapshot(`
    [
      "Chỉ bộ tiêu chí cũ nhận 3 số liệu \`nhà\` của \`v1\`, \`v2\`, \`v3\`: bộ tiêu chí không có số liệu \`nhà\`.",
      "Chỉ bộ tiêu chí cũ nhận 1 số liệu \`bài\` của \`v2\`: 20 bài nằm ngoài khoảng cho phép.",
      "Bộ tiêu chí mới cần số liệu \`sân\` (Nhà văn hóa) mà chưa ai báo cáo: tiêu chí chấm theo nó chưa có số liệu.",
    ]
  `)
})

test('formatting and notes change nothing', () => {
  const noted = RULES.replace('giá trị = bài', 'ghi chú "chỉ là lời dặn"\n   giá trị = bài')
  expect(told(impact(noted))).toEqual([NOBODY])
})

test('a day outside the new rulebook is refused', () => {
  const old = programOf(CASE)
  const now = programOf({ ...CASE, from: '01/01/2027', until: '31/12/2027' })
  const found = impactOf({
    programs: { old, new: now },
    dossier: dossierOf(CASE),
    asOf: undefined,
    past: false,
  })
  if (found.ok) throw new Error('there is nothing to be told')
  expect(renderDiagnostics(found.diagnostics)).toContain(
    'ngày 31/12/2026 nằm ngoài thời gian của bộ tiêu chí mới',
  )
})

test('the same rulebook, and the same laid out anew, change nothing for anyone', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.noShrink(model), (given) => {
      const one = casePrepared(given)
      if (!one) return
      const laidOut = format({ name: 'r.thidua', text: writeRulebook(given.rulebook) })
      if (!laidOut.ok) throw new Error(renderDiagnostics(laidOut.diagnostics))
      for (const now of [one.program, programIn(laidOut.value)]) {
        if (!now) throw new Error('what is laid out anew can be read')
        const found = impactIn({ old: one.program, new: now }, one, false)
        expect([found.entrants, found.criteria, found.scoredByOne, found.oneSidedFacts]).toEqual([
          [],
          [],
          [],
          [],
        ])
        expect(found.difference.changes).toEqual([])
      }
      compared++
    }),
    { numRuns: CASES, reporter: seedOnly },
  )
  expect(compared).toBeGreaterThan(CASES / 2)
}, 3_600_000)

test('whoever scores otherwise is listed, no one else; turned round, gains are losses', () => {
  let changed = 0
  fc.assert(
    fc.property(fc.noShrink(model), fc.nat(1), fc.boolean(), (given, places, counted) => {
      const one = casePrepared(given)
      const rulebook = {
        ...given.rulebook,
        criterionRounding: { places, method: undefined },
        missing: counted ? ('notApplicable' as const) : ('zero' as const),
      }
      const now = programIn(writeRulebook(rulebook))
      const other = prepare({ ...given, rulebook })
      if (!one || !now || 'kind' in other) return
      const found = impactIn({ old: one.program, new: now }, one, true)
      const standings = [one.prepared, other].map(standingsIn)
      const ids = [...(standings[0]?.keys() ?? [])]
      const different = ids.filter((id) => standings[0]?.get(id) !== standings[1]?.get(id))
      const listed = new Set(found.entrants.map(({ after }) => after.entrant.id))
      expect(different.filter((id) => !listed.has(id))).toEqual([])
      for (const { after, criteria } of found.entrants)
        if (criteria.length === 0) expect(different).toContain(after.entrant.id)
      const back = impactIn({ old: now, new: one.program }, one, false)
      expect(back.counts).toMatchObject({
        gained: found.counts.lost,
        lost: found.counts.gained,
        rose: found.counts.fell,
        fell: found.counts.rose,
      })
      const nets = (impact: RuleImpact, of: (net: Rational) => Rational) =>
        new Map(impact.criteria.map(({ code, net }) => [code, toExactText(of(net))]))
      expect(nets(back, negate)).toEqual(nets(found, (net) => net))
      changed += Number(different.length > 0)
    }),
    { numRuns: CASES, reporter: seedOnly },
  )
  expect(changed).toBeGreaterThan(CASES / 10)
}, 3_600_000)

interface Given {
  readonly program: Program
  readonly dossier: Dossier
  readonly prepared: Prepared
}

function casePrepared(given: Model): Given | undefined {
  const prepared = prepare(given)
  const program = programIn(writeRulebook(given.rulebook))
  if ('kind' in prepared || !program) return undefined
  const { from, to } = program.whole
  if (compareDates(prepared.asOf, from) < 0 || compareDates(prepared.asOf, to) > 0) return undefined
  const written = writeDossier(given.dossier, given.rulebook.measures)
  const dossier = readDossier({
    entrants: { name: 'entrants.csv', text: written.entrants },
    facts: { name: 'facts.csv', text: written.facts },
  })
  return dossier.ok ? { program, dossier: dossier.value, prepared } : undefined
}

function programIn(text: string): Program | undefined {
  const loaded = loadProgram({ name: 'r.thidua', text })
  return loaded.ok ? loaded.value : undefined
}

function impactIn(
  programs: Pick<RuleImpact, 'programs'>['programs'],
  given: Given,
  past: boolean,
): RuleImpact {
  const found = impactOf({ programs, dossier: given.dossier, asOf: given.prepared.asOf, past })
  if (!found.ok) throw new Error(renderDiagnostics(found.diagnostics))
  return found.value
}

/** What a reader sees of each entrant, as one text. */
function standingsIn(prepared: Prepared): ReadonlyMap<string, string> {
  return new Map(
    score(prepared).map(({ entrant, total, roundedTotal, rank, meanRank, class: title }) => [
      entrant.id,
      [total, roundedTotal, meanRank].map((one) => (one ? toExactText(one) : '–')).join(' ') +
        ` ${rank} ${title}`,
    ]),
  )
}
