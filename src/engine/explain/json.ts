import { formatRounded } from '#base/formatNumber.ts'
import { periodKey } from '#base/period.ts'
import { formatIsoDate } from '#base/plainDate.ts'
import { type Rational, subtract, toExactText, ZERO } from '#base/rational.ts'
import { formatValue, type Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import type { InputTrace, LeafTrace, NodeTrace } from '../trace.ts'
import { explainLeaf } from './leaf.ts'
import { explainNode } from './node.ts'
import { factText, numberText, pointsText } from './words.ts'

/** A number in JSON: exact for machines (`187/2`), rounded text for people (`93,5`). Never a float. */
export interface NumberJson {
  readonly exact: string
  readonly text: string
}

/** A number in both forms. */
export function numberToJson(value: Rational): NumberJson {
  return { exact: toExactText(value), text: pointsText(value) }
}

/** The exact total, and its text as the rulebook rounds it; `null` for an entrant without one. */
export function totalToJson(
  sheet: Pick<ScoreSheet, 'total' | 'roundedTotal'>,
  { totalRounding }: Program,
): NumberJson | null {
  if (!sheet.total || !sheet.roundedTotal) return null
  return { exact: toExactText(sheet.total), text: formatRounded(sheet.roundedTotal, totalRounding.places) }
}

/** The documented JSON form of a trace (docs/json.md). */
export type TraceJson = BranchJson | LeafJson

interface BranchJson {
  readonly kind: 'branch'
  readonly code: string
  readonly title: string
  readonly points: NumberJson
  readonly maximum: NumberJson
  readonly why: string
  readonly children: readonly TraceJson[]
}

interface LeafJson {
  readonly kind: 'leaf'
  readonly code: string
  readonly title: string
  readonly line: number
  readonly citations: readonly string[]
  readonly outcome: LeafTrace['outcome']['kind']
  readonly value: NumberJson | boolean | null
  readonly points: NumberJson
  readonly maximum: NumberJson
  readonly lost: NumberJson
  readonly why: string
  readonly next: string | null
  readonly inputs: readonly InputJson[]
}

interface InputJson {
  readonly measure: string
  readonly title: string
  readonly outcome: InputTrace['outcome']['kind']
  /** A level is a number with its name as text; a day is `2026-11-30`. */
  readonly value: NumberJson | boolean | string | null
  readonly facts: readonly {
    readonly entrant: string
    readonly period: string
    readonly value: string
    readonly source: string
  }[]
}

/** The trace as JSON; `lineOf` tells on which line of the rulebook a node stands. */
export function traceToJson(trace: NodeTrace, lineOf: (offset: number) => number): TraceJson {
  const { node } = trace
  const common = {
    code: node.code,
    title: node.title,
    points: numberToJson(trace.points),
    maximum: numberToJson(node.maximum),
  }
  if (trace.kind === 'branch') {
    const children = trace.children.map((child) => traceToJson(child, lineOf))
    return { kind: 'branch', ...common, why: explainNode(trace), children }
  }
  const { why, next } = explainLeaf(trace)
  return {
    kind: 'leaf',
    ...common,
    line: lineOf(node.node.span.start),
    citations: trace.node.node.citations.map(({ text }) => text),
    outcome: trace.outcome.kind,
    value: valueToJson(trace),
    lost: numberToJson(node.role !== 'scale' ? ZERO : subtract(trace.applicableMaximum, trace.points)),
    why,
    next: next ?? null,
    inputs: trace.inputs.map(inputToJson),
  }
}

function valueToJson({ value }: LeafTrace): NumberJson | boolean | null {
  if (!value) return null
  if (value.kind === 'flag') return value.is
  return { exact: toExactText(value.value), text: formatValue(value.value, value.domain.notation) }
}

function inputToJson({ measure, outcome, facts }: InputTrace): InputJson {
  const value = outcome.kind === 'value' ? outcome.value : undefined
  return {
    measure: measure.name.text,
    title: measure.title.text,
    outcome: outcome.kind,
    value: value ? inputValueToJson(value, measure) : null,
    facts: facts.map((fact) => factToJson(fact, measure)),
  }
}

function factToJson(fact: Fact, measure: Measure): InputJson['facts'][number] {
  const { entrant, period, source } = fact
  return { entrant, period: periodKey(period), value: factText(fact, measure), source }
}

function inputValueToJson(
  value: Extract<InputTrace['outcome'], { kind: 'value' }>['value'],
  measure: Measure,
): NonNullable<InputJson['value']> {
  switch (value.kind) {
    case 'flag':
      return value.is
    case 'date':
      return formatIsoDate(value.date)
    case 'number':
      return { exact: toExactText(value.value), text: numberText(value.value, measure) }
  }
}
