import { listText } from '#base/listText.ts'
import type { Criterion, Group } from '../../ast.ts'
import { isLeaf } from '../../visit.ts'
import { type CheckContext, reportWarning } from '../context.ts'

/**
 * Warns of a criterion that several units lead, or none: nobody answers for it. In a rulebook that names no leading unit at
 * all, none is missed; what is said of a criterion holds for its sub-criteria.
 */
export function checkLeads(context: CheckContext): void {
  const named = context.rulebook.children.some(namesLead)
  if (named) for (const child of context.rulebook.children) visit(context, child, false)
}

function namesLead(node: Group | Criterion): boolean {
  return (node.kind === 'criterion' && node.leads.length > 0) || node.children.some(namesLead)
}

function visit(context: CheckContext, node: Group | Criterion, ledAbove: boolean): void {
  const led = ledAbove || (node.kind === 'criterion' && node.leads.length > 0)
  if (node.kind === 'criterion' && !node.incomplete) {
    const { code, leads } = node
    const [first, second] = leads
    if (first && second) {
      reportWarning(
        context,
        'several-leads',
        `tiêu chí ${code.text} có ${leads.length} đơn vị cùng chủ trì: ${listText(leads.map(({ text }) => `«${text}»`))}`,
        [
          [second.span, 'đơn vị này'],
          [first.span, 'và đơn vị này'],
        ],
        'giữ một dòng «chủ trì», ghi các đơn vị khác bằng «phối hợp»; nếu kế hoạch ghi đúng như vậy thì chấp nhận cảnh báo này và nêu lý do',
      )
    }
    // Nobody leads what is taken off, or what is counted at the units themselves.
    const concerns = node.maximum?.role !== 'penalty' && context.symbols.levels.get(node.id) !== 'unit'
    if (!led && concerns && isLeaf(node)) {
      reportWarning(
        context,
        'no-lead',
        `tiêu chí ${code.text} chưa có đơn vị chủ trì`,
        [[code.span, 'tiêu chí này']],
        'thêm dòng: chủ trì "Tên đơn vị"; nếu kế hoạch không giao cho ai thì chấp nhận cảnh báo này và nêu lý do',
      )
    }
  }
  for (const child of node.children) visit(context, child, led)
}
