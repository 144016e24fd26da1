import { type Fraction, least, mean, most, total } from './fractions.ts'
import type { Model, Node, Rulebook } from './model.ts'

/**
 * A smaller model of which the same still holds: facts, entrants, nodes, conditions and what may be left unsaid are taken away
 * one after the other, for as long as something can be.
 */
export function reduce(model: Model, stillHolds: (model: Model) => boolean): Model {
  for (const smaller of smallerModels(model)) {
    if (stillHolds(smaller)) return reduce(smaller, stillHolds)
  }
  return model
}

function* smallerModels(model: Model): Generator<Model> {
  const { rulebook, dossier } = model
  const withRules = (change: Partial<Rulebook>): Model => ({
    ...model,
    rulebook: summed({ ...rulebook, ...change }),
  })
  for (const nodes of withoutOne(rulebook.nodes)) yield withRules({ nodes })
  for (const unwanted of dossier.entrants) {
    const entrants = dossier.entrants.filter((one) => one !== unwanted)
    const facts = dossier.facts.filter(({ entrant }) => entrant !== unwanted.id)
    yield { ...model, dossier: { entrants, facts } }
  }
  for (const size of [16, 4, 1]) {
    for (let start = 0; start < dossier.facts.length; start += size) {
      yield { ...model, dossier: { ...dossier, facts: dossier.facts.toSpliced(start, size) } }
    }
  }
  if (rulebook.classes.length > 0) yield withRules({ classes: [] })
  if (rulebook.ranking) yield withRules({ ranking: undefined })
  for (const test of rulebook.knockOuts) {
    yield withRules({ knockOuts: rulebook.knockOuts.filter((one) => one !== test) })
  }
  for (const [index, line] of rulebook.classes.entries()) {
    if (line.tests.length > 0)
      yield withRules({ classes: rulebook.classes.with(index, { ...line, tests: [] }) })
    if (line.quota) yield withRules({ classes: rulebook.classes.with(index, { ...line, quota: undefined }) })
  }
  if (rulebook.criterionRounding) yield withRules({ criterionRounding: undefined })
  if (rulebook.totalRounding) yield withRules({ totalRounding: undefined })
  if (rulebook.missing) yield withRules({ missing: undefined })
  for (const { name } of rulebook.attributes) {
    yield withRules({ attributes: rulebook.attributes.filter((one) => one.name !== name) })
  }
  for (const { name } of rulebook.measures) {
    const kept = dossier.facts.filter((fact) => fact.measure !== name)
    const smaller = withRules({ measures: rulebook.measures.filter((one) => one.name !== name) })
    yield { ...smaller, dossier: { ...dossier, facts: kept } }
  }
}

/** The nodes without one of them, with what a node says of itself left out, or with fewer below it. */
function* withoutOne(nodes: readonly Node[]): Generator<readonly Node[]> {
  for (const [index, node] of nodes.entries()) {
    yield nodes.toSpliced(index, 1)
    if (node.children.length > 0) yield nodes.toSpliced(index, 1, ...node.children)
    if (node.lead) yield nodes.with(index, { ...node, lead: undefined })
    if (node.combination !== 'sum') yield nodes.with(index, { ...node, combination: 'sum' })
    const { scoring } = node
    for (const exception of scoring?.exceptions ?? []) {
      const exceptions = scoring?.exceptions.filter((one) => one !== exception) ?? []
      if (scoring) yield nodes.with(index, { ...node, scoring: { ...scoring, exceptions } })
    }
    if (scoring?.missing) yield nodes.with(index, { ...node, scoring: { ...scoring, missing: undefined } })
    for (const children of withoutOne(node.children)) yield nodes.with(index, { ...node, children })
  }
}

/** The rulebook with the maxima and the scale that its criteria make up. */
function summed(rulebook: Rulebook): Rulebook {
  const nodes = rulebook.nodes.map(summedNode)
  return {
    ...rulebook,
    nodes,
    scale: total(nodes.filter(({ role }) => role === 'scale').map(({ maximum }) => maximum)),
  }
}

function summedNode(node: Node): Node {
  if (node.scoring) return node
  const children = node.children.map(summedNode)
  const counted = children.filter(({ role }) => node.role !== 'scale' || role === 'scale')
  const way: (all: readonly Fraction[]) => Fraction = { sum: total, best: most, worst: least, average: mean }[
    node.combination
  ]
  return {
    ...node,
    children,
    maximum: counted.length === 0 ? node.maximum : way(counted.map(({ maximum }) => maximum)),
  }
}
