import { Comma, DateText, Equals, keyword, Name, NumberText, Text } from '../tokens.ts'
import type { Rule } from './phrases.ts'
import { ReviewGrammar } from './reviews.ts'

/** The clauses on ranking and classification. */
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
