import { Comma, DateText, Equals, keyword, Name, NumberText, Text } from '../tokens.ts'
import { ClassGrammar } from './classes.ts'
import type { Rule } from './phrases.ts'

/** Worked examples: what is supposed, and what is then expected. */
export class ExampleGrammar extends ClassGrammar {
  /** `ví dụ "…" với phát_sóng mỗi tháng = 3 thì tiêu chí 30 được 2,5 điểm` */
  protected readonly exampleClause: Rule = this.RULE('exampleClause', () => {
    this.CONSUME(keyword.Example)
    this.CONSUME(Text)
    this.CONSUME(keyword.With)
    this.AT_LEAST_ONE_SEP1({ SEP: Comma, DEF: () => this.SUBRULE(this.given) })
    this.CONSUME(keyword.SoThat)
    this.AT_LEAST_ONE_SEP2({ SEP: Comma, DEF: () => this.SUBRULE(this.expectation) })
  })

  /** `bài = 24`, `phát_sóng mỗi tháng = 3`, `chưa có bài`, `thôn "miền núi"`, `cao nhất trong cụm = 10`, `năm 2027` */
  protected readonly given: Rule = this.RULE('given', () => {
    this.OR1([
      {
        ALT: () => {
          this.CONSUME(keyword.Year)
          this.CONSUME(NumberText)
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.NotYet)
          this.CONSUME1(Name)
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.level)
          this.CONSUME(Text)
        },
      },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(keyword.Best) },
            { ALT: () => this.CONSUME(keyword.ClusterAverage) },
          ])
          this.CONSUME1(Equals)
          this.SUBRULE(this.amount)
        },
      },
      {
        ALT: () => {
          this.CONSUME2(Name)
          this.OPTION(() => this.SUBRULE(this.each))
          this.CONSUME2(Equals)
          this.SUBRULE(this.givenValue)
        },
      },
    ])
  })

  protected readonly givenValue: Rule = this.RULE('givenValue', () => {
    this.OR([
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(DateText) },
      { ALT: () => this.CONSUME(keyword.Yes) },
      { ALT: () => this.CONSUME(keyword.No) },
      { ALT: () => this.CONSUME(keyword.NotApplicable) },
      {
        ALT: () => {
          this.SUBRULE(this.amount)
          this.OPTION(() => this.SUBRULE(this.unitOfMeasure))
        },
      },
    ])
  })

  /** `tiêu chí 30 được 2,5 điểm`, `tiêu chí T1 bị trừ 1 điểm`, `tiêu chí 7 không áp dụng` */
  protected readonly expectation: Rule = this.RULE('expectation', () => {
    this.SUBRULE(this.scope)
    this.SUBRULE(this.code)
    this.OR1([
      { ALT: () => this.CONSUME(keyword.NotApplicable) },
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(keyword.Gets) }, { ALT: () => this.CONSUME(keyword.Deducted) }])
          this.SUBRULE(this.amount)
          this.CONSUME(keyword.Points)
        },
      },
    ])
  })
}
