import type { Change, EntrantFields, FactFields } from '#records/change.ts'

export const ENTRANTS: readonly EntrantFields[] = ['thon-1', 'thon-2'].map((id) => ({
  id,
  name: id,
  kind: 'thôn',
  parent: '',
  cluster: '',
  attributes: '',
}))

export function fact(entrant: string, value: string, period = '2026-10'): FactFields {
  return { entrant, measure: 'tin_bài', period, value, status: '', source: 'báo cáo thôn', evidence: '' }
}

/** A change to xã Một with what a test does not care about filled in. */
export function change(what: Partial<Change>): Change {
  return {
    commune: 'xa-mot',
    at: '2026-11-01T08:00:00Z',
    by: 'Phòng Văn hóa - Xã hội',
    why: 'báo cáo tháng',
    facts: [],
    ...what,
  }
}
