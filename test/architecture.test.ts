import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Each layer and the layers it may import. Reading order is build order (DESIGN, part 5). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  diagnostic: ['base'],
  records: ['base', 'diagnostic'],
  language: ['base', 'diagnostic'],
  engine: ['base', 'diagnostic', 'records', 'language'],
  simulate: ['base', 'diagnostic', 'records', 'language', 'engine'],
  store: ['base', 'diagnostic', 'records'],
  services: ['base', 'diagnostic', 'records', 'language', 'engine', 'simulate', 'store'],
  web: ['base', 'diagnostic', 'records', 'language', 'engine', 'simulate', 'services'],
  cli: ['base', 'diagnostic', 'records', 'language', 'engine', 'simulate', 'store', 'services', 'web'],
}

/** What only some places may use, and why it would hurt elsewhere. */
const RESERVED: readonly { readonly uses: RegExp; readonly allowedIn: RegExp; readonly because: string }[] = [
  {
    uses: /^node:/,
    allowedIn: /^(store|services|web|cli)\//,
    because: 'the layers below are pure and run in a browser',
  },
  {
    uses: /^fraction\.js$/,
    allowedIn: /^base\/rational\.ts$/,
    because: 'floats must not slip past the own type',
  },
  {
    uses: /^zod$/,
    allowedIn: /^records\//,
    because: 'data is parsed at the boundary, then the type is trusted',
  },
  { uses: /^csv-parse/, allowedIn: /^records\//, because: 'files enter through records' },
  {
    uses: /^chevrotain$/,
    allowedIn:
      /^language\/(tokens|lexer|parser|read\w+|syntaxMessages|grammar\/\w+|mend\/\w+|toAst\/\w+)\.ts$/,
    because: 'only the reading of text knows the parser, and only toAst sees its trees',
  },
  {
    uses: /^(express|express-handlebars|helmet|pino|prom-client|uqr|@resvg\/resvg-js)$/,
    allowedIn: /^web\//,
    because: 'pages are the web layer',
  },
  {
    uses: /^(handlebars|docx)$/,
    allowedIn: /^(web|services\/annex)\//,
    because: 'pages are the web layer, and the annex is the one document that is printed',
  },
  {
    uses: /^d3-/,
    allowedIn: /^web\/presenters\/\w+Chart\.ts$/,
    because: 'only pictures are drawn in floats',
  },
  {
    uses: /^(yauzl|saxes)$/,
    allowedIn: /^services\/spreadsheets\/xlsx\//,
    because: 'what comes from strangers is unpacked and parsed in one place, behind its guards',
  },
  {
    uses: /^write-excel-file/,
    allowedIn: /^services\/(workbook|spreadsheets)\//,
    because: 'spreadsheets are written where they are made',
  },
  {
    uses: /^(esbuild|@noble\/hashes)/,
    allowedIn: /^web\/bundles\//,
    because: 'the engine is made into one script, with its own hashing, for the browser alone',
  },
  {
    uses: /^pure-rand/,
    allowedIn: /^base\/random\.ts$/,
    because: 'the same seed gives the same draws everywhere, by one generator',
  },
  { uses: /^commander$/, allowedIn: /^cli\//, because: 'the command line is the cli layer' },
]

interface Import {
  readonly from: string
  readonly what: string
}

const SOURCE = join(import.meta.dirname, '..', 'src')

/** Imports in a file's text: static, type-only, re-exported and dynamic. */
function importsOf(from: string, text: string): readonly Import[] {
  const found = text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*['"]([^'"]+)['"]/gm)
  return [...found].map(([, what = '']) => ({ from, what }))
}

/** What is wrong with an import; nothing for one that is allowed. */
function faultOf({ from, what }: Import): string | undefined {
  const layer = from.split('/')[0] ?? ''
  const target = what.startsWith('#') ? what.slice(1).split('/')[0] : undefined
  if (what.startsWith('../') && !join(from, '..', what).startsWith(`${layer}/`))
    return `${from} leaves its layer by ${what}`
  if (target === layer) return `${from} imports its own layer as ${what}; inside a layer paths are relative`
  if (target !== undefined && !MAY_IMPORT[layer]?.includes(target))
    return `${from} (${layer}) may not import ${what}`
  const reserved = RESERVED.find(({ uses, allowedIn }) => uses.test(what) && !allowedIn.test(from))
  return reserved && `${from} may not import ${what}: ${reserved.because}`
}

const files = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[tj]s$/.test(entry.name))
  .map((entry) => relative(SOURCE, join(entry.parentPath, entry.name)))
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(SOURCE, file), 'utf8')))

describe('layers', () => {
  test('imports go one way', () => {
    expect(imports.length).toBeGreaterThan(200)
    expect(imports.flatMap((each) => faultOf(each) ?? [])).toEqual([])
  })

  test('every folder of src is a layer', () => {
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(new Set(Object.keys(MAY_IMPORT)))
  })

  test.each([
    ['an upward import', 'engine/score.ts', `import { openSite } from '#services/site/site.ts'`],
    ['an upward import of a type', 'base/interval.ts', `import type { Fact } from '#records/fact.ts'`],
    ['a way round by a relative path', 'language/parse.ts', `import { score } from '../engine/score.ts'`],
    ['a re-export', 'records/fact.ts', `export * from '#language/ast.ts'`],
    ['a dynamic import', 'engine/score.ts', `const { createApp } = await import('#web/app.ts')`],
    ['the disk in a pure layer', 'engine/score.ts', `import { readFileSync } from 'node:fs'`],
    ['floats past the own type', 'engine/score.ts', `import Fraction from 'fraction.js'`],
    ['the syntax tree in a check', 'language/check/check.ts', `import type { CstNode } from 'chevrotain'`],
  ])('%s is found', (_name, file, planted) => {
    expect(importsOf(file, planted).flatMap((each) => faultOf(each) ?? [])).toHaveLength(1)
  })
})
