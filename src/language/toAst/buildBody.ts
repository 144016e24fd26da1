import type { CriterionBody, Exception, Part, Rule, Tier } from '../ast.ts'
import { type Body, openBody } from './body.ts'
import type { Builder } from './build.ts'
import type { Clause, ExceptionClause } from './clause.ts'
import { IN_EXCEPTION, type Section } from './outline.ts'

const IN_CRITERION = {
  kinds: [
    'deadline',
    'measuredAt',
    'value',
    'zeroAnswer',
    'missingPolicy',
    'target',
    'proportion',
    'relative',
    'perItem',
    'tier',
    'flagPart',
    'measurePart',
    'acceptance',
  ],
  roles: ['citation', 'note', 'quote', 'guidance', 'lead', 'support', 'source'],
} as const

/** What is said of a criterion, from the clauses below its line. */
export function buildBody(
  clauses: readonly Clause[],
  exceptions: readonly Section<ExceptionClause>[],
  builder: Builder,
): { readonly body: CriterionBody; readonly incomplete: boolean } {
  const body = openBody(clauses, IN_CRITERION, builder.source, builder.report)
  const built = exceptions.map((section) => buildException(section, builder))
  return {
    body: {
      leads: body.texts('lead'),
      supports: body.texts('support'),
      sources: body.texts('source'),
      citations: body.texts('citation'),
      notes: body.texts('note'),
      quotes: body.texts('quote'),
      guidance: body.texts('guidance'),
      acceptances: body.all('acceptance'),
      deadline: body.one('deadline'),
      level: body.one('measuredAt')?.measuredAt,
      value: body.one('value'),
      zeroAnswers: body.distinct('zeroAnswer', ({ divisor }) =>
        divisor.kind === 'measure' ? `measure ${divisor.name.text}` : divisor.kind,
      ),
      missingPolicy: body.one('missingPolicy'),
      target: body.one('target'),
      rule: buildRule(clauses, body, builder),
      exceptions: built.map(({ exception }) => exception),
    },
    incomplete: body.incomplete || built.some(({ incomplete }) => incomplete),
  }
}

function buildException(
  { opening, body: clauses }: Section<ExceptionClause>,
  builder: Builder,
): { readonly exception: Exception; readonly incomplete: boolean } {
  const body = openBody(clauses, { kinds: IN_EXCEPTION, roles: [] }, builder.source, builder.report)
  return {
    exception: {
      ...opening,
      notApplicable: body.one('exemption')?.span,
      target: body.one('target'),
      rule: buildRule(clauses, body, builder),
    },
    incomplete: body.incomplete,
  }
}

/** How the criterion gives points; only one way may be said. */
function buildRule(clauses: readonly Clause[], body: Body, { source, report }: Builder): Rule | undefined {
  const { tiers, parts, perItems } = gather(clauses)
  const whole = [body.one('proportion'), body.one('relative'), ...perItems]
  const [firstTier] = tiers
  const [firstPart] = parts
  const ways = [...whole, firstTier, firstPart].filter((way) => way !== undefined)
  const [first, second] = ways.toSorted((left, right) => left.span.start - right.span.start)
  if (first && second) {
    report({
      code: 'repeated-clause',
      severity: 'error',
      message: 'tiêu chí này có hai cách chấm',
      labels: [
        { source, span: second.span, text: 'cách thứ hai bắt đầu ở đây' },
        { source, span: first.span, text: 'cách thứ nhất' },
      ],
      help: 'giữ một cách: theo tỷ lệ đạt chỉ tiêu, theo các mức, theo từng đơn vị tính («mỗi …»), hoặc cộng từng phần',
    })
  }
  const one = whole.find((way) => way !== undefined)
  if (one) return one
  if (firstPart) return { kind: 'parts', parts }
  return firstTier && { kind: 'tiers', tiers }
}

type PerItemClause = Extract<Clause, { kind: 'perItem' }>

/** Tiers and `mỗi …` below `cộng theo` belong to that part, others to the criterion. */
function gather(clauses: readonly Clause[]): {
  readonly tiers: readonly Tier[]
  readonly parts: readonly Part[]
  readonly perItems: readonly PerItemClause[]
} {
  const tiers: Tier[] = []
  const parts: Part[] = []
  const perItems: PerItemClause[] = []
  let open = tiers
  for (const clause of clauses) {
    switch (clause.kind) {
      case 'tier':
        open.push(clause)
        break
      case 'perItem': {
        const part = open === tiers ? undefined : parts.at(-1)
        if (part?.kind === 'measurePart' && !part.perItem && part.tiers.length === 0)
          parts[parts.length - 1] = { ...part, perItem: clause }
        else perItems.push(clause)
        break
      }
      case 'flagPart':
        parts.push(clause)
        open = tiers
        break
      case 'measurePart':
        open = []
        parts.push({ ...clause, tiers: open, perItem: undefined })
        break
    }
  }
  return { tiers, parts, perItems }
}
