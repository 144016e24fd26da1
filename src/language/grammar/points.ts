import { Colon, keyword, Name } from '../tokens.ts'
import { CriterionGrammar } from './criteria.ts'
import type { Rule } from './phrases.ts'

/** The clauses that give points: tiers, parts, proportion to the target. */
export class PointsGrammar extends CriterionGrammar {
  /** `chấm theo tỷ lệ đạt chỉ tiêu` */
  protected readonly proportionClause: Rule = this.RULE('proportionClause', () => {
    this.CONSUME(keyword.Proportional)
  })

  /** `từ 12 đến 23: 1/4 điểm tối đa` */
  protected readonly tierClause: Rule = this.RULE('tierClause', () => {
    this.SUBRULE(this.condition)
    this.CONSUME(Colon)
    this.SUBRULE(this.award)
  })

  protected readonly condition: Rule = this.RULE('condition', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.fromRange) },
      { ALT: () => this.SUBRULE(this.aboveRange) },
      { ALT: () => this.SUBRULE(this.oneBound) },
      { ALT: () => this.CONSUME(keyword.TargetReached) },
      { ALT: () => this.CONSUME(keyword.Yes) },
      { ALT: () => this.CONSUME(keyword.No) },
      { ALT: () => this.CONSUME(keyword.Rest) },
    ])
  })

  /** `24`, `80%`, `24 bài` */
  protected readonly bound: Rule = this.RULE('bound', () => {
    this.SUBRULE(this.amount)
    this.OPTION(() => this.SUBRULE(this.unitOfMeasure))
  })

  /** `từ 24 trở lên`, `từ 12 đến 23`, `từ 12 đến dưới 24` */
  protected readonly fromRange: Rule = this.RULE('fromRange', () => {
    this.CONSUME(keyword.From)
    this.SUBRULE1(this.bound)
    this.OR([
      { ALT: () => this.CONSUME(keyword.OrMore) },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(keyword.To) }, { ALT: () => this.CONSUME(keyword.ToBelow) }])
          this.SUBRULE2(this.bound)
        },
      },
    ])
  })

  /** `trên 80`, `trên 50 đến 80`, `trên 50 đến dưới 80` */
  protected readonly aboveRange: Rule = this.RULE('aboveRange', () => {
    this.CONSUME(keyword.Above)
    this.SUBRULE1(this.bound)
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(keyword.To) }, { ALT: () => this.CONSUME(keyword.ToBelow) }])
      this.SUBRULE2(this.bound)
    })
  })

  /** `dưới 12`, `không quá 3`, `ít nhất 4`, `bằng 1` */
  protected readonly oneBound: Rule = this.RULE('oneBound', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.Below) },
      { ALT: () => this.CONSUME(keyword.NotAbove) },
      { ALT: () => this.CONSUME(keyword.AtLeast) },
      { ALT: () => this.CONSUME(keyword.EqualTo) },
    ])
    this.SUBRULE(this.bound)
  })

  /** `cộng 1/2 điểm tối đa khi có_chuyên_mục` */
  protected readonly flagPartClause: Rule = this.RULE('flagPartClause', () => {
    this.CONSUME(keyword.Add)
    this.SUBRULE(this.award)
    this.CONSUME(keyword.When)
    this.CONSUME(Name)
  })

  /** `cộng theo tin_bài` */
  protected readonly tierPartClause: Rule = this.RULE('tierPartClause', () => {
    this.CONSUME(keyword.AddBy)
    this.CONSUME(Name)
  })
}
