import { didYouMean } from '#base/didYouMean.ts'
import { comparePeriods, formatPeriod, lastDay, nextPeriod, type Period, periodKey } from '#base/period.ts'
import { compareDates, formatDate } from '#base/plainDate.ts'
import { add, equals, ZERO } from '#base/rational.ts'
import {
  type Diagnostic,
  failure,
  type Label,
  MOST_DIAGNOSTICS,
  type Result,
} from '#diagnostic/diagnostic.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Fact, FactValue } from '#records/fact.ts'
import type { Scenario, ScenarioChange } from '#records/scenario.ts'
import type { Outlook } from './projection.ts'
import { supposedFact } from './supposedFact.ts'

/** Whether what is behind us may be supposed otherwise: to see what a correction would change. */
export type Past = 'stays' | 'mayChange'

/**
 * The dossier as it would be if the scenario held, all of it or none. Changes speak of periods up to the horizon, of each at
 * most once; what is added to is the fact that is there, projected ones too. Whether the values fit the rulebook is for
 * whoever binds them: each keeps the place of its change.
 */
export function applyScenario(
  { program, dossier, asOf, horizon }: Outlook,
  scenario: Scenario,
  past: Past,
): Result<Dossier> {
  const diagnostics: Diagnostic[] = []
  const facts = new Map(dossier.facts.map((fact) => [keyOf(fact.entrant, fact.measure, fact.period), fact]))
  const touched = new Map<string, ScenarioChange>()
  const entrants = new Set(dossier.entrants.map(({ id }) => id))
  for (const change of scenario) {
    if (diagnostics.length >= MOST_DIAGNOSTICS) break
    const measure = program.measures.get(change.measure)
    if (!entrants.has(change.entrant)) {
      diagnostics.push(
        unknown(
          'unknown-entrant',
          'không có đối tượng',
          change.entrant,
          change.label('cột entrant', 'entrant'),
          entrants,
        ),
      )
      continue
    }
    if (!measure) {
      diagnostics.push(
        unknown(
          'unknown-measure',
          'bộ tiêu chí không có số liệu',
          change.measure,
          change.label('cột measure', 'measure'),
          program.measures.keys(),
        ),
      )
      continue
    }
    if (change.from.frequency !== change.until.frequency || comparePeriods(change.from, change.until) > 0) {
      diagnostics.push(
        fault(
          change,
          'from',
          `${formatPeriod(change.from)} không đứng trước ${formatPeriod(change.until)}`,
          'ghi kỳ đầu và kỳ cuối cùng loại (cùng là tháng, quý hay năm), kỳ đầu trước',
        ),
      )
      continue
    }
    for (const period of periodsBetween(change.from, change.until)) {
      const outside = outsideOf(change, period)
      if (outside) {
        diagnostics.push(outside)
        break
      }
      const key = keyOf(change.entrant, change.measure, period)
      const before = touched.get(key)
      if (before) {
        diagnostics.push(contradiction(change, before, period))
        break
      }
      touched.set(key, change)
      const fact = facts.get(key)
      const changed = changedFact(change, period, fact, measure.absentPeriod === 'zero')
      if (changed.kind === 'fault') {
        diagnostics.push(changed.diagnostic)
        break
      }
      // What is supposed as it is changes nothing, not even where a fact comes from.
      if (fact && changed.fact && isSameValue(fact.value, changed.fact.value)) continue
      if (changed.fact) facts.set(key, changed.fact)
      else facts.delete(key)
    }
  }
  if (diagnostics.length > 0) return failure(diagnostics)
  return { ok: true, value: { ...dossier, facts: [...facts.values()] }, diagnostics: [] }

  function outsideOf(change: ScenarioChange, period: Period): Diagnostic | undefined {
    if (past === 'stays' && compareDates(lastDay(period), asOf) <= 0) {
      const message = `${formatPeriod(period)} đã qua, số liệu đã có đến ngày ${formatDate(asOf)}`
      return fault(
        change,
        'from',
        message,
        'chỉ giả định cho các kỳ chưa đến; muốn thử sửa số liệu cũ thì thêm --past',
      )
    }
    if (compareDates(lastDay(period), horizon) <= 0) return undefined
    const message = `${formatPeriod(period)} kết thúc sau ngày được chấm, ${formatDate(horizon)}`
    return fault(change, 'until', message, 'kịch bản chỉ tính các kỳ kết thúc trước ngày ấy')
  }
}

type ChangedFact =
  /** Without a fact where there is none any more. */
  | { readonly kind: 'fact'; readonly fact: Fact | undefined }
  | { readonly kind: 'fault'; readonly diagnostic: Diagnostic }

function changedFact(
  change: ScenarioChange,
  period: Period,
  fact: Fact | undefined,
  absentIsZero: boolean,
): ChangedFact {
  const { effect, entrant, measure, label } = change
  const made = (value: FactValue, written: string): ChangedFact => ({
    kind: 'fact',
    fact: supposedFact({ entrant, measure, period }, value, written, (text, column) =>
      asColumnOf(label, text, column),
    ),
  })
  switch (effect.kind) {
    case 'remove':
      return { kind: 'fact', fact: undefined }
    case 'set':
      return made(effect.value, effect.written)
    case 'add': {
      const value =
        fact?.value ?? (absentIsZero ? { kind: 'number' as const, value: ZERO, percent: false } : undefined)
      if (value?.kind === 'number')
        return made({ kind: 'number', value: add(value.value, effect.amount), percent: value.percent }, '')
      const what = value === undefined ? 'chưa có số liệu' : 'số liệu không phải là số'
      const message = `${what} ${formatPeriod(period)} của \`${entrant}\` để thêm bớt`
      return {
        kind: 'fault',
        diagnostic: fault(change, 'change', message, 'ghi thẳng giá trị giả định, ví dụ 6 hay có'),
      }
    }
  }
}

/** A supposed fact has its value in another column than a fact of a file, and its period too. */
function asColumnOf(label: ScenarioChange['label'], text: string, column: string | undefined): Label {
  const own = column === 'value' ? 'change' : column === 'period' ? 'from' : column
  return label(text === `cột ${column}` ? `cột ${own}` : text, own)
}

function isSameValue(one: FactValue, other: FactValue): boolean {
  if (one.kind === 'number') return other.kind === 'number' && equals(one.value, other.value)
  if (one.kind === 'flag') return other.kind === 'flag' && one.is === other.is
  if (one.kind === 'date') return other.kind === 'date' && compareDates(one.date, other.date) === 0
  if (one.kind === 'words') return other.kind === 'words' && one.text === other.text
  return other.kind === 'notApplicable'
}

function* periodsBetween(from: Period, until: Period): Generator<Period> {
  for (let period = from; comparePeriods(period, until) <= 0; period = nextPeriod(period)) yield period
}

function keyOf(entrant: string, measure: string, period: Period): string {
  return `${entrant}\n${measure}\n${periodKey(period)}`
}

function fault(change: ScenarioChange, column: string, message: string, help: string): Diagnostic {
  return {
    code: 'period-mismatch',
    severity: 'error',
    message,
    labels: [change.label(`cột ${column}`, column)],
    help,
  }
}

function unknown(
  code: 'unknown-entrant' | 'unknown-measure',
  what: string,
  name: string,
  label: ReturnType<ScenarioChange['label']>,
  known: Iterable<string>,
): Diagnostic {
  const near = didYouMean(name, known)
  const help = near ? `ý bạn là \`${near}\`?` : 'sửa lại theo danh sách'
  return { code, severity: 'error', message: `${what} \`${name}\``, labels: [label], help }
}

function contradiction(change: ScenarioChange, before: ScenarioChange, period: Period): Diagnostic {
  return {
    code: 'duplicate-row',
    severity: 'error',
    message: `\`${change.measure}\` của \`${change.entrant}\`, ${formatPeriod(period)}, có hai giả định`,
    labels: [change.label('dòng sau'), before.label('dòng trước')],
    help: 'giữ lại một dòng',
  }
}
