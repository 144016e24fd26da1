import { assertNever } from '#base/assertNever.ts'
import { formatCount, formatFixed } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { formatDate } from '#base/plainDate.ts'
import { equals } from '#base/rational.ts'
import { type Program, rankText, roundTotal, totalText } from '#engine/index.ts'
import type { Range } from '#language/index.ts'
import type { Certainty } from './certainties.ts'
import type { PossibleStanding, StillPossible } from './possible.ts'
import type { Reports } from './slots.ts'

/** What is still open by then: `Đến ngày 31/12/2026 còn 66 số liệu chưa có và 3 số liệu chờ thẩm định.` */
export function openText({ horizon, reports, open: { absent, waiting } }: StillPossible): string {
  const day = formatDate(horizon)
  const told = [
    ...(absent > 0 ? [`${formatCount(absent)} số liệu chưa có`] : []),
    ...(waiting > 0 ? [`${formatCount(waiting)} số liệu chờ thẩm định`] : []),
  ]
  if (told.length === 0)
    return `Đến ngày ${day} mọi số liệu đã có và đã thẩm định: không điều gì còn thay đổi.`
  return `Đến ngày ${day} còn ${told.join(' và ')}. ${GRANTED[reports]}`
}

const GRANTED: Readonly<Record<Reports, string>> = {
  asTheyCome: 'Dưới đây là mọi khả năng, dù các số liệu ấy ra sao, kể cả không ai báo.',
  complete: 'Dưới đây là mọi khả năng khi các số liệu ấy đều được báo và được thẩm định.',
  rising:
    'Dưới đây là mọi khả năng khi các số liệu ấy đều được báo và được thẩm định; số đếm, mức, có/không lấy mới nhất không lùi so với lần báo trước, mẫu số và tổng giữ nguyên.',
}

/** What may still become of an entrant: `70,12 đến 91 điểm, hạng 3 đến 12, loại Tốt, Khá (nay 81,5 điểm, hạng 7, loại Khá)`. */
export function prospectText(standing: PossibleStanding, program: Program): string {
  const { now } = standing
  const present = [
    ...(now.total ? [`${totalText(now, program)} điểm`] : ['không tính điểm']),
    ...(now.rank === undefined ? [] : [`hạng ${rankText(now)}`]),
    ...(now.class === undefined ? [] : [`loại ${now.class}`]),
  ]
  return `${[totalsText(standing.total, program), ...rankTexts(standing), ...classTexts(standing)].join(', ')} (nay ${present.join(', ')})`
}

function totalsText(total: Range | undefined, program: Program): string {
  if (!total) return 'không tính điểm'
  const [least, most] = [total.least, total.most].map((end) => {
    const rounded = roundTotal(end, program) ?? end
    return formatFixed(rounded, program.totalRounding.places)
  })
  return equals(total.least, total.most) || least === most ? `${most} điểm` : `${least} đến ${most} điểm`
}

function rankTexts({ ranks, mayBeUnranked, cohort }: PossibleStanding): readonly string[] {
  if (!ranks) return ['không xếp hạng']
  if (cohort === 1) return []
  const { best, worst } = ranks
  return [
    best === worst ? `hạng ${best}` : `hạng ${best} đến ${worst}`,
    ...(mayBeUnranked ? ['hoặc không xếp hạng'] : []),
  ]
}

function classTexts({ classes }: PossibleStanding): readonly string[] {
  return classes.length === 0 ? [] : [`loại ${classes.join(', ')}`]
}

/** What is certain, a sentence: `Đã chắc chắn hạng 5 trở lên.` */
export function certaintyText(certainty: Certainty): string {
  switch (certainty.kind) {
    case 'rank':
      return `Đã chắc chắn hạng ${certainty.rank}.`
    case 'rankAtMost':
      return `Đã chắc chắn hạng ${certainty.rank} trở lên.`
    case 'rankAtLeast':
      return `Không còn khả năng đứng trên hạng ${certainty.rank}.`
    case 'class':
      return `Đã chắc chắn loại ${certainty.title}.`
    case 'classAtLeast':
      return `Đã chắc chắn loại ${certainty.title} trở lên.`
    case 'outOfReach':
      return `Không còn khả năng đạt ${listText(certainty.titles, 'hay')}.`
    case 'barred':
      return 'Đã chắc chắn không được xếp hạng vì điều kiện loại.'
    case 'unranked':
      return 'Không còn khả năng được xếp hạng.'
    default:
      return assertNever(certainty)
  }
}
