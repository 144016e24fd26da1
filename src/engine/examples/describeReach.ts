import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { alignToStep, contains, type Interval, intersect, isEmpty } from '#base/interval.ts'
import { listText } from '#base/listText.ts'
import { ZERO } from '#base/rational.ts'
import { type Divisor, describeInterval, type NumberDomain } from '#language/index.ts'
import type { Leaf, Program } from '../program.ts'
import type { Reach, RuleBranch } from './branches.ts'
import { domainIn, inputDomains } from './valueMaker.ts'

/** For whom a branch is, in words that follow `không ví dụ nào cho tiêu chí 30`: `với giá trị dưới 2 lần/tháng`. */
export function describeReach(branch: RuleBranch): string {
  const { exception, leaf } = branch
  const level = leaf.node.exceptions.find(({ id }) => id === exception?.id)?.level
  const whose = exception ? ` của ${LEVEL_NAMES[level ?? 'village']} "${exception.attribute}"` : ''
  return `${describe(branch)}${whose}`.trimStart()
}

function describe({ leaf, reach, exception }: RuleBranch): string {
  switch (reach.kind) {
    case 'number': {
      const what = reach.part ? `«${reach.part.measure.title.text}»` : 'giá trị'
      const domain = domainIn(leaf, reach.part)
      return `với ${what} ${
        domain
          ? listText(
              rangesIn(reach, domain).map((range) => describeInterval(range, domain)),
              'hoặc',
            )
          : ''
      }`
    }
    case 'flag': {
      const what = reach.part ? `«${reach.part.measure.title.text}»` : 'giá trị'
      return `với ${what} là ${reach.is ? 'có' : 'không'}`
    }
    case 'relative': {
      const rule = exception?.rule ?? leaf.rule
      const best = rule !== 'notApplicable' && rule.kind === 'relative' && rule.to === 'best'
      const figure = best ? 'mức cao nhất trong cụm' : 'bình quân trong cụm'
      if (reach.side === 'below') return `với giá trị dưới ${figure}`
      return best ? `với giá trị bằng ${figure}` : `với giá trị từ ${figure} trở lên`
    }
    case 'exempt':
      return ''
    case 'zero':
      return `khi ${zeroWords(reach.divisor, leaf)}`
    case 'missing':
      return 'khi chưa có số liệu'
  }
}

/** What is zero where there is nothing to divide by: `hộ bằng 0`, `cao nhất trong cụm bằng 0`. */
export function zeroWords(divisor: Divisor['kind'], { value }: Leaf): string {
  if (divisor !== 'measure') return `${divisor === 'best' ? 'cao nhất' : 'bình quân'} trong cụm bằng 0`
  const below = value?.kind === 'quotient' && 'name' in value.denominator ? value.denominator : undefined
  return `${below?.name.text ?? 'mẫu số'} bằng 0`
}

type NumberReach = Extract<Reach, { kind: 'number' }>

/** The ranges as the domain has them: over whole numbers `trên 12` is `từ 13`. */
function rangesIn({ values }: NumberReach, { step }: NumberDomain): readonly Interval[] {
  return values.map((range) => (step ? alignToStep(range, step) : range)).filter((range) => !isEmpty(range))
}

/**
 * Why no entrant can ever come into the branch, where that is certain: the values it takes lie outside what the measure can
 * be. `undefined` where it is possible, or where nothing is known.
 */
export function impossibility({ leaf, reach }: RuleBranch, program: Program): string | undefined {
  if (reach.kind === 'flag' && reach.is === undefined) return OTHERS
  if (reach.kind === 'zero') return neverZero(reach.divisor, leaf, program)
  if (reach.kind !== 'number') return undefined
  const domain = domainIn(leaf, reach.part)
  if (!domain) return undefined
  const bounds = domain.step ? alignToStep(domain.interval, domain.step) : domain.interval
  const ranges = rangesIn(reach, domain)
  if (ranges.some((range) => !isEmpty(intersect(range, bounds)))) return undefined
  return ranges.length === 0 ? OTHERS : `số liệu ${describeInterval(domain.interval, domain)}`
}

/** What is declared so that what is divided by cannot be zero. */
function neverZero(divisor: Divisor['kind'], leaf: Leaf, program: Program): string | undefined {
  const { value } = leaf
  const above = (domain: NumberDomain | undefined, name: string): string | undefined =>
    !domain || contains(domain.interval, ZERO)
      ? undefined
      : `${name} ${describeInterval(domain.interval, domain)}`
  if (divisor !== 'measure') return above(domainIn(leaf, undefined), 'giá trị')
  if (value?.kind !== 'quotient' || !('name' in value.denominator)) return undefined
  const { numerator: top, denominator: below } = value
  const domainOf = inputDomains(leaf, program)
  const isPart = top.partOf?.text === below.name.text
  return (
    above(domainOf(below), `số liệu \`${below.name.text}\``) ??
    (isPart
      ? above(domainOf(top), `số liệu \`${top.name.text}\`, một phần của \`${below.name.text}\`,`)
      : undefined)
  )
}

const OTHERS = 'các dòng khác đã nhận mọi giá trị'
