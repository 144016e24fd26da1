import { Environment } from '@marcbachmann/cel-js'
import jsonLogic from 'json-logic-js'
import { Engine } from 'json-rules-engine'
import Publicodes from 'publicodes'
import { CRITERIA, type Criterion, SCALE } from './criteria.ts'
import type { Plain } from './dossier.ts'

/**
 * Four engines that others use, on the same criteria in doubles. None adds up months or rescales what applies, so that is done
 * for them and not measured: they are given one number for each measure, with 0 of 1 for what is missing, which scores the same.
 */
export interface Peer {
  readonly name: string
  /** Of many entrants only some are scored. */
  readonly isSlow?: boolean
  /** The total of one entrant. */
  readonly score: (entrant: Prepared) => number | Promise<number>
}

/** One number for each measure; the mean of the monthly points, since none of them judges by the month. */
export type Prepared = Record<string, number>

export function prepared(plain: Plain): Prepared {
  const facts: Prepared = {}
  for (const one of CRITERIA) {
    switch (one.kind) {
      case 'proportion':
      case 'share': {
        const [a, b] = [plain[one.a], plain[one.b]]
        const missing = a === undefined || b === undefined
        facts[one.a] = missing ? 0 : Number(a)
        facts[one.b] = missing ? 1 : Number(b)
        break
      }
      case 'flag':
        facts[one.f] = Number(plain[one.f] ?? 0)
        break
      case 'count':
      case 'items':
        facts[one.n] = Number(plain[one.n] ?? 0)
        break
      case 'yearly':
        facts[one.n] = months(plain[one.n]).reduce((sum, month) => sum + month, 0)
        break
      case 'monthly': {
        const all = months(plain[one.n])
        const points = all.map((month) => (month >= 4 ? one.maximum : month >= 2 ? one.maximum / 2 : 0))
        facts[one.n] = points.reduce((sum, month) => sum + month, 0) / all.length
      }
    }
  }
  return facts
}

function months(value: Plain[string]): readonly number[] {
  return Array.isArray(value) ? value : []
}

/** The part of the scale that applies, told beforehand: a ratio without a whole leaves it. */
function carried(points: number, facts: Prepared): number {
  let most = 0
  for (const one of CRITERIA) if (!('b' in one) || facts[one.b] !== 0) most += one.maximum
  return (points * SCALE) / most
}

export function peers(): readonly Peer[] {
  return [cel(), logic(), rules(), publicodes()]
}

function cel(): Peer {
  const environment = new Environment({ unlistedVariablesAreDyn: true })
  environment.registerFunction('floor(double): double', Math.floor)
  const programs = CRITERIA.map((one) => environment.parse(celText(one)))
  return {
    name: '@marcbachmann/cel-js',
    score: (facts) => {
      let points = 0
      for (const program of programs) points += Number(program(facts))
      return carried(points, facts)
    },
  }
}

function celText(one: Criterion): string {
  const most = number(one.maximum)
  const tiers = (value: string, full: number, half: number): string =>
    `${value} >= ${number(full)} ? ${most} : ${value} >= ${number(half)} ? ${number(one.maximum / 2)} : 0.0`
  switch (one.kind) {
    case 'proportion': {
      const share = `${one.a} / ${one.b} / ${number(one.target / 100)}`
      return `${one.b} == 0.0 ? 0.0 : ${share} >= 1.0 ? ${most} : ${most} * (${share})`
    }
    case 'share':
      return `${one.b} == 0.0 ? 0.0 : (${tiers(`${one.a} / ${one.b}`, 0.8, 0.5)})`
    case 'count':
      return tiers(one.n, 24, 12)
    case 'yearly':
      return tiers(one.n, 48, 24)
    case 'monthly':
      return one.n
    case 'flag':
      return `${one.f} == 1.0 ? ${most} : 0.0`
    case 'items':
      return `floor(${one.n} / 2.0) * 0.25 >= ${most} ? ${most} : floor(${one.n} / 2.0) * 0.25`
  }
}

function number(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : `${value}`
}

function logic(): Peer {
  jsonLogic.add_operation('floor', Math.floor)
  const programs = CRITERIA.map(logicRule)
  return {
    name: 'json-logic-js',
    score: (facts) => {
      let points = 0
      for (const program of programs) points += Number(jsonLogic.apply(program as never, facts))
      return carried(points, facts)
    },
  }
}

function logicRule(one: Criterion): unknown {
  const named = (name: string) => ({ var: name })
  const tiers = (value: unknown, full: number, half: number) => ({
    if: [{ '>=': [value, full] }, one.maximum, { '>=': [value, half] }, one.maximum / 2, 0],
  })
  switch (one.kind) {
    case 'proportion': {
      const share = { '/': [{ '/': [named(one.a), named(one.b)] }, one.target / 100] }
      return { if: [{ '==': [named(one.b), 0] }, 0, { '*': [one.maximum, { min: [1, share] }] }] }
    }
    case 'share':
      return { if: [{ '==': [named(one.b), 0] }, 0, tiers({ '/': [named(one.a), named(one.b)] }, 0.8, 0.5)] }
    case 'count':
      return tiers(named(one.n), 24, 12)
    case 'yearly':
      return tiers(named(one.n), 48, 24)
    case 'monthly':
      return named(one.n)
    case 'flag':
      return { if: [{ '==': [named(one.f), 1] }, one.maximum, 0] }
    case 'items':
      return { min: [one.maximum, { '*': [{ floor: [{ '/': [named(one.n), 2] }] }, 0.25] }] }
  }
}

/** A rule for each tier, its points in the event; it cannot compute, so ratios, proportions and items are given as facts. */
function rules(): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true })
  const tier = (fact: string, low: number | undefined, high: number | undefined, points: number): void => {
    engine.addRule({
      conditions: {
        all: [
          ...(low === undefined ? [] : [{ fact, operator: 'greaterThanInclusive', value: low }]),
          ...(high === undefined ? [] : [{ fact, operator: 'lessThan', value: high }]),
        ],
      },
      event: { type: 'points', params: { points } },
    })
  }
  for (const one of CRITERIA) {
    const [full, half] = one.kind === 'share' ? [0.8, 0.5] : one.kind === 'yearly' ? [48, 24] : [24, 12]
    switch (one.kind) {
      case 'share':
      case 'count':
      case 'yearly':
        tier(`v${one.code}`, full, undefined, one.maximum)
        tier(`v${one.code}`, half, full, one.maximum / 2)
        break
      case 'flag':
        tier(`v${one.code}`, 1, undefined, one.maximum)
        break
      default:
        break
    }
  }
  return {
    name: 'json-rules-engine',
    isSlow: true,
    score: async (facts) => {
      let points = 0
      const given: Record<string, number> = {}
      for (const one of CRITERIA) {
        switch (one.kind) {
          case 'proportion':
            points += facts[one.b]
              ? one.maximum * Math.min(1, (facts[one.a] ?? 0) / (facts[one.b] ?? 1) / (one.target / 100))
              : 0
            break
          case 'share':
            given[`v${one.code}`] = facts[one.b] ? (facts[one.a] ?? 0) / (facts[one.b] ?? 1) : 0
            break
          case 'items':
            points += Math.min(one.maximum, Math.floor((facts[one.n] ?? 0) / 2) * 0.25)
            break
          case 'monthly':
            points += facts[one.n] ?? 0
            break
          case 'flag':
            given[`v${one.code}`] = facts[one.f] ?? 0
            break
          default:
            given[`v${one.code}`] = facts[one.n] ?? 0
        }
      }
      const { events } = await engine.run(given)
      for (const { params } of events) points += Number(params?.['points'])
      return carried(points, facts)
    },
  }
}

function publicodes(): Peer {
  const declared = CRITERIA.flatMap((one) => {
    const names = 'a' in one ? [one.a, one.b] : 'f' in one ? [one.f] : [one.n]
    return names.map((name) => [name, { 'par défaut': 0 }] as const)
  })
  const criteria = CRITERIA.map((one) => [`t${one.code}`, publicodesRule(one)] as const)
  const total = { somme: CRITERIA.map(({ code }) => `t${code}`) }
  const engine = new Publicodes({ ...Object.fromEntries([...declared, ...criteria]), total } as never)
  return {
    name: 'publicodes',
    isSlow: true,
    score: (facts) => {
      engine.setSituation(facts as never)
      return carried(Number(engine.evaluate('total').nodeValue), facts)
    },
  }
}

function publicodesRule(one: Criterion): unknown {
  const tiers = (value: string, full: number, half: number) => ({
    variations: [
      { si: `${value} >= ${full}`, alors: one.maximum },
      { si: `${value} >= ${half}`, alors: one.maximum / 2 },
      { sinon: 0 },
    ],
  })
  switch (one.kind) {
    case 'proportion':
      return {
        variations: [
          { si: `${one.b} = 0`, alors: 0 },
          {
            sinon: {
              valeur: `${one.maximum} * ${one.a} / ${one.b} / ${one.target / 100}`,
              plafond: one.maximum,
            },
          },
        ],
      }
    case 'share':
      return {
        variations: [{ si: `${one.b} = 0`, alors: 0 }, { sinon: tiers(`${one.a} / ${one.b}`, 0.8, 0.5) }],
      }
    case 'count':
      return tiers(one.n, 24, 12)
    case 'yearly':
      return tiers(one.n, 48, 24)
    case 'monthly':
      return { valeur: one.n }
    case 'flag':
      return { variations: [{ si: `${one.f} = 1`, alors: one.maximum }, { sinon: 0 }] }
    case 'items':
      // It rounds halves, never down: of a whole number less a half it then rounds as is wanted.
      return {
        valeur: { produit: [{ valeur: `(${one.n} - 0.5) / 2`, arrondi: 'oui' }, 0.25] },
        plafond: one.maximum,
      }
  }
}
