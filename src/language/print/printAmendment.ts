import { formatDate } from '#base/plainDate.ts'
import type { Amendment, Change } from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { indent } from './indent.ts'
import { printBody, printHead } from './printCriterion.ts'
import { printTexts } from './printHeader.ts'
import { SCOPES } from './printOutcome.ts'
import { printMaximum } from './printPoints.ts'

/** `sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026` and, below it, what changes. */
export function printAmendment({
  version,
  effective,
  citations,
  notes,
  changes,
}: Amendment): readonly string[] {
  const body = [
    ...printTexts('căn cứ', citations),
    ...printTexts('ghi chú', notes),
    ...changes.flatMap(printChange),
  ]
  return [`sửa đổi phiên bản ${version.text} hiệu lực từ ${formatDate(effective)}`, ...indent(body)]
}

/** One change of an amendment: `bãi bỏ tiêu chí 6`, or a line and what is said anew below it. */
export function printChange(change: Change): readonly string[] {
  switch (change.kind) {
    case 'replace': {
      const { scope, code, title, maximum } = change
      const head = [
        `sửa đổi ${SCOPES[scope]} ${code.text}`,
        ...(title ? [quoted(title.text)] : []),
        ...(maximum ? [printMaximum(maximum)] : []),
      ]
      return [head.join(' '), ...indent(printBody(change.body))]
    }
    case 'repeal':
      return [`bãi bỏ ${SCOPES[change.scope]} ${change.code.text}`]
    case 'add': {
      const { into, intoScope, criterion } = change
      const kind = intoScope === 'criterion' ? 'tiêu chí thành phần' : 'tiêu chí'
      const place = into && intoScope ? ` vào ${SCOPES[intoScope]} ${into.text}` : ''
      return [`bổ sung ${kind} ${printHead(criterion)}${place}`, ...indent(printBody(criterion))]
    }
  }
}
