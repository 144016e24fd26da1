import { Colon, Comma, Dash, DateText, Equals, keyword, Name, NumberText, Slash, Text } from '../tokens.ts'
import { MeasureGrammar } from './measures.ts'
import type { Rule } from './phrases.ts'

/** The clauses of groups and criteria, all but their points. */
export class CriterionGrammar extends MeasureGrammar {
  /** `nhóm II "Chính quyền số" tối đa 40 điểm` */
  protected readonly groupClause: Rule = this.RULE('groupClause', () => {
    this.CONSUME(keyword.Group)
    this.SUBRULE(this.code)
    this.CONSUME(Text)
    this.SUBRULE(this.maximum)
  })

  /** `tiêu chí 3 "…" tối đa 16 điểm`, `tiêu chí thành phần 3a "…" tối đa 4 điểm` */
  protected readonly criterionClause: Rule = this.RULE('criterionClause', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.Criterion) },
      { ALT: () => this.CONSUME(keyword.SubCriterion) },
    ])
    this.SUBRULE(this.code)
    this.CONSUME(Text)
    this.SUBRULE(this.maximum)
    this.OPTION(() => {
      this.CONSUME(Comma)
      this.CONSUME(keyword.Capped)
    })
  })

  /** `thời hạn "tháng 11/2026"`, `thời hạn 30/11/2026` */
  protected readonly deadlineClause: Rule = this.RULE('deadlineClause', () => {
    this.CONSUME(keyword.Deadline)
    this.OR([{ ALT: () => this.CONSUME(Text) }, { ALT: () => this.CONSUME(DateText) }])
  })

  /** `đo tại thôn` */
  protected readonly measuredAtClause: Rule = this.RULE('measuredAtClause', () => {
    this.CONSUME(keyword.MeasuredAt)
    this.SUBRULE(this.level)
  })

  /** `giá trị = hồ_sơ_số_hóa / hồ_sơ`, `giá trị = điểm_hài_lòng / 20` */
  protected readonly valueClause: Rule = this.RULE('valueClause', () => {
    this.CONSUME(keyword.Value)
    this.CONSUME(Equals)
    this.CONSUME1(Name)
    this.OPTION(() => {
      this.CONSUME(Slash)
      this.OR([{ ALT: () => this.CONSUME2(Name) }, { ALT: () => this.SUBRULE(this.amount) }])
    })
  })

  /** `khi hồ_sơ = 0: không áp dụng` */
  protected readonly zeroClause: Rule = this.RULE('zeroClause', () => {
    this.CONSUME(keyword.When)
    this.CONSUME(Name)
    this.CONSUME(Equals)
    this.CONSUME(NumberText)
    this.CONSUME(Colon)
    this.OR([{ ALT: () => this.CONSUME(keyword.NotApplicable) }, { ALT: () => this.SUBRULE(this.award) }])
  })

  /** `chỉ tiêu 35,4%`, `chỉ tiêu 2-3 đơn/năm` */
  protected readonly targetClause: Rule = this.RULE('targetClause', () => {
    this.CONSUME(keyword.Target)
    this.SUBRULE1(this.amount)
    this.OPTION1(() => {
      this.CONSUME(Dash)
      this.SUBRULE2(this.amount)
    })
    this.OPTION2(() => this.SUBRULE(this.unitOfMeasure))
  })
}
