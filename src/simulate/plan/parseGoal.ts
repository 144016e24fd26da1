import { parseNumber } from '#base/parseNumber.ts'
import type { Goal } from './goal.ts'

/** The goal that a text says: `90 điểm`, `loại Tốt`, `hạng 3`, `vượt thon-5`; `undefined` for any other. */
export function parseGoal(text: string): Goal | undefined {
  const [, first = '', rest = ''] = /^(\S+)\s+(\S.*)$/u.exec(text.normalize('NFC').trim()) ?? []
  switch (first.toLowerCase()) {
    case 'loại':
      return { kind: 'class', title: rest }
    case 'hạng':
      return /^[1-9]\d{0,4}$/.test(rest) ? { kind: 'rank', rank: Number(rest) } : undefined
    case 'vượt':
      return { kind: 'pass', entrant: rest }
    default: {
      const points = rest.toLowerCase() === 'điểm' ? parseNumber(first) : undefined
      return points?.kind === 'number' ? { kind: 'points', points: points.value } : undefined
    }
  }
}
