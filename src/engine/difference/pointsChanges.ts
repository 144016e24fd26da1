import type { Cut } from '#base/interval.ts'
import { equals, ONE, type Rational, ZERO } from '#base/rational.ts'
import type {
  CohortFigure,
  FlagRegions,
  NumberRegions,
  Regions,
  RelativeRegions,
  Role,
} from '#language/index.ts'
import type { GivenPoints, PointsChange, Where } from './difference.ts'
import { differingRegions, type RegionSide } from './pointsRegions.ts'

/** What is told with the points. */
export interface Telling {
  readonly role: Role
  readonly where: Where
  /** The two rules in words, for points that differ from value to value. */
  readonly oldText: string
  readonly newText: string
}

/**
 * The values whose points differ; `undefined` where the two cannot be held against each other value by value. Criteria of
 * parts are compared part by part.
 */
export function pointsChanges(
  old: Regions | undefined,
  now: Regions | undefined,
  telling: Telling,
): readonly PointsChange[] | undefined {
  if (!old || !now) return undefined
  if (old.kind === 'number' && now.kind === 'number') return byNumber(old, now, telling, undefined)
  if (old.kind === 'flag' && now.kind === 'flag') return byFlag(old, now, telling)
  if (old.kind === 'relative' && now.kind === 'relative' && old.source.to === now.source.to) {
    return byNumber(byFigure(old), byFigure(now), telling, now.source.to)
  }
  return undefined
}

function byNumber(
  old: NumberRegions,
  now: NumberRegions,
  { role, where, oldText, newText }: Telling,
  figure: CohortFigure | undefined,
): readonly PointsChange[] {
  const { domain, regions } = differingRegions(old, now)
  return regions.map((region) => ({
    kind: 'points',
    where,
    role,
    values: { kind: 'range', interval: region.interval, domain, figure },
    old: given(region.old, oldText),
    new: given(region.new, newText),
    example: region.example,
  }))
}

function given(side: RegionSide, text: string): GivenPoints {
  return side.kind === 'varying' ? { kind: 'formula', text } : side
}

/** `không` and `có`, in that order. */
function byFlag(old: FlagRegions, now: FlagRegions, { role, where }: Telling): readonly PointsChange[] {
  return now.regions.flatMap(({ is, points }): PointsChange[] => {
    const earlier = old.regions.find((region) => region.is === is)?.points
    if (!earlier || equals(earlier, points)) return []
    return [
      {
        kind: 'points',
        where,
        role,
        values: { kind: 'flag', is },
        old: { kind: 'points', points: earlier },
        new: { kind: 'points', points },
        example: { value: is, old: earlier, new: points },
      },
    ]
  })
}

/** Points relative to a figure of the cluster, by the share of that figure; nobody has more than the best. */
function byFigure({ domain, maximum, source }: RelativeRegions): NumberRegions {
  const [none, whole] = [cut(ZERO, false), cut(ONE, false)]
  const end = source.to === 'best' ? cut(ONE, true) : undefined
  const proportion = { kind: 'proportion', id: source.id, span: source.span, floor: undefined } as const
  return {
    kind: 'number',
    domain: {
      ...domain,
      step: undefined,
      interval: { low: none, high: end },
      notation: { kind: 'percent' },
    },
    regions: [
      {
        interval: { low: none, high: whole },
        points: { kind: 'linear', slope: maximum, offset: ZERO },
        source: proportion,
      },
      {
        interval: { low: whole, high: end },
        points: { kind: 'constant', points: maximum },
        source: proportion,
      },
    ],
  }
}

function cut(at: Rational, after: boolean): Cut {
  return { at, after }
}
