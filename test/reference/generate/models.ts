import fc from 'fast-check'
import type { Day } from '../calendar.ts'
import { total } from '../fractions.ts'
import type { Level, Measure, Model, Rounding, Rulebook } from '../model.ts'
import { dossier } from './dossiers.ts'
import { buildNodes, rawNodes } from './nodes.ts'
import { everyNode, outcomes } from './outcomes.ts'

const UNITS = ['Phòng A', 'Phòng B', 'Phòng C']
const ATTRIBUTES: Readonly<Record<Level, readonly string[]>> = {
  commune: ['vùng cao', 'an toàn khu'],
  village: ['miền núi', 'biên giới'],
  unit: ['mới lập', 'tự chủ'],
}

type Timeline = Pick<Rulebook, 'from' | 'to' | 'factPeriod'> & { readonly asOf: Day }

const day = (year: number, month: number, date: number): Day => ({ year, month, day: date })
const from = day(2026, 1, 1)
const to = day(2026, 12, 31)

/** The days of the rulebook, those of its facts, and the day of the score. */
const timeline: fc.Arbitrary<Timeline> = fc.constantFrom<Timeline>(
  ...[
    day(2026, 3, 31),
    day(2026, 2, 28),
    day(2026, 2, 14),
    day(2026, 1, 31),
    day(2026, 4, 30),
    day(2026, 1, 10),
  ].map((asOf): Timeline => ({ from, to, factPeriod: 'own', asOf })),
  { from, to, factPeriod: 'own', asOf: day(2026, 7, 15) },
  { from, to, factPeriod: 'own', asOf: to },
  { from, to: day(2026, 6, 30), factPeriod: 'own', asOf: day(2026, 3, 31) },
  { from: day(2026, 1, 15), to: day(2026, 5, 20), factPeriod: 'own', asOf: day(2026, 3, 31) },
  { from: day(2026, 1, 15), to: day(2026, 3, 20), factPeriod: 'own', asOf: day(2026, 3, 31) },
  { from, to: day(2027, 12, 31), factPeriod: 'yearly', asOf: day(2027, 2, 28) },
  { from, to: day(2027, 12, 31), factPeriod: 'yearly', asOf: day(2027, 1, 15) },
  { from, to: day(2027, 12, 31), factPeriod: 'yearly', asOf: day(2026, 3, 31) },
  { from, to: day(2027, 12, 31), factPeriod: 'own', asOf: day(2026, 4, 10) },
  { from, to, factPeriod: { from: day(2025, 10, 1), to: day(2025, 12, 31) }, asOf: day(2026, 1, 31) },
  { from, to, factPeriod: { from: day(2025, 10, 1), to: day(2026, 3, 31) }, asOf: day(2026, 1, 31) },
)

const levels: fc.Arbitrary<readonly Level[]> = fc.constantFrom<readonly Level[]>(
  ['village'],
  ['village'],
  ['village'],
  ['commune'],
  ['unit'],
  ['commune', 'village'],
  ['commune', 'village'],
  ['village', 'unit'],
  ['commune', 'unit'],
  ['commune', 'village', 'unit'],
)

const rounding: fc.Arbitrary<Rounding | undefined> = fc.option(
  fc.record({
    places: fc.nat(2),
    method: fc.constantFrom(
      undefined,
      'halfUp' as const,
      'halfEven' as const,
      'down' as const,
      'up' as const,
    ),
  }),
  { nil: undefined },
)

/** A measure that nothing is scored by, for conditions. */
const loose: readonly Measure[] = [
  { name: 'vi_phạm', type: { kind: 'flag' }, frequency: 'quarter', gathering: 'newest' },
  { name: 'nhắc_nhở', type: { kind: 'integer', unit: 'lần' }, frequency: 'month', gathering: 'sum' },
]

const head = fc.record({
  levels,
  timeline,
  totalRounding: rounding,
  criterionRounding: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: rounding },
  ),
  missing: fc.constantFrom(undefined, 'zero' as const, 'notApplicable' as const),
  notApplicable: fc.constantFrom('toScale' as const, 'inGroup' as const, 'asIs' as const),
  byLead: fc.boolean(),
})

/** A rulebook that most often passes the checks, with a dossier that fits it. */
export const model: fc.Arbitrary<Model> = head.chain((one) => {
  const { from: first, to: last, asOf, factPeriod } = one.timeline
  const years = [...new Set([first.year, last.year])]
  return rawNodes({ years, from: first }).chain((raw) => {
    const setting = { levels: one.levels, units: UNITS, attributes: ATTRIBUTES }
    const { nodes, measures } = buildNodes(raw, setting)
    const scale = total(nodes.filter(({ role }) => role === 'scale').map(({ maximum }) => maximum))
    const subjects = { nodes, measures: [...measures, ...loose], levels: one.levels, scale }
    const scored = ['commune', 'village', 'unit'].filter((level) =>
      one.levels.includes(level as Level),
    ) as Level[]
    return outcomes(subjects).chain((ends) => {
      const written = JSON.stringify([ends.knockOuts, ends.classes], (_, value) =>
        typeof value === 'bigint' ? `${value}` : value,
      )
      const rulebook: Rulebook = {
        levels: scored,
        from: first,
        to: last,
        factPeriod,
        attributes: attributesOf(one.levels),
        scale,
        totalRounding: one.totalRounding,
        criterionRounding: one.criterionRounding,
        missing: one.missing,
        notApplicable: one.notApplicable,
        unitsByLead:
          one.levels.includes('unit') &&
          one.levels.includes('commune') &&
          (one.byLead || !everyNode(nodes).some(({ level }) => level === 'unit')),
        measures: [...measures, ...loose.filter(({ name }) => written.includes(`"${name}"`))],
        nodes,
        ...ends,
      }
      return dossier(rulebook, asOf, UNITS).map((records) => ({ rulebook, dossier: records, asOf }))
    })
  })
})

/** The attributes that exceptions at these levels, and those below a commune, can go by. */
function attributesOf(scored: readonly Level[]): Rulebook['attributes'] {
  const all: readonly Level[] = scored.includes('commune') ? ['commune', 'village', 'unit'] : scored
  return all.flatMap((level) => ATTRIBUTES[level].map((name) => ({ level, name })))
}
