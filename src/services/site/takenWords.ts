/**
 * What the paths of other pages begin with below a board (`/an-nong/2026/thang-10/…`), where each entrant has its own page under
 * its id. No entrant may be called so.
 */
export const TAKEN_WORDS: ReadonlySet<string> = new Set([
  'bang',
  'bo-tieu-chi',
  'du-lieu',
  'giai-doan',
  'luu-tru',
  'so-sanh',
  'tieu-chi',
  'tim',
  'tin',
  'tinh-lai',
])
