import { criteriaOf } from '../../visit.ts'
import { type CheckContext, label } from '../context.ts'
import { namesIn, namesInTests } from './undeclaredName.ts'

/** Warns of a measure that no criterion uses, unless it says that it is only tracked. */
export function checkUnusedMeasures(context: CheckContext): void {
  const { rulebook, report } = context
  const criteria = criteriaOf(rulebook)
  // A line that could not be read may have used any of them.
  if (rulebook.incomplete || criteria.some(({ incomplete }) => incomplete)) return
  const used = new Set([...criteria.flatMap(namesIn), ...namesInTests(rulebook)].map(({ text }) => text))
  for (const { name, type, trackedOnly } of rulebook.measures) {
    if (!type || trackedOnly || used.has(name.text)) continue
    report({
      code: 'unused-measure',
      severity: 'warning',
      message: `số liệu \`${name.text}\` được khai báo nhưng không tiêu chí nào dùng`,
      labels: [label(context, name.span, 'số liệu này')],
      help: 'dùng số liệu này trong một tiêu chí, thêm «, chỉ theo dõi», hoặc bỏ dòng khai báo',
    })
  }
}
