import { didYouMean } from '#base/didYouMean.ts'
import { withRepairs } from '#diagnostic/diagnostic.ts'
import { consolidate, versionDays } from '../../consolidate.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, label } from '../context.ts'
import { append } from '../repairs.ts'
import { namesIn, namesInTests } from './undeclaredName.ts'

/**
 * Warns of a measure that no criterion uses at any time, unless it says that it is only tracked. Looks at the rulebook as
 * written: what one version does not use another may.
 */
export function checkUnusedMeasures(context: CheckContext): void {
  const { rulebook, report } = context
  const versions = versionDays(rulebook).map((day) => consolidate(rulebook, day))
  const criteria = versions.flatMap(criteriaOf)
  // A line that could not be read may have used any of them.
  if (rulebook.incomplete || criteria.some(({ incomplete }) => incomplete)) return
  const used = new Set([...criteria.flatMap(namesIn), ...namesInTests(rulebook)].map(({ text }) => text))
  const declared = rulebook.measures.map(({ name }) => name.text)
  // A name that nobody declares may be one of them, mistyped; that was reported.
  for (const name of used) if (!declared.includes(name)) used.add(didYouMean(name, declared) ?? name)
  for (const { name, type, trackedOnly, span } of rulebook.measures) {
    if (!type || trackedOnly || used.has(name.text)) continue
    report({
      code: 'unused-measure',
      severity: 'warning',
      message: `số liệu \`${name.text}\` được khai báo nhưng không tiêu chí nào dùng`,
      labels: [label(context, name.span, 'số liệu này')],
      help: 'dùng số liệu này trong một tiêu chí, thêm «, chỉ theo dõi», hoặc bỏ dòng khai báo',
      ...withRepairs(append(span, ', chỉ theo dõi')),
    })
  }
}
