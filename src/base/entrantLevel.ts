/** Where in the commune an entrant stands: the commune itself, a village, or a unit (phòng, trung tâm, trạm, trường). */
export type EntrantLevel = 'commune' | 'village' | 'unit'

export type LevelNames = Readonly<Record<EntrantLevel, string>>

/** What a reader calls the level where nothing says otherwise. */
export const LEVEL_NAMES: LevelNames = {
  commune: 'xã',
  village: 'thôn',
  unit: 'đơn vị',
}
