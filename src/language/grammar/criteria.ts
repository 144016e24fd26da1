import {
  Colon,
  Comma,
  Dash,
  DateText,
  Equals,
  keyword,
  MonthText,
  Name,
  NumberText,
  Slash,
  Text,
} from '../tokens.ts'
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
    this.MANY(() => {
      this.CONSUME(Comma)
      this.SUBRULE(this.combination)
    })
  })

  /** `tiêu chí 3 "…" tối đa 16 điểm`, `tiêu chí thành phần 3a "…" tối đa 4 điểm` */
  protected readonly criterionClause: Rule = this.RULE('criterionClause', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.Criterion) },
      { ALT: () => this.CONSUME(keyword.SubCriterion) },
    ])
    this.SUBRULE(this.criterionHead)
  })

  /** What follows the word: `3 "…" tối đa 16 điểm, không vượt quá điểm tối đa` */
  protected readonly criterionHead: Rule = this.RULE('criterionHead', () => {
    this.SUBRULE(this.code)
    this.CONSUME(Text)
    this.SUBRULE(this.maximum)
    this.MANY(() => {
      this.CONSUME(Comma)
      this.SUBRULE(this.combination)
    })
  })

  /** `thời hạn 30/11/2026`, `thời hạn trước ngày 05/12/2026`, `thời hạn tháng 11/2026`, `thời hạn "thường xuyên"` */
  protected readonly deadlineClause: Rule = this.RULE('deadlineClause', () => {
    this.CONSUME(keyword.Deadline)
    this.OR([
      { ALT: () => this.CONSUME(Text) },
      {
        ALT: () => {
          this.OPTION1(() => this.CONSUME(keyword.Before))
          this.OPTION2(() => this.CONSUME(keyword.Date))
          this.CONSUME(DateText)
        },
      },
      { ALT: () => this.CONSUME(MonthText) },
    ])
  })

  /** `đo tại thôn` */
  protected readonly measuredAtClause: Rule = this.RULE('measuredAtClause', () => {
    this.CONSUME(keyword.MeasuredAt)
    this.SUBRULE(this.level)
  })

  /** `giá trị = a / b`, `giá trị = a / 20`, `giá trị = a trên 1.000 b`, `giá trị = số tháng chậm của a`, with `mỗi tháng` */
  protected readonly valueClause: Rule = this.RULE('valueClause', () => {
    this.CONSUME(keyword.Value)
    this.CONSUME(Equals)
    this.OR1([
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(keyword.DaysLate) },
            { ALT: () => this.CONSUME(keyword.MonthsLate) },
          ])
          this.CONSUME1(Name)
        },
      },
      {
        ALT: () => {
          this.CONSUME2(Name)
          this.OPTION1(() => this.SUBRULE(this.divisor))
        },
      },
    ])
    this.OPTION2(() => this.SUBRULE(this.each))
  })

  protected readonly divisor: Rule = this.RULE('divisor', () => {
    this.OR1([
      {
        ALT: () => {
          this.CONSUME(Slash)
          this.OR2([{ ALT: () => this.CONSUME1(Name) }, { ALT: () => this.SUBRULE1(this.amount) }])
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.Above)
          this.SUBRULE2(this.amount)
          this.CONSUME2(Name)
        },
      },
    ])
  })

  /** `khi hồ_sơ = 0: không áp dụng`, `khi cao nhất trong cụm = 0: 0 điểm` */
  protected readonly zeroClause: Rule = this.RULE('zeroClause', () => {
    this.CONSUME(keyword.When)
    this.OR1([
      { ALT: () => this.CONSUME(Name) },
      { ALT: () => this.CONSUME(keyword.Best) },
      { ALT: () => this.CONSUME(keyword.ClusterAverage) },
    ])
    this.CONSUME(Equals)
    this.CONSUME(NumberText)
    this.CONSUME(Colon)
    this.OR2([{ ALT: () => this.CONSUME(keyword.NotApplicable) }, { ALT: () => this.SUBRULE(this.award) }])
  })

  /** `chỉ tiêu 35,4%`, `chỉ tiêu năm 2026 65%, từ năm 2027 70% dự kiến`; `chỉ tiêu dự kiến …` marks all its values */
  protected readonly targetClause: Rule = this.RULE('targetClause', () => {
    this.CONSUME(keyword.Target)
    this.OPTION(() => this.CONSUME(keyword.Tentative))
    this.OR([
      { ALT: () => this.SUBRULE(this.markedGoal) },
      { ALT: () => this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.yearGoal) }) },
    ])
  })

  /** `35,4%`, `50% dự kiến` */
  protected readonly markedGoal: Rule = this.RULE('markedGoal', () => {
    this.SUBRULE(this.goal)
    this.OPTION(() => this.CONSUME(keyword.Tentative))
  })

  /** `35,4%`, `2-3 đơn/năm`, `không quá 5%`, `"Hoàn thành"` */
  protected readonly goal: Rule = this.RULE('goal', () => {
    this.OPTION1(() => this.CONSUME(keyword.NotAbove))
    this.OR([
      { ALT: () => this.CONSUME(Text) },
      {
        ALT: () => {
          this.SUBRULE1(this.amount)
          this.OPTION2(() => {
            this.CONSUME(Dash)
            this.SUBRULE2(this.amount)
          })
          this.OPTION3(() => this.SUBRULE(this.unitOfMeasure))
        },
      },
    ])
  })

  /** `năm 2026 65%`, `năm 2026-2027 65% dự kiến`, `từ năm 2028 80%` */
  protected readonly yearGoal: Rule = this.RULE('yearGoal', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(keyword.Year)
          this.CONSUME1(NumberText)
          this.OPTION(() => {
            this.CONSUME(Dash)
            this.CONSUME2(NumberText)
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(keyword.FromYear)
          this.CONSUME3(NumberText)
        },
      },
    ])
    this.SUBRULE(this.markedGoal)
  })

  /** `riêng thôn "miền núi"` */
  protected readonly exceptionClause: Rule = this.RULE('exceptionClause', () => {
    this.CONSUME(keyword.Only)
    this.SUBRULE(this.level)
    this.CONSUME(Text)
  })

  /** `không áp dụng`, below `riêng` */
  protected readonly exemptionClause: Rule = this.RULE('exemptionClause', () => {
    this.CONSUME(keyword.NotApplicable)
  })
}
