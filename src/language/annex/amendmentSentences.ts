import { assertNever } from '#base/assertNever.ts'
import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatDate } from '#base/plainDate.ts'
import type { Amendment, Change, Criterion, Maximum, Role, Words } from '../ast.ts'
import { type AnnexItem, item } from './annex.ts'
import { bodySentences, criterionSentences } from './criterionSentences.ts'
import { type Names, nodeOf, nodePhrase } from './names.ts'
import { type Scoring, scoringOf } from './scoring.ts'
import { targetText } from './targetText.ts'
import { marked, pointsText, sentence } from './words.ts'

/** What an amendment changes and from when; below each change, what is said anew. */
export function amendmentItem(amendment: Amendment, names: Names): AnnexItem {
  const { version, effective, citations, notes, changes } = amendment
  return item(`Phiên bản ${version.text}, có hiệu lực từ ngày ${formatDate(effective)}:`, [
    ...labelled('Căn cứ', citations),
    ...changes.map((change) => changeItem(change, names)),
    ...labelled('Ghi chú', notes),
  ])
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
  const where = into ? `, thuộc ${nodePhrase(nodeOf(into, names)?.kind ?? 'group', into, names)}` : ''
  const { code, title, maximum } = criterion
  const points = maximum ? `, ${maximumPhrase(maximum)}` : ''
  return item(`Bổ sung tiêu chí ${code.text} «${title.text}»${points}${where}:`, [
    ...saidDetails(criterion),
    ...criterionSentences(criterion, names).map((words) => item(words)),
    ...criterion.children.map((child) => childItem(child, names)),
  ])
}

function childItem(child: Criterion, names: Names): AnnexItem {
  const points = child.maximum ? `, ${maximumPhrase(child.maximum)}` : ''
  return item(`Tiêu chí thành phần ${child.code.text} «${child.title.text}»${points}:`, [
    ...saidDetails(child),
    ...criterionSentences(child, names).map((words) => item(words)),
    ...child.children.map((below) => childItem(below, names)),
  ])
}

function replaceDetails(change: Extract<Change, { kind: 'replace' }>, names: Names): readonly AnnexItem[] {
  const { title, maximum, body } = change
  const old = nodeOf(change.code, names)
  const before: Scoring | undefined = old?.kind === 'criterion' ? scoringOf(old, names) : undefined
  // What is not said anew stays, so the new sentences speak of it too.
  const now: Scoring = {
    names,
    maximum: maximum?.points.value ?? old?.maximum?.points.value,
    role: maximum?.role ?? old?.maximum?.role ?? 'scale',
    value: body.value ?? before?.value,
    target: body.target ?? before?.target,
    deadline: body.deadline ?? before?.deadline,
  }
  return [
    ...(title ? [item(`Tên mới: «${title.text}».`)] : []),
    ...(maximum ? [item(sentence(maximumPhrase(maximum)))] : []),
    ...saidDetails(body),
    ...bodySentences(body, now).map((words) => item(words)),
  ]
}

/** What is printed in the other columns of the table. */
function saidDetails(body: Extract<Change, { kind: 'replace' }>['body']): readonly AnnexItem[] {
  return [
    ...(body.target ? [item(sentence(`chỉ tiêu: ${targetText(body.target)}`))] : []),
    ...(body.deadline ? [item(sentence(`thời hạn: ${body.deadline.text.text}`))] : []),
    ...(body.level ? [item(sentence(`đo tại ${LEVEL_NAMES[body.level.level]}`))] : []),
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
export function maximumPhrase({ points, role, tentative }: Maximum): string {
  return marked(`${AT_MOST[role]} ${pointsText(points.value)}`, tentative)
}

const AT_MOST: Readonly<Record<Role, string>> = {
  scale: 'tối đa',
  bonus: 'khuyến khích, thưởng tối đa',
  penalty: 'trừ tối đa',
}
