import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../support/files.ts'
import { readPage } from './snippets.ts'

const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))

/** The anchor that a forge makes of a heading: small letters, hyphens for blanks, no other signs. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}

test.each(pages)('every link of docs/%s leads somewhere', (page) => {
  const dead = [...readPage(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^https?:/.test(link)) return []
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? page : file
    if (!existsSync(join(ROOT, 'docs', target))) return [link]
    if (anchor === undefined) return []
    const anchors = [...readPage(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
    return anchors.includes(anchor) ? [] : [link]
  })
  expect(dead).toEqual([])
})
