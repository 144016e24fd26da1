import { contains } from '#base/interval.ts'
import { isZero, ZERO } from '#base/rational.ts'
import { domainOfMeasure, isAmount } from '../../domain.ts'
import { measureNamed } from '../../symbols.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/**
 * Reports every ratio whose lower measure can be zero while the rulebook does not say what that means.
 * A measure declared `từ 1` needs no answer.
 */
export function checkZeroDenominators(context: CheckContext): void {
  for (const { value, zeroAnswer, incomplete } of criteriaOf(context.rulebook)) {
    const denominator = value?.denominator
    if (zeroAnswer && value && (!denominator || isAmount(denominator))) {
      reportError(
        context,
        'zero-denominator',
        'dòng này nói về mẫu số, nhưng giá trị của tiêu chí không chia cho số liệu nào',
        [
          [zeroAnswer.span, 'dòng này không dùng đến'],
          [value.span, 'giá trị của tiêu chí'],
        ],
        'bỏ dòng này, hoặc viết «giá trị = tử_số / mẫu_số»',
      )
    }
    if (!denominator) continue
    if (isAmount(denominator)) {
      if (isZero(denominator.value)) {
        reportError(context, 'zero-denominator', 'mẫu số bằng 0', [
          [denominator.span, 'không chia được cho 0'],
        ])
      }
      continue
    }
    if (zeroAnswer && zeroAnswer.measure.text !== denominator.text) {
      reportError(
        context,
        'zero-denominator',
        `\`${zeroAnswer.measure.text}\` không phải mẫu số của tiêu chí này`,
        [
          [zeroAnswer.measure.span, 'tên này'],
          [denominator.span, 'mẫu số là số liệu này'],
        ],
        `viết: khi ${denominator.text} = 0: không áp dụng`,
      )
      continue
    }
    if (zeroAnswer || incomplete) continue
    const measure = measureNamed(context.symbols, denominator)
    const domain = measure && domainOfMeasure(measure)
    if (!measure || domain?.kind !== 'number' || !contains(domain.interval, ZERO)) continue
    reportError(
      context,
      'zero-denominator',
      `chưa nói rõ khi \`${denominator.text}\` bằng 0 thì chấm thế nào`,
      [
        [denominator.span, 'mẫu số này có thể bằng 0'],
        [measure.span, 'khai báo cho phép giá trị 0'],
      ],
      `thêm dòng «khi ${denominator.text} = 0: không áp dụng», hoặc khai báo số liệu này «từ 1»`,
    )
  }
}
