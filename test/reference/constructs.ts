import type { Model, Node, Rule, Scoring, Target, Test } from './model.ts'
import type { Result } from './score.ts'

/** What the model holds of the language, each construct by a short name. */
export function constructsOf({ rulebook, dossier, asOf }: Model): ReadonlySet<string> {
  const { factPeriod } = rulebook
  return new Set([
    ...rulebook.levels.map((level) => `level ${level}`),
    `fact period ${typeof factPeriod === 'string' ? factPeriod : 'days'}`,
    `not applicable ${rulebook.notApplicable}`,
    ...(rulebook.missing ? [`missing ${rulebook.missing}`] : []),
    ...(rulebook.totalRounding ? [`total rounded ${rulebook.totalRounding.method ?? 'as ever'}`] : []),
    ...(rulebook.criterionRounding
      ? [`criteria rounded ${rulebook.criterionRounding.method ?? 'as ever'}`]
      : []),
    ...(rulebook.unitsByLead ? ['units by lead'] : []),
    ...rulebook.measures.flatMap(measureConstructs),
    ...rulebook.nodes.flatMap((node) => nodeConstructs(node)),
    ...(sharesMeasures(rulebook.nodes) ? ['measure shared'] : []),
    ...rulebook.knockOuts.map((test) => `knock-out ${testName(test)}`),
    ...rankingConstructs(rulebook.ranking),
    ...rulebook.classes.flatMap(({ range, tests, quota }) => [
      range ? 'class' : 'class of what is left',
      ...tests.map((test) => `class ${testName(test)}`),
      ...(quota ? [`quota ${quota.atTheEdge}`] : []),
    ]),
    ...dossier.facts.flatMap(({ value, pending, evidence }) => [
      ...(value === 'notApplicable' ? ['fact not applicable'] : value.top === 0n ? ['fact of zero'] : []),
      ...(pending ? ['fact pending'] : []),
      ...(evidence === false ? ['fact without evidence'] : []),
    ]),
    ...(asOf.day < 28 ? ['scored within a month'] : []),
    ...(new Set(dossier.entrants.map(({ cluster }) => cluster)).size > 1 ? ['several clusters'] : []),
  ])
}

/** What came of it: the outcomes, and what ranking and classes did. */
export function outcomesOf(results: readonly Result[]): ReadonlySet<string> {
  const leaves = results.flatMap(({ nodes }) => Object.values(nodes))
  const ranks = results.flatMap(({ rank }) => rank ?? [])
  return new Set([
    ...leaves.flatMap(({ outcome }) => (outcome ? [`outcome ${outcome}`] : [])),
    ...leaves.flatMap(({ branch }) => (branch?.includes('zero') ? ['a divisor of zero'] : [])),
    ...leaves.flatMap(({ branch }) => (branch?.startsWith('exception') ? ['judged by an exception'] : [])),
    ...(results.some(({ knockedOut }) => knockedOut) ? ['knocked out'] : []),
    ...(results.some(({ total }) => total === undefined) ? ['no total'] : []),
    ...(results.some((one) => one.rank && one.class === undefined) ? ['ranked without a class'] : []),
    ...(new Set(ranks).size < ranks.length ? ['equal ranks'] : []),
    ...(ranks.some((rank) => rank.includes('/')) ? ['ranks between two'] : []),
  ])
}

function testName(test: Test): string {
  return test.kind === 'every' ? `every ${test.of}` : test.kind
}

function rankingConstructs(ranking: Model['rulebook']['ranking']): readonly string[] {
  if (!ranking) return []
  const { scope, ties, keys } = ranking
  return [
    `ranked in ${scope ?? 'what is not said'}`,
    `ties ${ties}`,
    ...keys.map(({ kind }) => `key ${kind}`),
  ]
}

/** Whether two criteria are judged by one measure. */
function sharesMeasures(nodes: readonly Node[]): boolean {
  const leaves = (all: readonly Node[]): readonly Node[] =>
    all.flatMap((node) => (node.scoring ? [node] : leaves(node.children)))
  const names = leaves(nodes).flatMap(({ scoring: { value } = {} }) =>
    value && 'measure' in value ? [value.measure] : [],
  )
  return new Set(names).size < names.length
}

function measureConstructs(measure: Model['rulebook']['measures'][number]): readonly string[] {
  const { type, frequency, gathering, low, high, step, partOf, absent, needsEvidence } = measure
  return [
    `measure ${type.kind}`,
    `each ${frequency}`,
    `gathered ${gathering}`,
    ...(low ? ['lower bound'] : []),
    ...(high ? ['upper bound'] : []),
    ...(step ? ['step'] : []),
    ...(partOf ? ['part of another'] : []),
    ...(absent ? [`absent ${absent}`] : []),
    ...(needsEvidence ? ['evidence asked for'] : []),
  ]
}

function nodeConstructs(node: Node): readonly string[] {
  const { kind, role, combination, level, children, scoring } = node
  return [
    `${kind} ${role}`,
    ...(children.length > 0 ? [`combined by ${combination}`] : []),
    ...(children.length > 1 && role === 'penalty' ? [`penalties combined by ${combination}`] : []),
    ...(children.length > 0 && level ? ['level said above'] : []),
    ...children.flatMap((child) => (child.role === role ? [] : [`${child.role} in ${role}`])),
    ...(scoring ? scoringConstructs(scoring) : []),
    ...children.flatMap(nodeConstructs),
  ]
}

function scoringConstructs({
  value,
  zero,
  zeroFigure,
  target,
  rule,
  exceptions,
  missing,
  deadline,
}: Scoring): readonly string[] {
  return [
    ...(value ? [`value ${value.kind}`] : []),
    ...(value?.kind === 'lateness' ? [`late in ${value.unit}s`] : []),
    ...(value?.each ? [`judged each ${value.each}`, `${rule.kind} each period`] : []),
    ...(deadline ? [`deadline ${deadline.kind}`] : []),
    ...(zero ? [`zero ${zero === 'notApplicable' ? zero : 'points'}`] : []),
    ...(zeroFigure ? [`zero figure ${zeroFigure === 'notApplicable' ? zeroFigure : 'points'}`] : []),
    ...(zero && zeroFigure ? ['zero both'] : []),
    ...targetConstructs(target),
    ...ruleConstructs(rule),
    ...exceptions.map(({ notApplicable, rule: own }) =>
      notApplicable ? 'exempt' : own ? 'exception with a rule' : 'exception with a target',
    ),
    ...(missing ? [`missing ${missing} for one`] : []),
  ]
}

function targetConstructs(target: Target | undefined): readonly string[] {
  const [first, ...others] = target?.goals ?? []
  return [...(first ? [`target ${first.goal.kind}`] : []), ...(others.length > 0 ? ['target by year'] : [])]
}

function ruleConstructs(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.flatMap(({ condition, award }) => [
        condition.kind === 'target' ? `tier ${condition.side}` : `tier ${condition.kind}`,
        ...(condition.kind === 'range' ? [`tier of a ${condition.notation}`] : []),
        ...(award.deducted ? ['award taken'] : []),
      ])
    case 'proportion':
      return [rule.floor ? 'proportion with a floor' : 'proportion']
    case 'relative':
      return [`relative to ${rule.to}`]
    case 'items':
      return [`items ${rule.effect} ${rule.of}`]
    case 'parts':
      return rule.parts.map((part) => `part ${part.kind}`)
  }
}
