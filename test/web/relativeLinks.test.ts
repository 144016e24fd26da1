import { expect, test } from 'vitest'
import { fileNames } from '#web/export/fileOf.ts'
import { relativeLinks } from '#web/export/relativeLinks.ts'

/** As in a site where only pictures and the style sheet are files already. */
const fileAt = (path: string): string => fileNames()(path, /\.(png|css)$/.test(path) ? 'file' : 'page')

const HERE = 'an-nong/2026/thang-10/thon-3/index.html'

test.each([
  ['<a href="/">', '<a href="../../../../index.html">'],
  ['<a href="/an-nong/2026/thang-10">', '<a href="../index.html">'],
  ['<a href="/an-nong/2026/thang-10/thon-3">', '<a href="index.html">'],
  ['<a href="/an-nong/2026/thang-10/thon-3#tc-4">', '<a href="index.html#tc-4">'],
  ['<a href="/an-nong/2026/thang-10/thon-5#tc-4">', '<a href="../thon-5/index.html#tc-4">'],
  ['<a href="/an-nong/2026/thang-10/thon-3/so-sanh/x">', '<a href="so-sanh/x/index.html">'],
  ['<a href="/an-nong/2026/thang-10/tieu-chi/5.10">', '<a href="../tieu-chi/5.10/index.html">'],
  ['<a href="/an-nong/2026/thang-10/tieu-chi/3đ">', '<a href="../tieu-chi/3%C4%91/index.html">'],
  ['<a href="/an-nong/2026/thang-10/tieu-chi/3%C4%91">', '<a href="../tieu-chi/3%C4%91/index.html">'],
  ['<a href="/con/2026">', '<a href="../../../../con_/2026/index.html">'],
  ['<a href="/x?a&#x3D;b&amp;c#d">', '<a href="../../../../x/index.html?a=b&amp;c#d">'],
  [
    '<link rel="stylesheet" href="/assets/site.css">',
    '<link rel="stylesheet" href="../../../../assets/site.css">',
  ],
  ['<img alt="/x" src="/an-nong/2026/thang-10/anh.png">', '<img alt="/x" src="../anh.png">'],
  ['<form action="/x" method="get">', '<form action="../../../../x/index.html" method="get">'],
  [
    '<a class="b" hidden href="/x" title="a > b">',
    '<a class="b" hidden href="../../../../x/index.html" title="a > b">',
  ],
  // What stays as it is.
  ['<a href="#tc-4">', '<a href="#tc-4">'],
  ['<a href="https://thidua.example/x">', '<a href="https://thidua.example/x">'],
  ['<a href="//thidua.example/x">', '<a href="//thidua.example/x">'],
  ['<a data-href="/x" title=\'\'>', '<a data-href="/x" title=\'\'>'],
  ['<p>viết href="/x" hay src="/y"</p>', '<p>viết href="/x" hay src="/y"</p>'],
  ['<p title="1 &lt; 2 href&#x3D;&quot;/x&quot;">', '<p title="1 &lt; 2 href&#x3D;&quot;/x&quot;">'],
  ['1 < 2, href="/x" > 3', '1 < 2, href="/x" > 3'],
])('%s', (tag, expected) => {
  expect(relativeLinks(tag, HERE, fileAt)).toBe(expected)
})

test('at the top, links lead down', () => {
  expect(relativeLinks('<a href="/"><a href="/a/b"><img src="/assets/x.png">', 'index.html', fileAt)).toBe(
    '<a href="index.html"><a href="a/b/index.html"><img src="assets/x.png">',
  )
})

test.each([
  ['/', 'page', 'index.html'],
  ['/a/b', 'page', 'a/b/index.html'],
  ['/a/ket-qua.csv', 'file', 'a/ket-qua.csv'],
  ['/a/5.10', 'page', 'a/5.10/index.html'],
  ['/a/CON/nul.csv', 'page', 'a/CON_/nul_.csv/index.html'],
  ['/a/concord', 'page', 'a/concord/index.html'],
] as const)('%s as a %s is the file %s', (path, standsAs, file) => {
  expect(fileNames()(path, standsAs)).toBe(file)
})

test('no two paths have files that differ by capitals alone, and each keeps its own', () => {
  const fileOf = fileNames()
  const paths = ['/a/III', '/a/iii', '/A/III', '/a/iii_2', '/a/Iii', '/CON', '/con_', '/a/III']
  expect(paths.map((path) => fileOf(path, 'page').replace('/index.html', ''))).toEqual([
    'a/III',
    'a/iii_2',
    'A_2/III',
    'a/iii_2_2',
    'a/Iii_3',
    'CON_',
    'con__2',
    'a/III',
  ])
})

test('a page of a megabyte of open tags takes no longer than its length', () => {
  const hostile = `${'<a '.repeat(100_000)}${'<a href='.repeat(50_000)}${'<a x="'.repeat(50_000)}`
  expect(relativeLinks(hostile, HERE, fileAt)).toBe(hostile)
})
