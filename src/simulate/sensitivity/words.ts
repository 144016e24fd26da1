import { formatCount, formatPercent, formatRounded } from '#base/formatNumber.ts'
import { formatPeriod } from '#base/period.ts'
import { rational } from '#base/rational.ts'
import { factText, keyTexts, rankText } from '#engine/index.ts'
import type { DecidingFact } from './deciding.ts'
import type { FlatCriterion } from './flat.ts'
import { rankWord } from './printedRank.ts'
import type { CohortSensitivity, Sensitivity } from './sensitivity.ts'
import type { LeftOut, PairTurn } from './weights.ts'

/** What was tried, and how it can be had again; and what weights cannot reach, where ranks do not go by the total first. */
export function triedText({ evaluation: { program }, draws, seed }: Sensitivity): string {
  const tried = `Mỗi tiêu chí được tính nặng hoặc nhẹ hơn tối đa 10%, rút ngẫu nhiên ${formatCount(draws)} lần (số mở đầu ${seed}: chạy lại với số này thì ra đúng kết quả này).`
  const keys = keyTexts(program)
  const total = program.ranking.keys.findIndex(({ kind }) => kind === 'total')
  if (total === 0) return tried
  const before = keys.slice(0, total < 0 ? keys.length : total).join(', rồi ')
  return total < 0
    ? `${tried} Bộ tiêu chí xếp hạng theo ${before}, không theo tổng điểm: tổng điểm tính lại không đổi hạng của ai.`
    : `${tried} Bộ tiêu chí xét ${before} trước tổng điểm: tổng điểm tính lại chỉ phân định những nơi bằng nhau ở đó.`
}

/** Whose rank moves as weights do; and how many keep theirs. */
export function rankRangesText({ weights: { entrants } }: CohortSensitivity): readonly string[] {
  const moving = entrants.filter(({ rank }) => rank.low !== rank.high)
  const still = entrants.length - moving.length
  return [
    ...moving.map(
      ({ sheet, rank }) =>
        `${sheet.entrant.name}: hạng ${rankText(sheet)}, 90% số lần từ ${rankWord(rank.low)} đến ${rankWord(rank.high)}.`,
    ),
    ...(still > 0
      ? [
          `${moving.length > 0 ? `${still} nơi còn lại` : `Cả ${still} nơi`} giữ nguyên hạng trong ít nhất 90% số lần.`,
        ]
      : []),
  ]
}

/** `Thôn 6 trước Khu phố 5: đổi thứ tự trong 45,5% số lần.`; of who share a rank, in how many the second comes before. */
export function pairTurnText({ first, second, draws }: PairTurn, { draws: all }: Sensitivity): string {
  const share = formatPercent(rational(BigInt(draws), BigInt(all)))
  if (first.rank === second.rank)
    return `${first.entrant.name} và ${second.entrant.name} đồng hạng: ${second.entrant.name} đứng trước trong ${share} số lần.`
  return `${first.entrant.name} trước ${second.entrant.name}: đổi thứ tự trong ${share} số lần.`
}

/** `Bỏ tiêu chí 20, …: bình quân mỗi nơi đổi 1,9 hạng; nhiều nhất là Thôn 22, từ hạng 23 thành 12.` */
export function leftOutText({ node, meanMove, most, unranked }: LeftOut): string {
  const { code, title } = node
  const head = `Bỏ ${node.node.kind === 'group' ? 'nhóm' : 'tiêu chí'} ${code}, ${title}`
  const each = unranked > 0 ? 'mỗi nơi còn lại' : 'mỗi nơi'
  const moved = most
    ? [
        `bình quân ${each} đổi ${formatRounded(meanMove, 2)} hạng`,
        `nhiều nhất là ${most.sheet.entrant.name}, từ hạng ${rankText(most.sheet)} thành ${rankText(most.place)}`,
      ]
    : []
  const dropped = unranked > 0 ? [`${unranked} nơi không còn gì để chấm nên không xếp hạng`] : []
  return `${head}: ${[...dropped, ...moved].join('; ')}.`
}

const GIVES: Readonly<Record<FlatCriterion['gives'], string>> = {
  all: 'đều được đủ điểm',
  nothing: 'đều không được điểm nào',
  same: 'đều được bằng điểm nhau',
}

/** `Tiêu chí 21, …: cả 22 nơi đều được đủ điểm.` */
export function flatText({ leaf, gives, entrants }: FlatCriterion): string {
  const taken = gives === 'nothing' ? 'đều không bị trừ điểm' : 'đều bị trừ điểm như nhau'
  const given = leaf.role === 'penalty' ? taken : GIVES[gives]
  return `Tiêu chí ${leaf.code}, ${leaf.title}: cả ${entrants} nơi ${given}.`
}

/** `Thôn 16 (hạng 2) đứng ngay trước Khu phố 6 (hạng 3): …` */
export function decidingText({ first, second, measure, fact, waits, becomes }: DecidingFact): string {
  const owner = [first, second].find(({ entrant }) => entrant.id === fact.entrant)?.entrant.name ?? ''
  const pair = `${first.entrant.name} (hạng ${rankText(first)}) đứng ngay trước ${second.entrant.name} (hạng ${rankText(second)})`
  const what = `«${measure.title.text}», ${formatPeriod(fact.period)}, của ${owner}`
  const [reported, turned] = [factText(fact, measure), factText(becomes, measure)]
  if (waits && reported === turned)
    return `${pair}: ${what} đang chờ thẩm định; thẩm định đúng ${reported} thì đổi thứ tự.`
  const state = waits ? ' (đang chờ thẩm định)' : ''
  return `${pair}: ${what} là ${turned} thay vì ${reported}${state} thì đổi thứ tự.`
}
