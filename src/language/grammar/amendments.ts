import { DateText, keyword, NumberText, Text } from '../tokens.ts'
import { ExampleGrammar } from './examples.ts'
import type { Rule } from './phrases.ts'

/** What amends an earlier version. */
export class AmendmentGrammar extends ExampleGrammar {
  /** `sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026` */
  protected readonly amendmentClause: Rule = this.RULE('amendmentClause', () => {
    this.CONSUME(keyword.Amend)
    this.CONSUME(keyword.Version)
    this.CONSUME(NumberText)
    this.CONSUME(keyword.EffectiveFrom)
    this.CONSUME(DateText)
  })

  /** `sửa đổi tiêu chí 5`, with a new title or maximum where they change */
  protected readonly replaceClause: Rule = this.RULE('replaceClause', () => {
    this.CONSUME(keyword.Amend)
    this.SUBRULE(this.scope)
    this.SUBRULE(this.code)
    this.OPTION1(() => this.CONSUME(Text))
    this.OPTION2(() => this.SUBRULE(this.maximum))
  })

  /** `bãi bỏ tiêu chí 6` */
  protected readonly repealClause: Rule = this.RULE('repealClause', () => {
    this.CONSUME(keyword.Repeal)
    this.SUBRULE(this.scope)
    this.SUBRULE(this.code)
  })

  /** `bổ sung tiêu chí 7 "…" tối đa 5 điểm vào nhóm II` */
  protected readonly insertClause: Rule = this.RULE('insertClause', () => {
    this.CONSUME(keyword.Insert)
    this.OR([
      { ALT: () => this.CONSUME(keyword.Criterion) },
      { ALT: () => this.CONSUME(keyword.SubCriterion) },
    ])
    this.SUBRULE(this.criterionHead)
    this.OPTION(() => {
      this.CONSUME(keyword.Into)
      this.SUBRULE(this.scope)
      this.SUBRULE(this.code)
    })
  })
}
