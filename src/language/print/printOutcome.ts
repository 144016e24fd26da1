import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import type {
  Bound,
  Classification,
  ClassTier,
  Condition,
  KnockOut,
  Quota,
  Ranking,
  RankingKey,
  Test,
  TieMethod,
} from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { indent } from './indent.ts'
import { printCondition, printPointsRange, printRange } from './printCondition.ts'
import { printAmount } from './printPoints.ts'

/** `không xếp hạng khi …`. */
export function printKnockOut({ test }: KnockOut): string {
  return `không xếp hạng khi ${printTest(test)}`
}

/** `xếp hạng theo tổng điểm, rồi điểm nhóm II, vẫn bằng thì đồng hạng`. */
export function printRanking({ scope, keys, ties, tentative }: Ranking): string {
  const head = `xếp hạng${tentative ? ' dự kiến' : ''}${scope === 'together' ? ' chung các cụm' : ''}`
  return `${head} theo ${keys.map(printKey).join(', rồi ')}, vẫn bằng thì đồng hạng${TIES[ties]}`
}

/** `xếp loại` and, below it, a line for each class. */
export function printClassification({ classes, tentative }: Classification): readonly string[] {
  return [`xếp loại${tentative ? ' dự kiến' : ''}`, ...indent(classes.map(printClass))]
}

/** `có_vi_phạm`, `báo_cáo_chậm từ 3 trở lên`, `mọi nhóm từ 50% điểm tối đa trở lên`. */
export function printTest(test: Test): string {
  switch (test.kind) {
    case 'flag':
      return `${test.is ? '' : 'không '}${test.measure.text}`
    case 'measure':
      return `${test.measure.text} ${printRange(test.range)}`
    case 'node':
      return `${SCOPES[test.scope]} ${test.code.text} ${printPointsRange(test.range)}`
    case 'every':
      return `mọi ${SCOPES[test.scope]} ${printPointsRange(test.range)}`
  }
}

/** The word before the code of a node. */
export const SCOPES = { group: 'nhóm', criterion: 'tiêu chí' } as const

function printKey(key: RankingKey): string {
  switch (key.kind) {
    case 'total':
      return `tổng điểm${key.rounded ? ' đã làm tròn' : ''}`
    case 'penalty':
      return 'ít điểm trừ hơn'
    case 'bonus':
      return 'nhiều điểm thưởng hơn'
    case 'group':
    case 'criterion':
      return `điểm ${SCOPES[key.kind]} ${key.code.text}`
  }
}

const TIES: Readonly<Record<TieMethod, string>> = {
  skip: '',
  dense: ', hạng sau liền kề',
  mean: ', lấy hạng trung bình',
}

function printClass({ title, condition, tests, quota }: ClassTier): string {
  const further = [...tests.map((test) => `khi ${printTest(test)}`), ...(quota ? [printQuota(quota)] : [])]
  return [`${quoted(title.text)} ${printClassRange(condition)}`, ...further].join(', ')
}

/** Bounds of classes are points, and the last one says so: `từ 80 đến dưới 90 điểm`, `từ 90 điểm trở lên`. */
function printClassRange(condition: Condition): string {
  if (condition.kind !== 'range') return printCondition(condition)
  const { low, high } = condition
  const points = (bound: Bound): Bound => ({ ...bound, unit: 'điểm' })
  return printRange({ ...condition, ...(high ? { high: points(high) } : low && { low: points(low) }) })
}

function printQuota({ share, level, ties }: Quota): string {
  const equals = ties === 'include' ? 'cùng được' : 'cùng không được'
  return `không quá ${printAmount(share)} số ${LEVEL_NAMES[level]}, bằng nhau thì ${equals}`
}
