import type { Clause } from '../toAst/clause.ts'
import { closesGroup, IN_EXCEPTION } from '../toAst/outline.ts'

/** Where a clause stands on the page. */
export interface Place {
  /** How deep it is indented. */
  readonly level: number
  /** Clauses of one block stand together; a blank line parts blocks. */
  readonly block: string
}

/** What clauses are about: a node, or an exception in it. */
interface Subject extends Place {
  /** Tiers belong to a `cộng theo` line of it. */
  inPart: boolean
}

/**
 * The place of each clause, from their order alone, as the outline (toAst/outline.ts) understands it: what follows
 * `tiêu chí 3` is about criterion 3. For a rulebook that was read without errors.
 */
export function placesOf(clauses: readonly Clause[]): readonly Place[] {
  const rulebook: Subject = { level: -1, block: 'header', inPart: false }
  let open = rulebook
  let exception: Subject | undefined
  let group: Parameters<typeof closesGroup>[1]
  let criterionLevel = 0
  let before: Place | undefined

  const openNode = (level: number, block: string): Place => {
    open = { level, block, inPart: false }
    return open
  }
  const placeOf = (clause: Clause, index: number): Place => {
    if (!IN_EXCEPTION.includes(clause.kind)) exception = undefined
    const subject = exception ?? open
    const below: Place = { level: subject.level + 1, block: subject.block }
    const ofRulebook: Place = { level: before?.block === 'header' ? 1 : 0, block: 'header' }
    switch (clause.kind) {
      case 'title':
        return { level: 0, block: 'header' }
      case 'application':
      case 'factPeriod':
      case 'attribute':
      case 'scale':
      case 'totalRounding':
      case 'criterionRounding':
      case 'notApplicablePolicy':
      case 'leadPolicy':
        return ofRulebook
      case 'measure':
      case 'review':
      case 'example':
        return { level: 0, block: clause.kind }
      case 'knockOut':
      case 'ranking':
        return { level: 0, block: 'ranking' }
      case 'group':
        group = { opening: clause }
        return openNode(0, `node ${index}`)
      case 'criterion':
        if (clause.inserted) return openNode(1, open.block)
        if (clause.within) return openNode(criterionLevel + 1, open.block)
        if (closesGroup(clause, group)) group = undefined
        criterionLevel = group ? 1 : 0
        return openNode(criterionLevel, `node ${index}`)
      case 'classification':
      case 'amendment':
        return openNode(0, `node ${index}`)
      case 'replace':
        return openNode(1, open.block)
      case 'repeal':
        return { level: 1, block: open.block }
      case 'exception':
        exception = { ...below, inPart: false }
        return below
      case 'measurePart':
        subject.inPart = true
        return below
      case 'tier':
      case 'perItem':
        return subject.inPart ? { ...below, level: below.level + 1 } : below
      case 'text':
      case 'missingPolicy':
      case 'acceptance':
        return open === rulebook ? ofRulebook : below
      case 'deadline':
      case 'measuredAt':
      case 'value':
      case 'zeroAnswer':
      case 'target':
      case 'proportion':
      case 'relative':
      case 'flagPart':
      case 'exemption':
      case 'classTier':
      case 'unreadable':
        return below
    }
  }
  return clauses.map((clause, index) => {
    before = placeOf(clause, index)
    return before
  })
}
