import { type CstNode, CstParser, type ParserMethod } from 'chevrotain'
import { syntaxMessages } from '../syntaxMessages.ts'
import {
  allTokens,
  Comma,
  DateText,
  keyword,
  levelTokens,
  MixedCode,
  Name,
  NumberText,
  Percent,
  Slash,
} from '../tokens.ts'

/** A production of the grammar. */
export type Rule = ParserMethod<[], CstNode>

/** The phrases that clauses are made of: numbers, codes, dates, points. */
export class PhraseGrammar extends CstParser {
  constructor() {
    super(allTokens, { recoveryEnabled: true, errorMessageProvider: syntaxMessages, maxLookahead: 3 })
  }

  /** `35,4%`, `15.763`, `1/2` */
  protected readonly amount: Rule = this.RULE('amount', () => {
    this.CONSUME1(NumberText)
    this.OPTION1(() => {
      this.CONSUME(Slash)
      this.CONSUME2(NumberText)
    })
    this.OPTION2(() => this.CONSUME(Percent))
  })

  /** `3`, `3a`, `5.10`, `III.20`, `an-nong` */
  protected readonly code: Rule = this.RULE('code', () => {
    this.OR([
      { ALT: () => this.CONSUME(NumberText) },
      { ALT: () => this.CONSUME(MixedCode) },
      { ALT: () => this.CONSUME(Name) },
    ])
  })

  protected readonly level: Rule = this.RULE('level', () => {
    this.OR(levelTokens.map((token) => ({ ALT: () => this.CONSUME(token) })))
  })

  /** `từ 01/01/2026 đến 31/12/2026` */
  protected readonly dateRange: Rule = this.RULE('dateRange', () => {
    this.CONSUME(keyword.From)
    this.CONSUME1(DateText)
    this.CONSUME(keyword.To)
    this.CONSUME2(DateText)
  })

  /** `người`, `tin bài`, `lần/tháng`, `doanh nghiệp/1.000 dân`, `điểm` */
  protected readonly unitOfMeasure: Rule = this.RULE('unitOfMeasure', () => {
    this.AT_LEAST_ONE1(() =>
      this.OR1([
        { ALT: () => this.CONSUME1(Name) },
        // Keywords that are units of measure too.
        { ALT: () => this.CONSUME(keyword.Points) },
        ...levelTokens.map((token) => ({ ALT: () => this.CONSUME(token) })),
        { ALT: () => this.CONSUME(keyword.Group) },
        { ALT: () => this.CONSUME(keyword.Criterion) },
        { ALT: () => this.CONSUME1(keyword.Date) },
        { ALT: () => this.CONSUME(keyword.Levels) },
        { ALT: () => this.CONSUME1(keyword.Year) },
      ]),
    )
    this.OPTION1(() => {
      this.CONSUME(Slash)
      this.OPTION2(() => this.CONSUME(NumberText))
      this.AT_LEAST_ONE2(() =>
        this.OR2([
          { ALT: () => this.CONSUME2(Name) },
          { ALT: () => this.CONSUME2(keyword.Date) },
          { ALT: () => this.CONSUME2(keyword.Year) },
        ]),
      )
    })
  })

  /** `điểm tối đa`, `1/2 điểm tối đa`, `2,5 điểm`, and what is taken from the maximum: `trừ 1 điểm`, `trừ hết điểm` */
  protected readonly award: Rule = this.RULE('award', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.DeductAll) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(keyword.Deduct))
          this.SUBRULE(this.plainAward)
        },
      },
    ])
  })

  /** `điểm tối đa`, `1/2 điểm tối đa`, `2,5 điểm` */
  protected readonly plainAward: Rule = this.RULE('plainAward', () => {
    this.OR([
      { ALT: () => this.CONSUME1(keyword.FullPoints) },
      {
        ALT: () => {
          this.SUBRULE(this.amount)
          this.OR1([
            { ALT: () => this.CONSUME2(keyword.FullPoints) },
            { ALT: () => this.CONSUME(keyword.Points) },
          ])
        },
      },
    ])
  })

  /** `tối đa 5 điểm dự kiến`, `[khuyến khích,] thưởng tối đa 2 điểm`, `trừ tối đa 3 điểm` */
  protected readonly maximum: Rule = this.RULE('maximum', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.AtMost) },
      { ALT: () => this.CONSUME(keyword.DeductAtMost) },
      {
        ALT: () => {
          this.OPTION1(() => {
            this.CONSUME(keyword.Encouraged)
            this.CONSUME(Comma)
          })
          this.CONSUME(keyword.BonusAtMost)
        },
      },
    ])
    this.SUBRULE(this.amount)
    this.CONSUME(keyword.Points)
    this.OPTION2(() => this.CONSUME(keyword.Tentative))
  })

  /** `, không vượt quá điểm tối đa`, `, chỉ tính thành phần cao nhất`: how parts make up the whole */
  protected readonly combination: Rule = this.RULE('combination', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.Capped) },
      { ALT: () => this.CONSUME(keyword.TakeBest) },
      { ALT: () => this.CONSUME(keyword.TakeWorst) },
      { ALT: () => this.CONSUME(keyword.TakeAverage) },
    ])
  })

  /** `nhóm`, `tiêu chí`, `tiêu chí thành phần`: what kind of node a code is of */
  protected readonly scope: Rule = this.RULE('scope', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.Group) },
      { ALT: () => this.CONSUME(keyword.Criterion) },
      { ALT: () => this.CONSUME(keyword.SubCriterion) },
    ])
  })

  /** `mỗi tháng`, `mỗi quý`, `mỗi năm` */
  protected readonly each: Rule = this.RULE('each', () => {
    this.OR([
      { ALT: () => this.CONSUME(keyword.EachMonth) },
      { ALT: () => this.CONSUME(keyword.EachQuarter) },
      { ALT: () => this.CONSUME(keyword.EachYear) },
    ])
  })

  /** The parser adds or drops no word on its own: what is not there is said, not supposed. */
  protected canRecoverWithSingleTokenInsertion(): boolean {
    return false
  }

  protected canRecoverWithSingleTokenDeletion(): boolean {
    return false
  }
}
