import type { Diagnostic, Result } from '#diagnostic/diagnostic.ts'
import { failure } from '#diagnostic/diagnostic.ts'
import { findDossier, readDossierFolder } from '#store/dossierFolder.ts'
import { findRulebooks } from '#store/findRulebooks.ts'
import type { Plan } from './compareTargets.ts'
import { openRulebook } from './scoreDossier.ts'
import type { SampleFolders } from './site/sampleSite.ts'

/** Every rulebook below a folder with the entrants of its commune; a fault in any of them is told in full. */
export async function openPlans({ rules, data }: SampleFolders): Promise<Result<readonly Plan[]>> {
  const places = await findRulebooks(rules)
  if (!places.ok) return places
  const diagnostics: Diagnostic[] = []
  const plans: Plan[] = []
  for (const { commune, edition, path } of places.value) {
    const program = await openRulebook(path)
    const dossier = await readDossierFolder(await findDossier(data, commune, edition))
    diagnostics.push(...program.diagnostics, ...dossier.diagnostics)
    if (program.ok && dossier.ok)
      plans.push({ commune, edition, program: program.value, entrants: dossier.value.entrants })
  }
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics)
  return { ok: true, value: plans, diagnostics }
}
