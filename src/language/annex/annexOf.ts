import { capital } from '#base/capital.ts'
import type { Rulebook } from '../ast.ts'
import { collectSymbols } from '../symbols.ts'
import { amendmentItems } from './amendmentSentences.ts'
import { type Annex, type AnnexItem, type AnnexSection, item } from './annex.ts'
import { classificationItems } from './classificationSentences.ts'
import { columnsOf } from './columns.ts'
import { exampleSentence } from './exampleSentence.ts'
import { legendOf } from './legend.ts'
import { measureFrequency, measureKind, measureRemarks } from './measureSentences.ts'
import type { Names } from './names.ts'
import { acceptanceItems, noteItems } from './noteItems.ts'
import { knockOutSentence, rankingSentences } from './outcomeSentences.ts'
import { policySentences } from './policySentences.ts'
import { reviewSentences } from './reviewSentences.ts'
import { partsOf } from './rows.ts'

/**
 * The annex of a rulebook as it was written: criteria as they stand on its first day, amendments after them. A rulebook
 * with mistakes has an annex too, with gaps where something could not be read; only a checked one is to be signed. Examples may be left
 * out: those that test every threshold fill more pages than the criteria.
 */
export function annexOf(rulebook: Rulebook, withExamples = true): Annex {
  const names = collectSymbols(rulebook)
  const sections = [
    list('Quy định chung', policySentences(rulebook).concat(legendOf(rulebook))),
    criteriaSection(rulebook, names),
    ...outcomeSections(rulebook, names),
    items('Sửa đổi, bổ sung', amendmentItems(rulebook, names)),
    measuresSection(rulebook, names),
    list(
      'Ví dụ',
      (withExamples ? rulebook.examples : []).map((example) =>
        exampleSentence(example, rulebook.attributes, names),
      ),
    ),
    items('Ghi chú', noteItems(rulebook)),
    items('Cảnh báo khi soạn, giữ lại có lý do', acceptanceItems(rulebook)),
  ]
  return {
    title: rulebook.title.text,
    code: rulebook.code.text,
    version: rulebook.version.text,
    citations: rulebook.citations.map(({ text }) => text),
    sections: sections.filter((section) => section !== undefined).map(numbered),
  }
}

function outcomeSections(rulebook: Rulebook, names: Names): readonly (AnnexSection | undefined)[] {
  const { application, knockOuts, ranking, classification } = rulebook
  const levels = application?.levels ?? []
  const cohort = { levels, scope: ranking?.scope ?? 'cluster' }
  return [
    list(
      'Không xếp hạng',
      knockOuts.map((knockOut) => knockOutSentence(knockOut, names)),
    ),
    list('Xếp hạng', [
      ...(ranking ? rankingSentences(ranking, levels, names) : []),
      ...reviewSentences(rulebook),
    ]),
    items('Xếp loại', classification ? classificationItems(classification, cohort, names) : []),
  ]
}

function criteriaSection(rulebook: Rulebook, names: Names): AnnexSection | undefined {
  const parts = partsOf(rulebook, names)
  const rows = parts.flatMap((part) => part.rows)
  if (rows.length === 0) return undefined
  return { kind: 'criteria', heading: 'Tiêu chí và cách tính điểm', columns: columnsOf(rows), parts }
}

function measuresSection({ measures }: Rulebook, names: Names): AnnexSection | undefined {
  if (measures.length === 0) return undefined
  const rows = measures.map((measure) => ({
    title: measure.title.text,
    kind: measureKind(measure),
    frequency: capital(measureFrequency(measure)),
    remarks: capital(measureRemarks(measure, names).join('; ')),
    sources: measure.sources.map(({ text }) => text),
  }))
  return { kind: 'measures', heading: 'Số liệu báo cáo', measures: rows }
}

function list(heading: string, sentences: readonly string[]): AnnexSection | undefined {
  return items(
    heading,
    sentences.map((text) => item(text)),
  )
}

function items(heading: string, all: readonly AnnexItem[]): AnnexSection | undefined {
  return all.length > 0 ? { kind: 'list', heading, items: all } : undefined
}

const NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI']

function numbered(section: AnnexSection, index: number): AnnexSection {
  return { ...section, heading: `${NUMERALS[index]}. ${section.heading}` }
}
