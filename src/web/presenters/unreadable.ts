import { assertNever } from '#base/assertNever.ts'
import { capital } from '#base/capital.ts'
import { formatPeriod } from '#base/period.ts'
import { faultText, type PublicationFault } from '#services/records/checkPublication.ts'
import type { BoardPlace, UnreadableBoard, WhyUnreadable } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, crumbsToEdition } from './crumbs.ts'

/** That a publication is there and is not explained, and why. */
export interface UnreadableView extends PageFrame {
  readonly crumbs: Crumbs
  readonly heading: string
  readonly why: readonly string[]
  /** Its text; empty where there is none. */
  readonly fileUrl: string
  readonly editionUrl: string
  readonly archiveUrl: string
}

/** With what the commune calls itself elsewhere. */
export function presentUnreadable({ ref, current, why }: UnreadableBoard, name: string): UnreadableView {
  const heading = notShownText(ref)
  const edition = { commune: ref.commune, edition: ref.edition }
  const hasText = why.kind !== 'unread'
  return {
    pageTitle: heading,
    description: heading,
    crumbs: crumbsToEdition(ref.commune, name),
    heading,
    why: whyText(why),
    fileUrl: hasText ? pathOf({ kind: 'data', at: { ref, current }, file: 'cong-bo.json' }) : '',
    editionUrl: pathOf({ kind: 'edition', ...edition }),
    archiveUrl: pathOf({ kind: 'archive', ...edition }),
  }
}

/** `Chưa trình bày được kết quả tháng 10/2026`. */
function notShownText({ period }: UnreadableBoard['ref']): string {
  return `Chưa trình bày được kết quả ${formatPeriod(period)}`
}

/** That the newest publication of an edition is not shown, and what is shown in its place. */
export interface HiddenView {
  readonly text: string
  /** Where it is said why. */
  readonly url: string
}

/** `undefined` where the newest is shown. */
export function presentHidden(
  hidden: UnreadableBoard | undefined,
  shown: BoardPlace | undefined,
): HiddenView | undefined {
  if (!hidden) return undefined
  const instead = shown
    ? `bản mới nhất xem được là ${formatPeriod(shown.ref.period)}`
    : 'và chưa có kỳ nào khác xem được'
  return {
    text: `${notShownText(hidden.ref)}${shown ? '; ' : ', '}${instead}.`,
    url: pathOf({ kind: 'board', at: hidden }),
  }
}

/** Why a publication is not shown, a paragraph each. */
export function whyText(why: WhyUnreadable): readonly string[] {
  switch (why.kind) {
    case 'unread':
      return [UNREAD[why.why], 'Trang sẽ hiện lại khi đọc được tệp ấy.']
    case 'noPublication':
      return why.why === 'broken'
        ? [
            'Tệp của bản công bố này chưa chép xong, hoặc đã hỏng. Đang chép dở thì chép xong trang sẽ hiện; đã hỏng thì người phụ trách chép lại từ bản sao lưu.',
          ]
        : [
            'Bản công bố này do phiên bản mới hơn của chương trình ghi; phiên bản đang chạy chưa đọc được. Người phụ trách cần cập nhật chương trình.',
          ]
    case 'faulty':
      return faultyText(why.faults)
    default:
      return assertNever(why)
  }
}

const UNREAD: Readonly<Record<Extract<WhyUnreadable, { kind: 'unread' }>['why'], string>> = {
  notAllowed: 'Máy đang mở trang này không được phép đọc tệp của bản công bố.',
  tooLarge: 'Tệp ở chỗ của bản công bố này quá lớn, không phải là bản công bố.',
  notText: 'Tệp của bản công bố này đã hỏng: người phụ trách cần chép lại từ bản sao lưu.',
  failed: 'Máy đang mở trang này chưa đọc được tệp của bản công bố.',
}

function faultyText(faults: readonly PublicationFault[]): readonly string[] {
  const other = faults.find((fault) => fault.kind === 'otherName')
  if (other)
    return [
      `Tệp ở chỗ này lại mang tên một bản công bố khác: ${other.name}. Người phụ trách cần để tệp ấy đúng chỗ của nó.`,
    ]
  // The text is as it was published, as far as it can tell itself: it is this program that has another opinion.
  if (faults.every(({ kind }) => kind === 'otherResults' || kind === 'notComputed'))
    return [
      'Số liệu, bộ tiêu chí và kết quả trong tệp đều đúng với mã kiểm tra ghi trong tệp, nhưng chương trình đang chạy tính lại không ra đúng kết quả ấy, nên không giải thích thay được.',
      'Nếu mã của cả bản còn đúng với mã đã ghi lại khi công bố thì kết quả đã công bố vẫn là kết quả có giá trị.',
    ]
  return [
    'Tệp của bản công bố này không khớp với chính nó, nên có thể đã bị sửa sau khi công bố:',
    `${capital(faults.map(faultText).join('; '))}.`,
  ]
}
