import { assertNever } from '#base/assertNever.ts'
import { compareDates, formatDate } from '#base/plainDate.ts'
import type { Change, Criterion, Group, Maximum, Role, Rulebook, Words } from '../ast.ts'
import { consolidate } from '../consolidate.ts'
import { collectSymbols } from '../symbols.ts'
import { type AnnexItem, item } from './annex.ts'
import { bodySentences, criterionSentences } from './criterionSentences.ts'
import { type Names, nodeOf, nodePhrase } from './names.ts'
import { scoringOf } from './scoring.ts'
import { targetText } from './targetText.ts'
import { marked, pointsText, sentence } from './words.ts'

/**
 * The amendments in the order in which they take effect: what each changes and from when; below each change, what is said
 * anew. A change is read with what those before it have left.
 */
export function amendmentItems(rulebook: Rulebook, names: Names): readonly AnnexItem[] {
  let known = names
  const read = (change: Change): AnnexItem => {
    const said = changeItem(change, known)
    known = namesAfter(change, known)
    return said
  }
  return rulebook.amendments
    .toSorted((left, right) => compareDates(left.effective, right.effective))
    .map(({ version, effective, citations, notes, changes }) => {
      const { roles } = collectSymbols(consolidate(rulebook, effective))
      known = { ...known, roles: new Map([...known.roles, ...roles]) }
      return item(`Phiên bản ${version.text}, có hiệu lực từ ngày ${formatDate(effective)}:`, [
        ...labelled('Căn cứ', citations),
        ...changes.map(read),
        ...labelled('Ghi chú', notes),
      ])
    })
}

function changeItem(change: Change, names: Names): AnnexItem {
  switch (change.kind) {
    case 'repeal':
      return item(`Bãi bỏ ${nodePhrase(change.scope, change.code, names)}.`)
    case 'replace': {
      const details = replaceDetails(change, names)
      const what = `Sửa đổi ${nodePhrase(change.scope, change.code, names)}`
      return item(details.length > 0 ? `${what} như sau:` : `${what}.`, details)
    }
    case 'add':
      return addItem(change, names)
    default:
      return assertNever(change)
  }
}

function addItem({ into, criterion }: Extract<Change, { kind: 'add' }>, names: Names): AnnexItem {
  const above = into && nodeOf(into, names)?.kind
  const what = above === 'criterion' ? 'Bổ sung tiêu chí thành phần' : 'Bổ sung tiêu chí'
  const where = into ? `, thuộc ${nodePhrase(above ?? 'group', into, names)}` : ''
  return criterionItem(what, criterion, where, names)
}

function criterionItem(what: string, criterion: Criterion, where: string, names: Names): AnnexItem {
  const { code, title, maximum, children } = criterion
  const points = maximum ? `, ${maximumPhrase(maximum)}` : ''
  const details = [
    ...saidDetails(criterion, names),
    ...criterionSentences(criterion, names).map((words) => item(words)),
    ...children.map((child) => criterionItem('Tiêu chí thành phần', child, '', names)),
  ]
  return item(
    `${what} ${code.text} «${title.text}»${points}${where}${details.length > 0 ? ':' : '.'}`,
    details,
  )
}

function replaceDetails(change: Extract<Change, { kind: 'replace' }>, names: Names): readonly AnnexItem[] {
  const { title, maximum, body } = change
  const old = nodeOf(change.code, names)
  // What is not said anew stays, so the new sentences speak of it too.
  const now = old && replaced(old, change)
  return [
    ...(title ? [item(`Tên mới: «${title.text}».`)] : []),
    ...(maximum ? [item(sentence(maximumPhrase(maximum)))] : []),
    ...saidDetails(body, names),
    ...(now?.kind === 'criterion' ? bodySentences(body, scoringOf(now, names)) : []).map((words) =>
      item(words),
    ),
  ]
}

/** The names as they stand after a change. What was repealed keeps its title, for sentences that still speak of it. */
function namesAfter(change: Change, names: Names): Names {
  const { nodes } = names
  const after = new Map(nodes)
  switch (change.kind) {
    case 'repeal':
      break
    case 'replace': {
      const old = nodes.get(change.code.text)
      if (old) after.set(change.code.text, replaced(old, change))
      break
    }
    case 'add':
      for (const node of withChildren(change.criterion)) after.set(node.code.text, node)
      break
    default:
      return assertNever(change)
  }
  return { ...names, nodes: after }
}

function withChildren(criterion: Criterion): readonly Criterion[] {
  return [criterion, ...criterion.children.flatMap(withChildren)]
}

/** The node with what sentences about it need to know (see `Scoring`). */
function replaced(old: Group | Criterion, change: Extract<Change, { kind: 'replace' }>): Group | Criterion {
  const head = { title: change.title ?? old.title, maximum: change.maximum ?? old.maximum }
  if (old.kind === 'group') return { ...old, ...head }
  const { value, target, deadline } = change.body
  return {
    ...old,
    ...head,
    value: value ?? old.value,
    target: target ?? old.target,
    deadline: deadline ?? old.deadline,
  }
}

/** What is printed in the other columns of the table. */
function saidDetails(body: Extract<Change, { kind: 'replace' }>['body'], names: Names): readonly AnnexItem[] {
  return [
    ...(body.target ? [item(sentence(`chỉ tiêu: ${targetText(body.target)}`))] : []),
    ...(body.deadline ? [item(sentence(`thời hạn: ${body.deadline.text.text}`))] : []),
    ...(body.level ? [item(sentence(`đo tại ${names.levelNames[body.level.level]}`))] : []),
    ...labelled('Chủ trì', body.leads),
    ...labelled('Phối hợp', body.supports),
    ...labelled('Nguồn số liệu', body.sources),
    ...labelled('Căn cứ', body.citations),
    ...labelled('Hướng dẫn thực hiện', body.guidance),
    ...labelled('Ghi chú', body.notes),
    ...body.quotes.map(({ text }) => item(`Trích: “${text}”`)),
  ]
}

function labelled(label: string, texts: readonly Words[]): readonly AnnexItem[] {
  return texts.length > 0 ? [item(sentence(`${label}: ${texts.map(({ text }) => text).join('; ')}`))] : []
}

/** `tối đa 6 điểm (dự kiến)`, `thưởng tối đa 2 điểm`, `trừ tối đa 3 điểm`. */
function maximumPhrase({ points, role, tentative }: Maximum): string {
  return marked(`${AT_MOST[role]} ${pointsText(points.value)}`, tentative)
}

const AT_MOST: Readonly<Record<Role, string>> = {
  scale: 'tối đa',
  bonus: 'khuyến khích, thưởng tối đa',
  penalty: 'trừ tối đa',
}
