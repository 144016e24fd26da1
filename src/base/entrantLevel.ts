/** Where in the commune an entrant stands: the commune itself, a village, or a unit (phòng, trung tâm, trạm, trường). */
export type EntrantLevel = 'commune' | 'village' | 'unit'

/** What a reader calls the level. */
export const LEVEL_NAMES: Readonly<Record<EntrantLevel, string>> = {
  commune: 'xã',
  village: 'thôn',
  unit: 'đơn vị',
}
