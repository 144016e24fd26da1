import { Comma, keyword, Text } from '../tokens.ts'
import type { Rule } from './phrases.ts'
import { PointsGrammar } from './points.ts'

/** The clauses on ranking and classification. */
export class OutcomeGrammar extends PointsGrammar {
  /** `xếp hạng dự kiến theo tổng điểm, rồi điểm tiêu chí 14, vẫn bằng thì đồng hạng` */
  protected readonly rankingClause: Rule = this.RULE('rankingClause', () => {
    this.CONSUME(keyword.RankBy)
    this.OPTION(() => this.CONSUME(keyword.Tentative))
    this.CONSUME(keyword.By)
    this.SUBRULE1(this.rankingKey)
    this.MANY(() => {
      this.CONSUME1(Comma)
      this.CONSUME(keyword.Then)
      this.SUBRULE2(this.rankingKey)
    })
    this.CONSUME2(Comma)
    this.CONSUME(keyword.TieShares)
  })

  protected readonly rankingKey: Rule = this.RULE('rankingKey', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.TotalPoints) },
      {
        ALT: () => {
          this.CONSUME(keyword.Points)
          this.OR1([
            { ALT: () => this.CONSUME(keyword.Group) },
            { ALT: () => this.CONSUME(keyword.Criterion) },
            { ALT: () => this.CONSUME(keyword.SubCriterion) },
          ])
          this.SUBRULE(this.code)
        },
      },
    ])
  })

  /** `xếp loại dự kiến` */
  protected readonly classificationClause: Rule = this.RULE('classificationClause', () => {
    this.CONSUME(keyword.Classify)
    this.OPTION(() => this.CONSUME(keyword.Tentative))
  })

  /** `"Tốt" từ 80 đến dưới 90 điểm` */
  protected readonly classClause: Rule = this.RULE('classClause', () => {
    this.CONSUME(Text)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keyword.From)
          this.SUBRULE1(this.amount)
          this.OR1([
            {
              ALT: () => {
                this.CONSUME1(keyword.Points)
                this.CONSUME(keyword.OrMore)
              },
            },
            {
              ALT: () => {
                this.CONSUME(keyword.ToBelow)
                this.SUBRULE2(this.amount)
                this.CONSUME2(keyword.Points)
              },
            },
          ])
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.Below)
          this.SUBRULE3(this.amount)
          this.CONSUME3(keyword.Points)
        },
      },
      { ALT: () => this.CONSUME(keyword.Rest) },
    ])
  })
}
