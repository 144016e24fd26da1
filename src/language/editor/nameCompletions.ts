import type { Measure, Words } from '../ast.ts'
import { isAmount } from '../domain.ts'
import { MONEY_UNITS } from '../units.ts'
import { criteriaOf, nodesOf } from '../visit.ts'
import type { Analysis } from './analyse.ts'
import type { Cursor } from './cursor.ts'
import { describeMaximum, describeMeasure, nameOf } from './describe.ts'

/** A word of the author's own that may stand at a place. */
export interface Choice {
  readonly kind: 'measure' | 'code' | 'unit' | 'text'
  readonly text: string
  readonly detail: string
}

/** Where in the grammar a word is to stand, and the kinds of the words of the clause before it. */
export interface Slot {
  readonly rules: readonly string[]
  readonly before: readonly { readonly kind: string; readonly text: string }[]
}

/** The names that may stand in the slot: measures of a kind that fits, units of measure, codes. */
export function namesFor(slot: Slot, analysis: Analysis, cursor: Cursor): readonly Choice[] {
  switch (slot.rules.at(-1)) {
    case 'unitOfMeasure':
      return unitsFor(slot, analysis, cursor)
    case 'code':
      return codesFor(slot, analysis)
    case 'measureClause':
      return []
    default:
      return measuresFor(slot, analysis, cursor)
  }
}

type Kind = NonNullable<Measure['type']>['kind']

const NUMBERS: readonly Kind[] = ['count', 'money', 'ratio', 'index', 'score', 'levels']

/** The kinds of measure that fit where the word is to stand; `undefined` where any does. */
function kindsFor({ rules, before }: Slot): readonly Kind[] | undefined {
  const last = before.at(-1)?.kind
  if (last === 'DaysLate' || last === 'MonthsLate') return ['date']
  if (last === 'No') return ['flag']
  switch (rules.at(-1)) {
    case 'flagPartClause':
      return ['flag']
    case 'measurePartClause':
      return NUMBERS
    case 'measureAttribute':
    case 'divisor':
      return ['count', 'money']
    default:
      return undefined
  }
}

function measuresFor(slot: Slot, { rulebook }: Analysis, { criterion }: Cursor): readonly Choice[] {
  const kinds = kindsFor(slot)
  const below = slot.rules.includes('zeroClause') ? criterion?.value?.denominator : undefined
  const self = slot.before[0]?.kind === 'Measure' ? slot.before[1]?.text : undefined
  return rulebook.measures
    .filter(({ name, type }) => {
      if (name.text === '' || name.text === self) return false
      if (below && !isAmount(below)) return name.text === below.text
      return !kinds || !type || kinds.includes(type.kind)
    })
    .map((measure) => ({
      kind: 'measure',
      text: measure.name.text,
      detail: `${measure.title.text} (${describeMeasure(measure)})`,
    }))
}

/** Units used in the file already; beside a bound or a target only that of what is measured. */
function unitsFor({ rules, before }: Slot, { rulebook }: Analysis, { criterion }: Cursor): readonly Choice[] {
  const choice = (text: string, detail: string): Choice => ({ kind: 'unit', text, detail })
  if (before.at(-1)?.kind === 'Money') {
    return Object.keys(MONEY_UNITS).map((unit) => choice(unit, 'đơn vị tiền'))
  }
  const used = new Map<string, string>()
  for (const { name, type } of rulebook.measures) {
    if (type?.kind !== 'count') continue
    if (!used.has(type.unit)) used.set(type.unit, name.text)
  }
  const own = criterion?.value?.numerator.text
  const measure = rules.includes('measureType')
    ? undefined
    : rulebook.measures.find(({ name }) => name.text === own)
  const unit = measure?.type && 'unit' in measure.type ? measure.type.unit : undefined
  if (unit !== undefined) return [choice(unit, `đơn vị tính của ${own}`)]
  if (!rules.includes('measureType')) return []
  return [...used]
    .filter(([text]) => text !== '')
    .map(([text, by]) => choice(text, `đơn vị tính, đã dùng cho ${by}`))
}

/** Codes of what the word before names: groups after `nhóm`, criteria after `tiêu chí`. New codes are the author's own. */
function codesFor({ rules, before }: Slot, { rulebook, versions, diagnostics }: Analysis): readonly Choice[] {
  if (rules.includes('acceptanceClause')) {
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
    const codes = new Map(warnings.map(({ code, message }) => [code, message]))
    return [...codes].map(([text, detail]) => ({ kind: 'code', text, detail }))
  }
  const around = rules.at(-2)
  if (around === 'rulebookClause' || around === 'groupClause' || around === 'criterionHead') return []
  const wanted = before.at(-1)?.kind === 'Group' ? 'group' : 'criterion'
  const nodes = [rulebook, ...versions.map((version) => version.rulebook)]
    .flatMap(nodesOf)
    .filter(({ kind, code }) => kind === wanted && code.text !== '')
  return [...new Map(nodes.map((node) => [node.code.text, node])).values()].map((node) => ({
    kind: 'code',
    text: node.code.text,
    detail: `${nameOf(node)}: ${node.title.text} (${describeMaximum(node.maximum)})`,
  }))
}

/** The texts in quotes that may stand in the slot: levels, attributes, units that lead, sources and citations used before. */
export function textsFor({ rules, before }: Slot, analysis: Analysis, cursor: Cursor): readonly Choice[] {
  const { rulebook } = analysis
  const choices = (words: readonly Words[], detail: string): readonly Choice[] =>
    [...new Set(words.map(({ text }) => text))]
      .filter((text) => text !== '')
      .map((text) => ({ kind: 'text', text, detail }))
  const criteria = criteriaOf(rulebook)
  switch (rules.at(-1)) {
    case 'textClause':
      switch (before[0]?.kind) {
        case 'Lead':
        case 'Support':
          return choices(
            criteria.flatMap(({ leads, supports }) => [...leads, ...supports]),
            'đơn vị đã ghi trong bộ tiêu chí',
          )
        case 'FactSource':
          return choices(
            criteria.flatMap(({ sources }) => sources),
            'nguồn đã ghi trong bộ tiêu chí',
          )
        case 'Citation':
          return choices(
            [rulebook, ...criteria].flatMap(({ citations }) => citations),
            'căn cứ đã ghi trong bộ tiêu chí',
          )
        default:
          return []
      }
    case 'exceptionClause':
    case 'given':
      return choices(
        rulebook.attributes.flatMap(({ names }) => names),
        'đặc điểm đã khai báo',
      )
    case 'condition':
    case 'bound':
    case 'goal':
      return choices(levelsOf(analysis, cursor.criterion?.value?.numerator.text), 'mức của số liệu')
    case 'givenValue':
      return choices(levelsOf(analysis, before.at(-2)?.text), 'mức của số liệu')
    default:
      return []
  }
}

function levelsOf({ rulebook }: Analysis, measure: string | undefined): readonly Words[] {
  const type = rulebook.measures.find(({ name }) => name.text === measure)?.type
  return type?.kind === 'levels' ? type.names : []
}
