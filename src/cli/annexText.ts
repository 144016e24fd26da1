import type { Annex, AnnexItem, AnnexRow, AnnexSection } from '#language/index.ts'

/** The annex as plain text, to be read through before it is printed. */
export function annexText({ title, version, citations, sections }: Annex): string {
  const head = ['PHỤ LỤC', title, `Phiên bản ${version}`, ...citations.map((text) => `Căn cứ ${text}`)]
  return [head.join('\n'), ...sections.map(sectionText)].join('\n\n')
}

function sectionText(section: AnnexSection): string {
  return [section.heading, '', ...sectionLines(section)].join('\n')
}

function sectionLines(section: AnnexSection): readonly string[] {
  switch (section.kind) {
    case 'list':
      return section.items.flatMap((item) => itemLines(item, 0))
    case 'criteria':
      return section.parts.flatMap(({ heading, rows, total }) => [
        ...(heading === '' ? [] : [heading]),
        ...rows.flatMap(rowLines),
        ...(total === '' ? [] : [`Tổng cộng: ${total} điểm`]),
      ])
    case 'measures':
      return section.measures.map(({ title, kind, frequency, remarks }) =>
        [`- ${title}`, kind, frequency, remarks].filter((text) => text !== '').join(' · '),
      )
  }
}

function itemLines({ text, details }: AnnexItem, depth: number): readonly string[] {
  return [`${'  '.repeat(depth)}- ${text}`, ...details.flatMap((detail) => itemLines(detail, depth + 1))]
}

function rowLines(row: AnnexRow): readonly string[] {
  const indent = '  '.repeat(row.depth)
  const facts: readonly (readonly [string, string])[] = [
    ['chỉ tiêu', row.target.join('; ')],
    ['đo tại', row.level],
    ['chủ trì', row.leads.join('; ')],
    ['phối hợp', row.supports.join('; ')],
    ['thời hạn', row.deadline],
    ['nguồn', row.sources.join('; ')],
    ['căn cứ', row.citations.join('; ')],
    ['hướng dẫn', row.guidance.join('; ')],
  ]
  const points = row.maximum === '' ? [] : [`tối đa ${row.maximum} điểm${row.tentative ? ' (dự kiến)' : ''}`]
  const said = [
    ...points,
    ...facts.filter(([, text]) => text !== '').map(([label, text]) => `${label} ${text}`),
  ]
  return [
    `${indent}${row.code}. ${row.title}`,
    ...(said.length > 0 ? [`${indent}   ${said.join(' · ')}`] : []),
    ...row.scoring.map((sentence) => `${indent}   ${sentence}`),
  ]
}
