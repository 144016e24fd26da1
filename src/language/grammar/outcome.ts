import { Comma, keyword, Name } from '../tokens.ts'
import type { Rule } from './phrases.ts'
import { ReviewGrammar } from './reviews.ts'

/** The clauses on ranking, and the conditions that ranking and classes ask. */
export class OutcomeGrammar extends ReviewGrammar {
  /** `xếp hạng dự kiến trong từng cụm theo tổng điểm, rồi điểm tiêu chí 14, vẫn bằng thì đồng hạng` */
  protected readonly rankingClause: Rule = this.RULE('rankingClause', () => {
    this.CONSUME(keyword.RankBy)
    this.OPTION1(() => this.CONSUME(keyword.Tentative))
    this.OPTION2(() =>
      this.OR1([
        { ALT: () => this.CONSUME(keyword.WithinClusters) },
        { ALT: () => this.CONSUME(keyword.Together) },
      ]),
    )
    this.CONSUME(keyword.By)
    this.SUBRULE1(this.rankingKey)
    this.MANY(() => {
      this.CONSUME1(Comma)
      this.CONSUME(keyword.Then)
      this.SUBRULE2(this.rankingKey)
    })
    this.CONSUME2(Comma)
    this.CONSUME(keyword.TieShares)
    this.OPTION3(() => {
      this.CONSUME3(Comma)
      this.OR2([
        { ALT: () => this.CONSUME(keyword.NextFollows) },
        { ALT: () => this.CONSUME(keyword.MeanRank) },
      ])
    })
  })

  protected readonly rankingKey: Rule = this.RULE('rankingKey', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keyword.TotalPoints)
          this.OPTION(() => this.CONSUME(keyword.Rounded))
        },
      },
      { ALT: () => this.CONSUME(keyword.FewerPenalties) },
      { ALT: () => this.CONSUME(keyword.MoreBonus) },
      {
        ALT: () => {
          this.CONSUME(keyword.Points)
          this.SUBRULE(this.scope)
          this.SUBRULE(this.code)
        },
      },
    ])
  })

  /** `không xếp hạng khi để_xảy_ra_mất_an_toàn` */
  protected readonly knockOutClause: Rule = this.RULE('knockOutClause', () => {
    this.CONSUME(keyword.NotRankedWhen)
    this.SUBRULE(this.test)
  })

  /** `có_vi_phạm`, `không có_vi_phạm`, `báo_cáo_chậm từ 3 trở lên`, `nhóm II từ 50% điểm tối đa trở lên` */
  protected readonly test: Rule = this.RULE('test', () => {
    this.OR1([
      {
        ALT: () => {
          this.CONSUME1(Name)
          this.OPTION(() => this.SUBRULE(this.range))
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.No)
          this.CONSUME2(Name)
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.scope)
          this.SUBRULE(this.code)
          this.SUBRULE1(this.pointsRange)
        },
      },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(keyword.EveryGroup) },
            { ALT: () => this.CONSUME(keyword.EveryCriterion) },
          ])
          this.SUBRULE2(this.pointsRange)
        },
      },
    ])
  })

  /** `từ 50% điểm tối đa trở lên`, `dưới 2 điểm`, `từ 1 điểm đến dưới 3 điểm` */
  protected readonly pointsRange: Rule = this.RULE('pointsRange', () => {
    this.OR1([
      {
        ALT: () => {
          this.CONSUME(keyword.From)
          this.SUBRULE1(this.plainAward)
          this.OR2([
            { ALT: () => this.CONSUME(keyword.OrMore) },
            {
              ALT: () => {
                this.OR3([
                  { ALT: () => this.CONSUME(keyword.To) },
                  { ALT: () => this.CONSUME(keyword.ToBelow) },
                ])
                this.SUBRULE2(this.plainAward)
              },
            },
          ])
        },
      },
      {
        ALT: () => {
          this.OR4([
            { ALT: () => this.CONSUME(keyword.Above) },
            { ALT: () => this.CONSUME(keyword.Below) },
            { ALT: () => this.CONSUME(keyword.NotAbove) },
            { ALT: () => this.CONSUME(keyword.AtLeast) },
            { ALT: () => this.CONSUME(keyword.EqualTo) },
          ])
          this.SUBRULE3(this.plainAward)
        },
      },
    ])
  })
}
