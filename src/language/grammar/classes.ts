import { Comma, keyword, Text } from '../tokens.ts'
import { OutcomeGrammar } from './outcome.ts'
import type { Rule } from './phrases.ts'

/** The table of classes. */
export class ClassGrammar extends OutcomeGrammar {
  /** `xếp loại dự kiến` */
  protected readonly classificationClause: Rule = this.RULE('classificationClause', () => {
    this.CONSUME(keyword.Classify)
    this.OPTION(() => this.CONSUME(keyword.Tentative))
  })

  /** `"Tốt" từ 80 đến dưới 90 điểm, khi không có_vi_phạm, không quá 20% số thôn, bằng nhau thì cùng được` */
  protected readonly classClause: Rule = this.RULE('classClause', () => {
    this.CONSUME(Text)
    this.SUBRULE(this.classRange)
    this.MANY(() => {
      this.CONSUME1(Comma)
      this.OR1([
        {
          ALT: () => {
            this.CONSUME(keyword.When)
            this.SUBRULE(this.test)
          },
        },
        { ALT: () => this.SUBRULE(this.quota) },
      ])
    })
  })

  /** `từ 90 điểm trở lên`, `từ 80 [điểm] đến dưới 90 điểm`, `trên 80 đến 90 điểm`, `dưới 50 điểm`, `còn lại` */
  protected readonly classRange: Rule = this.RULE('classRange', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keyword.From)
          this.SUBRULE1(this.amount)
          this.OR1([
            {
              ALT: () => {
                this.CONSUME1(keyword.Points)
                this.OR2([
                  { ALT: () => this.CONSUME(keyword.OrMore) },
                  { ALT: () => this.SUBRULE1(this.classEnd) },
                ])
              },
            },
            { ALT: () => this.SUBRULE2(this.classEnd) },
          ])
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.Above)
          this.SUBRULE2(this.amount)
          this.OR3([
            {
              ALT: () => {
                this.CONSUME2(keyword.Points)
                this.OPTION(() => this.SUBRULE3(this.classEnd))
              },
            },
            { ALT: () => this.SUBRULE4(this.classEnd) },
          ])
        },
      },
      {
        ALT: () => {
          this.OR4([
            { ALT: () => this.CONSUME(keyword.Below) },
            { ALT: () => this.CONSUME(keyword.NotAbove) },
          ])
          this.SUBRULE3(this.amount)
          this.CONSUME3(keyword.Points)
        },
      },
      { ALT: () => this.CONSUME(keyword.Rest) },
    ])
  })

  /** `đến dưới 90 điểm`, `đến 90 điểm` */
  protected readonly classEnd: Rule = this.RULE('classEnd', () => {
    this.OR([{ ALT: () => this.CONSUME(keyword.To) }, { ALT: () => this.CONSUME(keyword.ToBelow) }])
    this.SUBRULE(this.amount)
    this.CONSUME(keyword.Points)
  })

  /** `không quá 20% số thôn, bằng nhau thì cùng được` */
  protected readonly quota: Rule = this.RULE('quota', () => {
    this.CONSUME(keyword.NotAbove)
    this.SUBRULE(this.amount)
    this.CONSUME(keyword.Number)
    this.SUBRULE(this.level)
    this.CONSUME(Comma)
    this.OR([
      { ALT: () => this.CONSUME(keyword.EqualsInside) },
      { ALT: () => this.CONSUME(keyword.EqualsOutside) },
    ])
  })
}
