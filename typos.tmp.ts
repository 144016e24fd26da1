import { readFileSync } from 'node:fs'
import { parse, check, type Rulebook } from '#language/index.ts'
import { KEYWORDS } from '/work/wt-editor/src/language/keywords.ts'
import { lex } from '/work/wt-editor/src/language/lexer.ts'
const verbose = process.argv.includes('-v')
const files = process.argv.slice(2).filter(f=>!f.startsWith('-'))
let total=0, over=0, lost=0; const kinds: Record<string, number[]> = {}
let zero=0
for (const f of files) {
  const text = readFileSync(f,'utf8').normalize('NFC')
  const outl = (r: Rulebook) => { const o:string[]=[]; for(const m of r.measures) o.push('m '+m.name.text); const v=(n:any)=>{o.push(n.kind+' '+n.code.text); n.children.forEach(v)}; r.children.forEach(v); return o }
  const base = outl(parse({name:f,text},()=>{}))
  const {clauses} = lex({name:f,text})
  const cases: [string, number, string][] = []
  for (const c of clauses) {
    const kw = c.tokens.filter(t=>Object.hasOwn(KEYWORDS,t.tokenType.name))
    for (const k of kw.slice(0,2)) { // delete each of some letters
      for (const at of [0, Math.floor(k.image.length/2), k.image.length-1]) {
        if (k.image[at]===' ') continue
        const p=k.startOffset+at
        cases.push(['letter', p, text.slice(0,p)+text.slice(p+1)])
      }
    }
    const line = text.slice(c.start,c.end)
    for (const m of line.matchAll(/"/g)) { const p=c.start+m.index; cases.push(['quote',p,text.slice(0,p)+text.slice(p+1)]) }
    for (const m of line.matchAll(/\S+/g)) { const p=c.start+m.index; cases.push(['double',p,text.slice(0,p)+m[0]+' '+text.slice(p)]) }
    for (const m of line.matchAll(/,/g)) { const p=c.start+m.index; cases.push(['semi',p,text.slice(0,p)+';'+text.slice(p+1)]) }
  }
  for (const [kind,p,t] of cases) {
    const ds:any[]=[]; const r=parse({name:f,text:t},d=>ds.push(d)); check(r,d=>ds.push(d))
    const o = outl(r); const missing=base.filter(x=>!o.includes(x))
    total++; (kinds[kind]??=[0,0,0,0])[0]++
    if (ds.length===0) {zero++; kinds[kind][3]++}
    const bad = ds.length>2 || missing.length>1
    if (ds.length>2) {over++;kinds[kind][1]++}
    if (missing.length>0) {lost++;kinds[kind][2]++}
    if (verbose && (ds.length>2||missing.length>0)) {
      const ls=t.lastIndexOf('\n',p)+1
      console.log('==',kind,f,JSON.stringify(t.slice(ls, t.indexOf('\n',p+3)).slice(0,160)), 'missing', missing.slice(0,5).join())
      for (const d of ds.slice(0,5)) console.log('   ', d.code, d.message.slice(0,120))
    }
  }
}
console.log({total,over,lost,zero}, kinds)
