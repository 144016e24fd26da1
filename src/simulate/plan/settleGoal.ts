import { didYouMean } from '#base/didYouMean.ts'
import { foldText } from '#base/foldText.ts'
import { listText } from '#base/listText.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Cohort, Program } from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Entrant } from '#records/entrant.ts'
import { classTitles, type Goal } from './goal.ts'

/**
 * The goal with the class titled as the rulebook has it and the entrant by its id, or what is wrong with it: a class, a rank or an
 * entrant that there is not among those that are ranked together. Tone marks and capitals may be left out, and an entrant may be
 * called by its name, as long as only one can be meant.
 */
export function settleGoal(
  goal: Goal,
  { own, sheets }: Cohort,
  program: Program,
  { entrants }: Pick<Dossier, 'entrants'>,
): Result<Goal> {
  switch (goal.kind) {
    case 'points':
      return settled(goal)
    case 'class':
      return settleClass(goal.title, program)
    case 'rank':
      return goal.rank <= sheets.length
        ? settled(goal)
        : unclear(
            `không có hạng ${goal.rank}: xếp hạng cùng nhau có ${sheets.length} đối tượng`,
            `ghi một hạng từ 1 đến ${sheets.length}`,
          )
    case 'pass':
      return settlePassed(
        goal.entrant,
        own.entrant,
        sheets.map(({ entrant }) => entrant),
        entrants,
      )
  }
}

function settleClass(typed: string, program: Program): Result<Goal> {
  const titles = classTitles(program)
  const [title, second] = matching(typed, titles, (one) => [one, one.replace(/^loại\s+/iu, '')])
  if (title !== undefined && second === undefined) return settled({ kind: 'class', title })
  const known = listText(titles.map((one) => `«${one}»`))
  const help =
    titles.length > 0
      ? `các loại: ${known}; đích khác thì viết như «90 điểm», «hạng 3» hay «vượt thon-5»`
      : 'bộ tiêu chí này không xếp loại; viết như «90 điểm», «hạng 3» hay «vượt thon-5»'
  return unclear(`không có loại «${typed}»`, help)
}

function settlePassed(
  typed: string,
  own: Entrant,
  ranked: readonly Entrant[],
  entrants: readonly Entrant[],
): Result<Goal> {
  const [one, second] = matching(typed, ranked, ({ id, name }) => [id, name])
  if (one && second)
    return unclear(
      `«${typed}» có thể là ${listText(
        [one, second].map(({ id, name }) => `${name} (\`${id}\`)`),
        'hay',
      )}`,
      'ghi mã của đối tượng ấy',
    )
  if (one?.id === own.id) return unclear('không thể vượt chính mình', 'ghi mã của đối tượng khác')
  if (one) return settled({ kind: 'pass', entrant: one.id })
  const [apart] = matching(typed, entrants, ({ id, name }) => [id, name])
  const near = didYouMean(
    typed,
    ranked.map(({ id }) => id),
  )
  return unclear(
    apart ? `${own.name} và ${apart.name} không xếp hạng cùng nhau` : `không có đối tượng \`${typed}\``,
    near && !apart ? `ý bạn là \`${near}\`?` : 'ghi mã của đối tượng cùng bảng xếp hạng',
  )
}

/** Those that a text names: as it is written, or else without tone marks and capitals. */
function matching<Item>(
  typed: string,
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): readonly Item[] {
  const exact = items.filter((item) => namesOf(item).includes(typed))
  if (exact.length > 0) return exact
  const folded = foldText(typed)
  return items.filter((item) => namesOf(item).some((name) => foldText(name) === folded))
}

function settled(goal: Goal): Result<Goal> {
  return { ok: true, value: goal, diagnostics: [] }
}

function unclear(message: string, help: string): Result<Goal> {
  return failure([{ code: 'goal-unclear', severity: 'error', message, labels: [], help }])
}
