import { Colon, Comma, keyword, Name, Text } from '../tokens.ts'
import { CriterionGrammar } from './criteria.ts'
import type { Rule } from './phrases.ts'

/** The clauses that give points: tiers, proportion to the target, per item, parts. */
export class PointsGrammar extends CriterionGrammar {
  /** `chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm` */
  protected readonly proportionClause: Rule = this.RULE('proportionClause', () => {
    this.CONSUME(keyword.Proportional)
    this.OPTION(() => {
      this.CONSUME(Comma)
      this.CONSUME(keyword.Below)
      this.SUBRULE1(this.amount)
      this.CONSUME(keyword.Target)
      this.CONSUME(keyword.SoThat)
      this.SUBRULE2(this.amount)
      this.CONSUME(keyword.Points)
    })
  })

  /** `chấm theo tỷ lệ so với cao nhất trong cụm` */
  protected readonly relativeClause: Rule = this.RULE('relativeClause', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.RelativeToBest) },
      { ALT: () => this.CONSUME(keyword.RelativeToAverage) },
    ])
  })

  /** `mỗi 2 bài được 0,5 điểm, không quá 3 điểm`, `mỗi đơn lệch so với chỉ tiêu trừ 2 điểm` */
  protected readonly perItemClause: Rule = this.RULE('perItemClause', () => {
    this.OR1([
      { ALT: () => this.SUBRULE(this.each) },
      {
        ALT: () => {
          this.CONSUME(keyword.Each)
          this.SUBRULE(this.item)
        },
      },
    ])
    this.OPTION1(() =>
      this.OR2([
        { ALT: () => this.CONSUME(keyword.BelowTargetBy) },
        { ALT: () => this.CONSUME(keyword.OffTargetBy) },
        { ALT: () => this.CONSUME(keyword.AboveTarget) },
      ]),
    )
    this.OR3([{ ALT: () => this.CONSUME(keyword.Gets) }, { ALT: () => this.CONSUME(keyword.Deduct) }])
    this.SUBRULE1(this.plainAward)
    this.OPTION2(() => {
      this.CONSUME(Comma)
      this.CONSUME(keyword.NotAbove)
      this.SUBRULE2(this.plainAward)
    })
  })

  /** `bài`, `2 bài`, `10%` */
  protected readonly item: Rule = this.RULE('item', () => {
    this.OR([
      { ALT: () => this.SUBRULE1(this.unitOfMeasure) },
      {
        ALT: () => {
          this.SUBRULE(this.amount)
          this.OPTION(() => this.SUBRULE2(this.unitOfMeasure))
        },
      },
    ])
  })

  /** `từ 12 đến 23: 1/4 điểm tối đa` */
  protected readonly tierClause: Rule = this.RULE('tierClause', () => {
    this.SUBRULE(this.condition)
    this.CONSUME(Colon)
    this.SUBRULE(this.award)
  })

  protected readonly condition: Rule = this.RULE('condition', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.range) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(keyword.TargetReached) },
      { ALT: () => this.CONSUME(keyword.TargetNotReached) },
      { ALT: () => this.CONSUME(keyword.BelowTarget) },
      { ALT: () => this.CONSUME(keyword.WithinTarget) },
      { ALT: () => this.CONSUME(keyword.AboveTarget) },
      { ALT: () => this.CONSUME(keyword.Yes) },
      { ALT: () => this.CONSUME(keyword.No) },
      { ALT: () => this.CONSUME(keyword.Rest) },
    ])
  })

  protected readonly range: Rule = this.RULE('range', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.fromRange) },
      { ALT: () => this.SUBRULE(this.aboveRange) },
      { ALT: () => this.SUBRULE(this.oneBound) },
    ])
  })

  /** `24`, `80%`, `24 bài`, `"Hoàn thành"` */
  protected readonly bound: Rule = this.RULE('bound', () => {
    this.OR([
      { ALT: () => this.CONSUME(Text) },
      {
        ALT: () => {
          this.SUBRULE(this.amount)
          this.OPTION(() => this.SUBRULE(this.unitOfMeasure))
        },
      },
    ])
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
    this.SUBRULE(this.plainAward)
    this.CONSUME(keyword.When)
    this.CONSUME(Name)
  })

  /** `cộng theo tin_bài` */
  protected readonly measurePartClause: Rule = this.RULE('measurePartClause', () => {
    this.CONSUME(keyword.AddBy)
    this.CONSUME(Name)
  })
}
