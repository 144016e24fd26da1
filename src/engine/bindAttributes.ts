import { didYouMean } from '#base/didYouMean.ts'
import { listText } from '#base/listText.ts'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Entrant } from '#records/entrant.ts'
import { leavesOf, type Program } from './program.ts'

/**
 * Holds the attributes of the entrants against the rulebook: one that it does not declare would silently count for
 * nothing, and two that a criterion treats differently would leave open which treatment holds.
 */
export function checkAttributes(program: Program, entrants: readonly Entrant[]): readonly Diagnostic[] {
  return entrants.flatMap((entrant) => [...undeclared(program, entrant), ...conflicts(program, entrant)])
}

function undeclared({ attributes }: Program, { id, attributes: own }: Entrant): Diagnostic[] {
  // A rulebook that goes by no attribute has nothing to say of them.
  if (attributes.length === 0) return []
  return own
    .filter((attribute) => !attributes.includes(attribute))
    .map((attribute) => {
      const near = didYouMean(attribute, attributes)
      return {
        code: 'unknown-attribute',
        severity: 'error',
        message: `đối tượng \`${id}\` có đặc điểm «${attribute}» mà bộ tiêu chí không khai báo`,
        labels: [],
        help: near
          ? `ý bạn là «${near}»? Sửa cột attributes trong entrants.csv`
          : 'sửa cột attributes trong entrants.csv, hoặc thêm đặc điểm này vào dòng «đặc điểm» của bộ tiêu chí',
      }
    })
}

function conflicts({ nodes, rulebook }: Program, { id, level, attributes }: Entrant): Diagnostic[] {
  return leavesOf(nodes).flatMap(({ code, node }): Diagnostic[] => {
    const held = node.exceptions.filter(
      (one) => one.level === level && attributes.includes(one.attribute.text),
    )
    if (held.length < 2) return []
    const names = listText(held.map(({ attribute }) => `«${attribute.text}»`))
    return [
      {
        code: 'exception-conflict',
        severity: 'error',
        message: `\`${id}\` có cả đặc điểm ${names}, mà tiêu chí ${code} có quy định riêng cho từng đặc điểm`,
        labels: held.map(({ span }) => ({ source: rulebook.source, span, text: 'quy định riêng này' })),
        help: 'bỏ một đặc điểm của đối tượng, hoặc khai báo một đặc điểm chung cho trường hợp này',
      },
    ]
  })
}
