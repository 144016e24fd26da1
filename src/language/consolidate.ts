import { compareDates, type PlainDate } from '#base/plainDate.ts'
import type {
  Amendment,
  Change,
  Criterion,
  CriterionBody,
  Exception,
  Group,
  Rulebook,
  Target,
  ZeroAnswer,
} from './ast.ts'

/**
 * The rulebook as it stands on a day: amendments in force by then are worked in, and of targets that differ by year the
 * one of that year is left. What checks and programs are made from; a rulebook without either comes back with the same
 * meaning. A change of something that is not there changes nothing (the check of amendments reports it).
 */
export function consolidate(rulebook: Rulebook, day: PlainDate): Rulebook {
  const inForce = rulebook.amendments
    .filter(({ effective }) => compareDates(effective, day) <= 0)
    .toSorted((left, right) => compareDates(left.effective, right.effective))
  const amended = inForce.reduce(amend, rulebook)
  return {
    ...amended,
    children: amended.children.map((child) => inYear(child, day.year)),
    amendments: [],
  }
}

/** The first days of everything the rulebook says at different times: its own first day, amendments, years of targets. */
export function versionDays(rulebook: Rulebook): readonly PlainDate[] {
  const { application, amendments, children } = rulebook
  const range = application?.range
  if (!range) return [{ year: 2026, month: 1, day: 1 }]
  const years = new Set([...children, ...amendments.flatMap(addedOrReplaced)].flatMap(yearsNamed))
  const later = [
    ...amendments.map(({ effective }) => effective),
    ...[...years].map((year) => ({ year, month: 1, day: 1 })),
  ].filter((day) => compareDates(day, range.from) > 0 && compareDates(day, range.to) <= 0)
  const days = [range.from, ...later]
  const distinct = new Map(days.map((day) => [`${day.year}-${day.month}-${day.day}`, day]))
  return [...distinct.values()].toSorted(compareDates)
}

function addedOrReplaced({ changes }: Amendment): (Criterion | CriterionBody)[] {
  return changes.flatMap((change) => {
    if (change.kind === 'repeal') return []
    return change.kind === 'add' ? [change.criterion] : [change.body]
  })
}

function yearsNamed(node: Group | Criterion | CriterionBody): readonly number[] {
  const own = 'exceptions' in node ? [node.target, ...node.exceptions.map(({ target }) => target)] : []
  const years = own
    .flatMap((target) => target?.byYear ?? [])
    .flatMap(({ from, to }) => [from, (to ?? from) + 1])
  return 'children' in node ? [...years, ...node.children.flatMap(yearsNamed)] : years
}

function amend(rulebook: Rulebook, { version, citations, notes, changes }: Amendment): Rulebook {
  const children = changes.reduce<Rulebook['children']>(change, rulebook.children)
  return {
    ...rulebook,
    version,
    citations: [...rulebook.citations, ...citations],
    notes: [...rulebook.notes, ...notes],
    children,
  }
}

function change(children: Rulebook['children'], said: Change): Rulebook['children'] {
  switch (said.kind) {
    case 'repeal':
      return children.flatMap((child) => repeal(child, said))
    case 'replace':
      return children.map((child) => replace(child, said))
    case 'add':
      return said.into === undefined
        ? [...children, said.criterion]
        : children.map((child) => addInto(child, said.into?.text ?? '', said.criterion))
  }
}

function repeal<Node extends Group | Criterion>(
  node: Node,
  said: Extract<Change, { kind: 'repeal' }>,
): Node[] {
  if (node.kind === said.scope && node.code.text === said.code.text) return []
  const children = node.children.flatMap((child) => repeal(child, said))
  return [{ ...node, children }]
}

function replace<Node extends Group | Criterion>(
  node: Node,
  said: Extract<Change, { kind: 'replace' }>,
): Node {
  const children = node.children.map((child) => replace(child, said))
  if (node.kind !== said.scope || node.code.text !== said.code.text) return { ...node, children }
  const head = { title: said.title ?? node.title, maximum: said.maximum ?? node.maximum }
  const { notes, acceptances } = said.body
  if (node.kind === 'group') {
    return {
      ...node,
      ...head,
      children,
      notes: [...node.notes, ...notes],
      acceptances: [...node.acceptances, ...acceptances],
    }
  }
  return { ...node, ...head, children, ...replaceBody(node, said.body) }
}

/** What is said anew takes the place of what was said; what is not mentioned stays. */
function replaceBody(old: CriterionBody, said: CriterionBody): CriterionBody {
  const list = <Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] =>
    after.length > 0 ? after : before
  return {
    leads: list(old.leads, said.leads),
    supports: list(old.supports, said.supports),
    sources: list(old.sources, said.sources),
    citations: list(old.citations, said.citations),
    notes: list(old.notes, said.notes),
    quotes: list(old.quotes, said.quotes),
    guidance: list(old.guidance, said.guidance),
    acceptances: list(old.acceptances, said.acceptances),
    deadline: said.deadline ?? old.deadline,
    level: said.level ?? old.level,
    value: said.value ?? old.value,
    zeroAnswers: replaceZeroAnswers(old, said),
    missingPolicy: said.missingPolicy ?? old.missingPolicy,
    target: said.target ?? old.target,
    rule: said.rule ?? old.rule,
    exceptions: list(old.exceptions, said.exceptions),
  }
}

/** An answer for what is no longer divided by would be one too many. */
function replaceZeroAnswers(old: CriterionBody, said: CriterionBody): readonly ZeroAnswer[] {
  const exceptions = said.exceptions.length > 0 ? said.exceptions : old.exceptions
  const isRelative = [said.rule ?? old.rule, ...exceptions.map(({ rule }) => rule)].some(
    (rule) => rule?.kind === 'relative',
  )
  const kept = old.zeroAnswers.filter(
    ({ divisor: { kind } }) =>
      (kind === 'measure' ? !said.value : isRelative) &&
      !said.zeroAnswers.some(({ divisor }) => divisor.kind === kind),
  )
  return [...kept, ...said.zeroAnswers]
}

function addInto<Node extends Group | Criterion>(node: Node, code: string, criterion: Criterion): Node {
  const children = node.children.map((child) => addInto(child, code, criterion))
  return { ...node, children: node.code.text === code ? [...children, criterion] : children }
}

function inYear<Node extends Group | Criterion>(node: Node, year: number): Node {
  const children = node.children.map((child) => inYear(child, year))
  if (node.kind === 'group') return { ...node, children }
  const exceptions = node.exceptions.map(
    (exception): Exception => ({
      ...exception,
      target: targetIn(exception.target, year),
    }),
  )
  return { ...node, children, exceptions, target: targetIn(node.target, year) }
}

/** For a year that the target leaves out, its first goal stands in: that is reported, once, and not as a missing target. */
function targetIn(target: Target | undefined, year: number): Target | undefined {
  if (!target || target.byYear.length === 0) return target
  const held = target.byYear.find(({ from, to }) => from <= year && (to === undefined || year <= to))
  return { ...target, goal: held?.goal ?? target.goal, byYear: [] }
}
