/** A criterion of one of the shapes that the real plans have. */
export type Criterion = {
  readonly code: string
  readonly maximum: number
} /** The maximum times a/b over the target. */ & (
  | { readonly kind: 'proportion'; readonly a: string; readonly b: string; readonly target: number }
  /** By a/b: all from 80%, half from 50%. */
  | { readonly kind: 'share'; readonly a: string; readonly b: string }
  /** By a count: all from 24, half from 12. */
  | { readonly kind: 'count'; readonly n: string }
  /** By a count that is reported by the month and added up: all from 48, half from 24. */
  | { readonly kind: 'yearly'; readonly n: string }
  | { readonly kind: 'flag'; readonly f: string }
  /** A quarter of a point for every 2, up to the maximum. */
  | { readonly kind: 'items'; readonly n: string }
  /** By the month: all from 4, half from 2; the mean of the months. */
  | { readonly kind: 'monthly'; readonly n: string }
)

const TARGETS = [35.4, 50, 60, 70, 80, 90, 95, 100] as const

/** Thirty of them; all ways of scoring that are measured are made from this one table. */
export const CRITERIA: readonly Criterion[] = [
  ...TARGETS.map((target, at) => ({ kind: 'proportion', a: `pa${at}`, b: `pb${at}`, target }) as const),
  ...range(7).map((at) => ({ kind: 'share', a: `sa${at}`, b: `sb${at}` }) as const),
  ...range(5).map((at) => ({ kind: 'count', n: `c${at}` }) as const),
  ...range(2).map((at) => ({ kind: 'yearly', n: `y${at}` }) as const),
  ...range(4).map((at) => ({ kind: 'flag', f: `f${at}` }) as const),
  ...range(3).map((at) => ({ kind: 'items', n: `i${at}` }) as const),
  { kind: 'monthly', n: 'm0' } as const,
].map((one, at) => ({ ...one, code: `${at + 1}`, maximum: at < 10 ? 4 : 3 }))

/** So many criteria of the same shapes, about as often each, one after the other. */
export function criteriaOf(count: number): readonly Criterion[] {
  return range(count).map((at) => {
    const shape = CRITERIA[(at * STRIDE) % CRITERIA.length]
    if (!shape) throw new Error('the shapes go round')
    return { ...renamed(shape, at), code: `${at + 1}`, maximum: 3 }
  })
}

/** Takes the shapes mixed, and each of them once in thirty. */
const STRIDE = 7

function renamed(shape: Criterion, at: number): Criterion {
  switch (shape.kind) {
    case 'proportion':
    case 'share':
      return { ...shape, a: `a${at}`, b: `b${at}` }
    case 'flag':
      return { ...shape, f: `f${at}` }
    default:
      return { ...shape, n: `n${at}` }
  }
}

export const SCALE = 100
export const MONTHS = 10

export function rulebookText(criteria: readonly Criterion[] = CRITERIA): string {
  const scale = criteria.reduce((sum, { maximum }) => sum + maximum, 0)
  return `bộ tiêu chí "Đo tốc độ" mã toc-do phiên bản 2026.1
áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
thang điểm ${scale}
không áp dụng: quy đổi về thang điểm
${criteria.flatMap(measureLines).join('\n')}
${criteria.map(criterionText).join('\n')}
`
}

function measureLines(one: Criterion): string[] {
  switch (one.kind) {
    case 'proportion':
    case 'share':
      return [
        `số liệu ${one.b} "Tổng ${one.b}": số nguyên người, hằng năm`,
        `số liệu ${one.a} "Số ${one.a}": số nguyên người, hằng năm, là một phần của ${one.b}`,
      ]
    case 'flag':
      return [`số liệu ${one.f} "Có ${one.f}": có/không, hằng năm`]
    case 'count':
    case 'items':
      return [`số liệu ${one.n} "Số ${one.n}": số nguyên bài, hằng năm`]
    case 'yearly':
      return [`số liệu ${one.n} "Số ${one.n}": số nguyên bài, hằng tháng, cộng dồn`]
    case 'monthly':
      return [`số liệu ${one.n} "Số ${one.n}": số nguyên bài, hằng tháng`]
  }
}

function criterionText(one: Criterion): string {
  return `tiêu chí ${one.code} "Tiêu chí ${one.code}" tối đa ${one.maximum} điểm
${ruleLines(one).join('\n')}`
}

function ruleLines(one: Criterion): string[] {
  const tiers = (full: string, half: string): string[] => [
    `từ ${full} trở lên: điểm tối đa`,
    `từ ${half} đến dưới ${full}: 1/2 điểm tối đa`,
    `dưới ${half}: 0 điểm`,
  ]
  switch (one.kind) {
    case 'proportion': {
      const target = `${one.target}`.replace('.', ',')
      return [
        `giá trị = ${one.a} / ${one.b}; khi ${one.b} = 0: không áp dụng`,
        `chỉ tiêu ${target}%; chấm theo tỷ lệ đạt chỉ tiêu`,
      ]
    }
    case 'share':
      return [`giá trị = ${one.a} / ${one.b}; khi ${one.b} = 0: không áp dụng`, ...tiers('80%', '50%')]
    case 'count':
      return [`giá trị = ${one.n}`, ...tiers('24', '12')]
    case 'yearly':
      return [`giá trị = ${one.n}`, ...tiers('48', '24')]
    case 'monthly':
      return [`giá trị = ${one.n} mỗi tháng`, ...tiers('4', '2')]
    case 'flag':
      return [`giá trị = ${one.f}; có: điểm tối đa; không: 0 điểm`]
    case 'items':
      return [`giá trị = ${one.n}; mỗi 2 bài được 0,25 điểm, không quá điểm tối đa`]
  }
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
