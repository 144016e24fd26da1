import type { Rulebook } from '../ast.ts'
import { reviewHeading } from '../reviewName.ts'

/** What several years come to together: a sentence a phase, then what holds for all of them. */
export function reviewSentences({ reviews, knockOuts, classification }: Rulebook): readonly string[] {
  if (reviews.length === 0) return []
  const tested = classification?.classes.some(({ tests }) => tests.length > 0)
  const classes = tested
    ? 'Không xếp loại cả giai đoạn, vì bảng xếp loại có điều kiện xét theo số liệu của từng năm.'
    : 'Xếp loại cả giai đoạn theo bình quân ấy, bằng bảng xếp loại của từng năm.'
  return [
    ...reviews.map(
      (review) =>
        `${reviewHeading(review)}: xếp hạng theo bình quân tổng điểm các năm, chưa làm tròn, từ cao xuống thấp; bằng nhau thì đồng hạng.`,
    ),
    'Bình quân của một đối tượng không tính năm mà đối tượng đó không có số liệu nào, hoặc không có tiêu chí nào áp dụng.',
    ...(knockOuts.length > 0
      ? ['Năm nào của giai đoạn thuộc trường hợp không xếp hạng thì không xếp hạng cả giai đoạn.']
      : []),
    ...(classification ? [classes] : []),
  ]
}
