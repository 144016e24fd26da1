import type { CstNode } from 'chevrotain'
import { type EntrantLevel, LEVEL_NAMES, type LevelNames } from '#base/entrantLevel.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Redistribution } from '../ast.ts'
import type { Clause, TextRole } from './clause.ts'
import { choose, has, node, nodes, type Reader, token } from './cst.ts'
import {
  readCode,
  readDateRange,
  readLevel,
  readLevelOf,
  readLevelWord,
  readPoints,
  readText,
  readTexts,
  words,
} from './phrases.ts'

/** `bộ tiêu chí "…" mã an-nong phiên bản 2026.1` */
export function readTitleClause(tree: CstNode, span: Span, reader: Reader): Clause {
  const nowhere = { text: '', span }
  return {
    kind: 'title',
    id: reader.newId(),
    span,
    title: readText(tree, reader) ?? nowhere,
    code: readCode(tree, reader) ?? nowhere,
    version: words(token(tree, 'NumberText'), reader) ?? nowhere,
  }
}

/** `căn cứ "…"`, and the other clauses that only carry text */
export function readTextClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const text = readText(tree, reader)
  const role = choose<TextRole>(tree, {
    Citation: 'citation',
    Note: 'note',
    Quote: 'quote',
    Guidance: 'guidance',
    Lead: 'lead',
    Support: 'support',
    FactSource: 'source',
  })
  return text && role && { kind: 'text', role, text, span }
}

/** `áp dụng cho xã, thôn từ 01/01/2026 đến 31/12/2026` */
export function readApplicationClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const named = nodes(tree, 'level').flatMap((word) => {
    const level = readLevel(word)
    return level ? [{ level, word: readLevelWord(word) }] : []
  })
  const levels = [...new Set(named.map(({ level }) => level))]
  const range = readDateRange(tree, reader)
  return (
    range && { kind: 'application', id: reader.newId(), span, levels, levelNames: levelNames(named), range }
  )
}

/** `thôn, khu phố` where a level is called by two words. */
function levelNames(named: readonly { readonly level: EntrantLevel; readonly word: string }[]): LevelNames {
  const byLevel = Map.groupBy(named, ({ level }) => level)
  const said = [...byLevel].map(([level, words]) => [
    level,
    [...new Set(words.map(({ word }) => word))].join(', '),
  ])
  return { ...LEVEL_NAMES, ...Object.fromEntries(said) }
}

/** `kỳ số liệu từ 01/01/2024 đến 31/12/2024`, `kỳ số liệu từng năm` */
export function readFactPeriodClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  if (has(tree, 'EveryYear')) return { kind: 'factPeriod', id, range: undefined, span }
  const range = readDateRange(tree, reader)
  return range && { kind: 'factPeriod', id, range, span }
}

/** `đặc điểm thôn "miền núi", "biên giới"` */
export function readAttributeClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const level = readLevelOf(tree)
  return level && { kind: 'attribute', id: reader.newId(), level, names: readTexts(tree, reader), span }
}

/** `đơn vị được chấm theo các tiêu chí chủ trì` */
export function readLeadPolicyClause(_tree: CstNode, span: Span, reader: Reader): Clause {
  return { kind: 'leadPolicy', id: reader.newId(), span }
}

/** `chấp nhận cảnh báo cliff vì "…"` */
export function readAcceptanceClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const code = readCode(tree, reader)
  const reason = readText(tree, reader)
  return code && reason && { kind: 'acceptance', id: reader.newId(), span, code, reason }
}

/** `thang điểm 100 dự kiến` */
export function readScaleClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const points = readPoints(node(tree, 'amount'), reader)
  return points && { kind: 'scale', id: reader.newId(), span, points, tentative: has(tree, 'Tentative') }
}

/** More decimals than any total is published with. */
const MOST_PLACES = 6

/** `làm tròn tổng điểm 2 chữ số, nửa làm tròn lên`, `làm tròn từng tiêu chí 1 chữ số` */
export function readRoundingClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const written = token(tree, 'NumberText')
  if (!written) return undefined
  const places = /^\d$/.test(written.image) ? Number(written.image) : Number.NaN
  if (!(places <= MOST_PLACES)) {
    reader.report({
      code: 'malformed-number',
      severity: 'error',
      message: `không làm tròn được đến ${written.image} chữ số`,
      labels: [{ source: reader.source, span: reader.spanOf(written), text: 'số chữ số thập phân' }],
      help: `viết một số nguyên từ 0 đến ${MOST_PLACES}`,
    })
    return undefined
  }
  const method =
    choose<RoundingMethod>(tree, {
      HalfUp: 'halfUp',
      HalfEven: 'halfEven',
      RoundDown: 'down',
      RoundUp: 'up',
    }) ?? 'halfUp'
  const kind = has(tree, 'RoundCriteria') ? 'criterionRounding' : 'totalRounding'
  return { kind, id: reader.newId(), span, places, method }
}

/** `chưa có số liệu: 0 điểm` */
export function readMissingClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const points = token(tree, 'NumberText')
  if (points && points.image !== '0') {
    reader.report({
      code: 'malformed-number',
      severity: 'error',
      message: `chưa có số liệu thì không thể được ${points.image} điểm`,
      labels: [{ source: reader.source, span: reader.spanOf(points), text: 'chỉ có thể là 0' }],
      help: 'viết «chưa có số liệu: 0 điểm» hoặc «chưa có số liệu: không áp dụng»',
    })
    return undefined
  }
  return { kind: 'missingPolicy', id: reader.newId(), span, counts: points ? 'zero' : 'notApplicable' }
}

/** `không áp dụng: quy đổi về thang điểm` */
export function readNotApplicableClause(tree: CstNode, span: Span, reader: Reader): Clause {
  const redistribute =
    choose<Redistribution>(tree, { Rescale: 'scale', RescaleInGroup: 'group', NoRescale: 'none' }) ?? 'none'
  return { kind: 'notApplicablePolicy', id: reader.newId(), span, redistribute }
}
