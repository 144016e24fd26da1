import { Dash, keyword, NumberText, Text } from '../tokens.ts'
import type { Rule } from './phrases.ts'
import { PointsGrammar } from './points.ts'

/** The clauses on what several years come to together. */
export class ReviewGrammar extends PointsGrammar {
  /** `sơ kết giai đoạn 2026-2027 "Giai đoạn 1" dự kiến theo bình quân tổng điểm các năm` */
  protected readonly reviewClause: Rule = this.RULE('reviewClause', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.InterimReview) },
      { ALT: () => this.CONSUME(keyword.FinalReview) },
    ])
    this.SUBRULE(this.years)
    this.OPTION1(() => this.CONSUME(Text))
    this.OPTION2(() => this.CONSUME(keyword.Tentative))
    this.CONSUME(keyword.By)
    this.CONSUME(keyword.MeanOfYears)
  })

  /** `2026-2027`, `2026` */
  protected readonly years: Rule = this.RULE('years', () => {
    this.CONSUME1(NumberText)
    this.OPTION(() => {
      this.CONSUME(Dash)
      this.CONSUME2(NumberText)
    })
  })
}
