import { Colon, Comma, keyword, NumberText, Text } from '../tokens.ts'
import { PhraseGrammar, type Rule } from './phrases.ts'

/** The clauses that open a rulebook, and those that only carry text. */
export class HeaderGrammar extends PhraseGrammar {
  /** `bộ tiêu chí "…" mã an-nong phiên bản 2026.1` */
  protected readonly rulebookClause: Rule = this.RULE('rulebookClause', () => {
    this.CONSUME(keyword.Rulebook)
    this.CONSUME(Text)
    this.CONSUME(keyword.Code)
    this.SUBRULE(this.code)
    this.CONSUME(keyword.Version)
    this.CONSUME(NumberText)
  })

  /** `căn cứ "…"`, and the other clauses that only carry text */
  protected readonly textClause: Rule = this.RULE('textClause', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.Citation) },
      { ALT: () => this.CONSUME(keyword.Note) },
      { ALT: () => this.CONSUME(keyword.Quote) },
      { ALT: () => this.CONSUME(keyword.Guidance) },
      { ALT: () => this.CONSUME(keyword.Lead) },
      { ALT: () => this.CONSUME(keyword.Support) },
      { ALT: () => this.CONSUME(keyword.FactSource) },
    ])
    this.CONSUME(Text)
  })

  /** `áp dụng cho xã, thôn từ 01/01/2026 đến 31/12/2026` */
  protected readonly applicationClause: Rule = this.RULE('applicationClause', () => {
    this.CONSUME(keyword.AppliesTo)
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.level) })
    this.SUBRULE(this.dateRange)
  })

  /** `kỳ số liệu từ 01/01/2024 đến 31/12/2024`, `kỳ số liệu từng năm` */
  protected readonly factPeriodClause: Rule = this.RULE('factPeriodClause', () => {
    this.CONSUME(keyword.FactPeriod)
    this.OR([{ ALT: () => this.SUBRULE(this.dateRange) }, { ALT: () => this.CONSUME(keyword.EveryYear) }])
  })

  /** `đặc điểm thôn "miền núi", "biên giới"` */
  protected readonly attributeClause: Rule = this.RULE('attributeClause', () => {
    this.CONSUME(keyword.Attribute)
    this.SUBRULE(this.level)
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.CONSUME(Text) })
  })

  /** `đơn vị được chấm theo các tiêu chí chủ trì` */
  protected readonly leadPolicyClause: Rule = this.RULE('leadPolicyClause', () => {
    this.CONSUME(keyword.LeadPolicy)
  })

  /** `chấp nhận cảnh báo cliff vì "…"` */
  protected readonly acceptanceClause: Rule = this.RULE('acceptanceClause', () => {
    this.CONSUME(keyword.Accept)
    this.SUBRULE(this.code)
    this.CONSUME(keyword.Because)
    this.CONSUME(Text)
  })

  /** `thang điểm 100 dự kiến` */
  protected readonly scaleClause: Rule = this.RULE('scaleClause', () => {
    this.CONSUME(keyword.Scale)
    this.SUBRULE(this.amount)
    this.OPTION(() => this.CONSUME(keyword.Tentative))
  })

  /** `làm tròn tổng điểm 2 chữ số, nửa làm tròn lên`, `làm tròn từng tiêu chí 1 chữ số` */
  protected readonly roundingClause: Rule = this.RULE('roundingClause', () => {
    this.OR1([
      { ALT: () => this.CONSUME(keyword.RoundTotal) },
      { ALT: () => this.CONSUME(keyword.RoundCriteria) },
    ])
    this.CONSUME(NumberText)
    this.CONSUME(keyword.Digits)
    this.OPTION(() => {
      this.CONSUME(Comma)
      this.OR2([
        { ALT: () => this.CONSUME(keyword.HalfUp) },
        { ALT: () => this.CONSUME(keyword.HalfEven) },
        { ALT: () => this.CONSUME(keyword.RoundDown) },
        { ALT: () => this.CONSUME(keyword.RoundUp) },
      ])
    })
  })

  /** `chưa có số liệu: 0 điểm` */
  protected readonly missingClause: Rule = this.RULE('missingClause', () => {
    this.CONSUME(keyword.Missing)
    this.CONSUME(Colon)
    this.OR([
      {
        ALT: () => {
          this.CONSUME(NumberText)
          this.CONSUME(keyword.Points)
        },
      },
      { ALT: () => this.CONSUME(keyword.NotApplicable) },
    ])
  })

  /** `không áp dụng: quy đổi về thang điểm` */
  protected readonly notApplicableClause: Rule = this.RULE('notApplicableClause', () => {
    this.CONSUME(keyword.NotApplicable)
    this.CONSUME(Colon)
    this.OR([
      { ALT: () => this.CONSUME(keyword.Rescale) },
      { ALT: () => this.CONSUME(keyword.RescaleInGroup) },
      { ALT: () => this.CONSUME(keyword.NoRescale) },
    ])
  })
}
