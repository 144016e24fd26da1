import { loadProgram } from '#engine/index.ts'
import { compile } from '#engine/compiled/compile.ts'
import { rulebookText } from './engine/criteria.ts'
import { factTable, plainEntrants } from './engine/dossier.ts'
const loaded = loadProgram({ name: 'toc-do.thidua', text: rulebookText() })
if (!loaded.ok) throw new Error('x')
const scorer = compile({ program: loaded.value, facts: factTable(plainEntrants(4000)), asOf: { year: 2026, month: 10, day: 31 } })
const [level] = scorer.levels
for (let i = 0; i < 600; i++) level?.score()
