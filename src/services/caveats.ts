import { loadProgram, type Program } from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import { ILLUSTRATIVE, saysMadeUp } from '#records/fact.ts'
import type { Publication } from '#records/publication.ts'
import type { Standings } from './standings.ts'

/** What has to be said of results wherever they are quoted, in a few words each; empty where they stand as they are. */
export type Caveats = readonly string[]

export function caveatsOf({ dossier, program }: Pick<Standings, 'dossier' | 'program'>): Caveats {
  return caveats(isMadeUp(dossier), program)
}

/** Every page of a board asks, and a dossier may have a hundred thousand facts. */
const known = new WeakMap<Dossier, boolean>()

function isMadeUp(dossier: Dossier): boolean {
  const found = known.get(dossier) ?? someMadeUp(dossier)
  known.set(dossier, found)
  return found
}

function someMadeUp({ facts }: Dossier): boolean {
  const said = new Set(facts.flatMap(({ source, evidence }) => [source, evidence]))
  return [...said].some(saysMadeUp)
}

/** The same of publications that are not computed again, one after the other: most have the rules of the one before. */
export function caveatsReader(): (publication: Publication) => Caveats {
  const programs = new Map<string, Program | undefined>()
  return ({ rulebook: { text }, dossier }) => {
    if (!programs.has(text)) programs.set(text, programIn(text))
    return caveats(saysMadeUp(dossier.facts), programs.get(text))
  }
}

function programIn(text: string): Program | undefined {
  const program = loadProgram({ name: 'bộ tiêu chí', text })
  return program.ok ? program.value : undefined
}

/** What has to be said of the rules alone. */
export function caveatsOfRules({ rulebook: { scale, ranking, classification } }: Program): Caveats {
  // Where the points are to be decided, so is what follows from them.
  if (scale?.tentative) return ['điểm dự kiến']
  return [
    ...(ranking?.tentative ? ['xếp hạng dự kiến'] : []),
    ...(classification?.tentative ? ['xếp loại dự kiến'] : []),
  ]
}

/** Those that all have: where some have others, each says its own. */
export function sharedCaveats(all: readonly Caveats[]): Caveats {
  return (all[0] ?? []).filter((caveat) => all.every((each) => each.includes(caveat)))
}

function caveats(madeUp: boolean, program: Program | undefined): Caveats {
  return [...(madeUp ? [ILLUSTRATIVE] : []), ...(program ? caveatsOfRules(program) : [])]
}
