import type { Program } from '#engine/index.ts'
import { formula } from '../cells.ts'
import { nodeCells } from './levelTable.ts'
import { keyOf, NONE, type StandingCells, type StandingRow } from './standingSheet.ts'

type ProgramKey = Program['ranking']['keys'][number]

/**
 * The rank among those of the cohort who are ranked: one more than there are better ones by the keys, the one that weighs most
 * first. Keys are brought to nine decimals, so that equal points which were added up in another order stay equal.
 */
export function rankCells(one: StandingRow): StandingCells {
  const { cell, range, layout } = one
  const { keys, ties } = layout.standings.program.ranking
  const own = (index: number): string => cell(keyOf(index))
  const all = (index: number): string => range(keyOf(index))
  const better = keys.reduceRight((rest, _, index) => {
    const more = `(${all(index)}>${own(index)})`
    return rest === '' ? more : `(${more}+(${all(index)}=${own(index)})*${rest})`
  }, '')
  const alike = keys.map((_, index) => `*(${all(index)}=${own(index)})`).join('')
  const above = `(${range('ranked')}=1)*${better}`
  const count = `SUMPRODUCT(${above})`
  const place = {
    skip: `1+${count}`,
    // Each group of equals is counted once: every one of them as the part that it is of its group.
    dense: `1+ROUND(SUMPRODUCT(${above}/${range('equals')}),0)`,
    mean: `1+${count}+(${cell('equals')}-1)/2`,
  }[ties]
  return {
    ...Object.fromEntries(
      keys.map((key, index) => [
        keyOf(index),
        formula(`IF(${cell('ranked')}=1,ROUND(${amountOf(key, one)},9),0)`, 'helper', '0.0000'),
      ]),
    ),
    equals: formula(`MAX(1,SUMPRODUCT((${range('ranked')}=1)${alike}))`),
    rank: formula(`IF(${cell('ranked')}=1,${place},"${NONE}")`, 'result', ties === 'mean' ? '0.0' : '0'),
  }
}

/** What the key comes to, so that more is better. */
function amountOf(key: ProgramKey, { cell, sheet, layout }: StandingRow): string {
  switch (key.kind) {
    case 'total':
      return cell(key.rounded ? 'rounded' : 'total')
    case 'bonus':
    case 'penalty':
      return cell(key.kind)
    case 'node': {
      const isScored = layout.trace(key, sheet.entrant) !== undefined
      return (isScored && nodeCells(key, sheet.entrant, layout)?.points) || '0'
    }
  }
}
