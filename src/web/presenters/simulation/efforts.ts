import { positionAt } from '#diagnostic/source.ts'
import type { Measure } from '#language/index.ts'
import { type Effort, readEfforts } from '#records/effort.ts'
import { effortSource } from '#simulate/index.ts'
import type { AskedOf } from './answers.ts'
import { effortFieldName, type Question } from './question.ts'

/** The effort of a unit of a measure, to be typed. */
export interface EffortView {
  readonly name: string
  readonly title: string
  /** `mỗi hộ`. */
  readonly per: string
  readonly typed: string
}

/** What was typed for efforts: nothing, a table, or what is wrong with it. */
export type TypedEfforts =
  | { readonly kind: 'usual' }
  | { readonly kind: 'own'; readonly efforts: readonly Effort[] }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

/** As it is to be planned with: what nothing was typed for takes one a unit. */
export function effortsOf({ efforts }: Question, { movable }: AskedOf): TypedEfforts {
  const known = movable.filter(({ name }) => efforts.has(name.text))
  if (known.length === 0) return { kind: 'usual' }
  const { source, lines } = effortSource(movable, efforts)
  const read = readEfforts(source)
  if (read.ok) return { kind: 'own', efforts: read.value }
  const faults = read.diagnostics.map(({ labels: [label], message, help }) => {
    const measure = label && lines[positionAt(source, label.span.start).line - 2]
    const typed = measure && efforts.get(measure.name.text)
    return measure
      ? `Công sức của «${measure.title.text}»: không đọc được «${typed}»; ${help}.`
      : `${message}.`
  })
  return { kind: 'faults', faults }
}

/** By which efforts something is said to take least. */
export function effortsText({ kind }: TypedEfforts): string {
  return kind === 'own'
    ? 'Công sức tính như đã ghi; việc để trống là một.'
    : 'Mỗi người, mỗi hộ, mỗi lần thêm được tính là một công sức.'
}

export function presentEffort(measure: Measure, { efforts }: Question): EffortView {
  const name = measure.name.text
  return {
    name: effortFieldName(name),
    title: measure.title.text,
    per: perText(measure),
    typed: efforts.get(name) ?? '',
  }
}

function perText({ type }: Measure): string {
  switch (type?.kind) {
    case 'count':
    case 'money':
      return `mỗi ${type.unit}`
    case 'ratio':
      return 'mỗi điểm phần trăm'
    case 'levels':
      return 'mỗi bậc'
    case 'flag':
    case 'date':
      return 'cả việc'
    case 'index':
    case 'score':
    case undefined:
      return 'mỗi đơn vị'
  }
}
