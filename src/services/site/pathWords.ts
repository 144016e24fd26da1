import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Entrant } from '#records/entrant.ts'

/** What pages and files of the site as a whole begin with, where each commune stands under its code. No commune may be called so. */
export const SITE_WORDS = {
  targets: 'so-sanh',
  openData: 'du-lieu-mo',
  assets: 'assets',
  health: 'healthz',
} as const

/**
 * What the paths of other pages begin with below a board (`/an-nong/2026/thang-10/…`), where each entrant has its own page under
 * its id. No entrant may be called so. Names of files have a dot, and no id has one.
 */
export const BOARD_WORDS = {
  list: 'bang',
  find: 'tim',
  rulebook: 'bo-tieu-chi',
  criterion: 'tieu-chi',
  comparison: 'so-sanh',
  phase: 'giai-doan',
  outlook: 'trien-vong',
  sensitivity: 'do-vung',
  impact: 'sua-thu',
} as const

/** The messages for a commune or entrants that are called like another page: in files capitals make no other name. */
export function takenNames(commune: string, entrants: readonly Entrant[]): readonly Diagnostic[] {
  const siteWords: readonly string[] = Object.values(SITE_WORDS)
  const boardWords: readonly string[] = Object.values(BOARD_WORDS)
  return [
    ...(siteWords.includes(commune.toLowerCase()) ? [takenCode(commune)] : []),
    ...entrants.filter(({ id }) => boardWords.includes(id)).map(takenId),
  ]
}

/** The code would be the path of its page, and another page stands there. */
function takenCode(commune: string): Diagnostic {
  const message = `mã \`${commune}\` của bộ tiêu chí trùng với địa chỉ của một trang khác trên trang công bố`
  const help = `đặt mã khác ở dòng đầu bộ tiêu chí, ví dụ \`mã xa-${commune}\``
  return { code: 'id-taken', severity: 'error', message, labels: [], help }
}

/** As {@link takenCode}. */
function takenId({ id, name }: Entrant): Diagnostic {
  const message = `mã \`${id}\` của ${name} trùng với địa chỉ của một trang khác trên trang công bố`
  const help = `đặt mã khác trong entrants.csv và trong số liệu của nơi ấy, ví dụ \`thon-${id}\``
  return { code: 'id-taken', severity: 'error', message, labels: [], help }
}
