import { Colon, Comma, keyword, Name, Text } from '../tokens.ts'
import { HeaderGrammar } from './header.ts'
import type { Rule } from './phrases.ts'

/** The declaration of a measure. */
export class MeasureGrammar extends HeaderGrammar {
  /** `số liệu dân_số "Tổng dân số": số nguyên người, hằng tháng, mới nhất, từ 1` */
  protected readonly measureClause: Rule = this.RULE('measureClause', () => {
    this.CONSUME(keyword.Measure)
    this.CONSUME(Name)
    this.CONSUME(Text)
    this.CONSUME(Colon)
    this.SUBRULE(this.measureType)
    this.MANY(() => {
      this.CONSUME(Comma)
      this.SUBRULE(this.measureAttribute)
    })
  })

  protected readonly measureType: Rule = this.RULE('measureType', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(keyword.Integer) },
            { ALT: () => this.CONSUME(keyword.Decimal) },
          ])
          this.SUBRULE1(this.unitOfMeasure)
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.Money)
          this.SUBRULE2(this.unitOfMeasure)
        },
      },
      { ALT: () => this.CONSUME(keyword.Ratio) },
      { ALT: () => this.CONSUME(keyword.Index) },
      { ALT: () => this.CONSUME(keyword.Flag) },
      { ALT: () => this.CONSUME(keyword.Date) },
      {
        ALT: () => {
          this.CONSUME(keyword.SurveyScore)
          this.SUBRULE(this.amount)
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.Levels)
          this.AT_LEAST_ONE_SEP({ SEP: keyword.Then, DEF: () => this.CONSUME(Text) })
        },
      },
    ])
  })

  protected readonly measureAttribute: Rule = this.RULE('measureAttribute', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.Monthly) },
      { ALT: () => this.CONSUME(keyword.Quarterly) },
      { ALT: () => this.CONSUME(keyword.Yearly) },
      { ALT: () => this.CONSUME(keyword.Sum) },
      { ALT: () => this.CONSUME(keyword.Latest) },
      { ALT: () => this.CONSUME(keyword.Average) },
      { ALT: () => this.CONSUME(keyword.Least) },
      { ALT: () => this.CONSUME(keyword.Greatest) },
      { ALT: () => this.CONSUME(keyword.AbsentIsZero) },
      { ALT: () => this.CONSUME(keyword.AbsentIsSkipped) },
      { ALT: () => this.CONSUME(keyword.EvidenceRequired) },
      { ALT: () => this.CONSUME(keyword.TrackedOnly) },
      {
        ALT: () => {
          this.CONSUME(keyword.From)
          this.SUBRULE1(this.amount)
          this.OPTION(() => {
            this.CONSUME(keyword.To)
            this.SUBRULE2(this.amount)
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.Step)
          this.SUBRULE3(this.amount)
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.PartOf)
          this.CONSUME(Name)
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.FactSource)
          this.CONSUME(Text)
        },
      },
    ])
  })
}
