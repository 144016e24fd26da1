import { formatDate } from '#base/plainDate.ts'
import type { Measure } from '#language/index.ts'
import type { Cell } from './sheet.ts'

/** A cell as the value of a fact, as `facts.csv` would have it. */
export type CellValue =
  | {
      readonly ok: true
      readonly text: string
      readonly remark: 'percentFormat' | 'percentHeading' | undefined
    }
  | { readonly ok: false; readonly message: string; readonly help: string }

/**
 * What an officer means by a cell. What is shown as a percentage is one; under a heading with `(%)` so is a number, unless it
 * could be either. A text that could be two numbers, a date where none is asked for and what has no value are messages.
 */
export function cellValue(
  { content }: Cell,
  measure: Measure | undefined,
  percentHeading: boolean,
): CellValue {
  switch (content.kind) {
    case 'text':
      return textValue(content.text, measure, percentHeading)
    case 'number':
      if (content.shownAs === 'percent') return value(`${content.text}%`, 'percentFormat')
      return percentHeading && measure?.type?.kind === 'ratio'
        ? percentValue(content.text)
        : value(content.text)
    case 'flag':
      return value(content.is ? 'có' : 'không')
    case 'date':
      if (measure && measure.type?.kind !== 'date')
        return unclear(
          `ô có định dạng ngày tháng (${formatDate(content.date)}), nhưng số liệu này không phải ngày`,
          'có thể Excel đã tự đổi số thành ngày: đặt lại định dạng ô là General hoặc Number rồi gõ lại số',
        )
      if (content.shownAs === 'month')
        return unclear('ô chỉ ghi tháng, năm, thiếu ngày', 'ghi đủ ngày, tháng, năm, ví dụ 30/11/2026')
      return value(formatDate(content.date))
    case 'moment':
      return unclear(
        `ô có định dạng ngày giờ mà không phải một ngày: ${content.text}`,
        'ghi đủ ngày, tháng, năm, không kèm giờ, ví dụ 30/11/2026; là số thì đặt lại định dạng ô là Number',
      )
    case 'error':
      return unclear(`ô đang báo lỗi ${content.text}`, 'sửa công thức trong ô, hoặc gõ giá trị vào ô')
    case 'uncomputed':
      return unclear(
        'ô có công thức mà tệp không giữ kết quả',
        'mở tệp bằng Excel rồi lưu lại, hoặc chép ô và dán giá trị (Paste Special > Values)',
      )
  }
}

/** `1.234` in a cell of text may be a thousand or one and some, unless only whole numbers can be meant. */
const ONE_GROUP = /^-?[1-9]\d{0,2}\.\d{3}\s*%?$/

function textValue(text: string, measure: Measure | undefined, percentHeading: boolean): CellValue {
  if (/^[-–—./]+$/.test(text))
    return unclear(`ô ghi \`${text}\``, 'chưa có số liệu thì để trống ô, bằng không thì ghi 0')
  const isWhole = measure?.type?.kind === 'count' && measure.type.integer
  if (measure && !isWhole && ONE_GROUP.test(text)) {
    const readings = `${text.replace('.', ',')} hay ${text.replace('.', '')}`
    return unclear(
      `ô ghi \`${text}\`, có thể là ${readings}`,
      'viết lại cho rõ: dấu phẩy cho phần thập phân, không dùng dấu chấm ngăn hàng nghìn',
    )
  }
  if (percentHeading && measure?.type?.kind === 'ratio' && /^-?\d+(,\d+)?$/.test(text))
    return percentValue(text)
  return value(text)
}

function percentValue(text: string): CellValue {
  if (/^-?0,|^-?1$/.test(text)) {
    return unclear(
      `cột ghi theo %, ô ghi ${text}: không rõ là ${text}% hay ${text} của cả số`,
      'thêm dấu % vào ô, hoặc đặt định dạng ô là Percentage',
    )
  }
  return value(`${text}%`, 'percentHeading')
}

function value(text: string, remark?: 'percentFormat' | 'percentHeading'): CellValue {
  return { ok: true, text, remark }
}

function unclear(message: string, help: string): CellValue {
  return { ok: false, message, help }
}
