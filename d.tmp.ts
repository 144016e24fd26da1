import { readFileSync } from 'node:fs'
import { parse, check } from '#language/index.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { diagnosticToJson } from '#diagnostic/json.ts'
for (const f of process.argv.slice(2).filter(f=>!f.startsWith('-'))) {
const text = readFileSync(f,'utf8'); const ds:any[]=[]
check(parse({name:f,text},d=>ds.push(d)),d=>ds.push(d))
console.log(process.argv.includes('-j')? JSON.stringify(ds.map(d=>[d.message,diagnosticToJson(d).repairs]),null,1) : renderDiagnostics(ds))
}
