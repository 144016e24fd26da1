import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { type Criterion, check, format, type Group, isLeaf, parse, type Rulebook } from '#language/index.ts'
import { ROOT } from '../support/files.ts'

/** Real plans and the ways of scoring of real decisions, written in the language. */
const PLANS = 'test/corpus/plans'
const files = [PLANS, 'rules'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.thidua'))
    .map((name) => `${folder}/${name}`),
)

function read(file: string): { readonly rulebook: Rulebook; readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = []
  const text = readFileSync(join(ROOT, file), 'utf8')
  const rulebook = parse({ name: file, text }, (diagnostic) => found.push(diagnostic))
  check(rulebook, (diagnostic) => found.push(diagnostic))
  return { rulebook, found }
}

function leavesBelow(node: Group | Criterion): readonly Criterion[] {
  if (node.kind === 'criterion' && isLeaf(node)) return [node]
  return node.children.flatMap(leavesBelow)
}

describe.each(files)('%s', (file) => {
  const { found } = read(file)

  test('has no error, and every warning is accepted where it stands', () => {
    expect(renderDiagnostics(found)).toBe('')
  })

  test('is laid out as the formatter does', () => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const result = format({ name: file, text })
    expect(result.ok && result.value).toBe(text)
  })
})

/** The targets of a plan in the order of its annex, group by group, typed from the plan itself. */
describe.each<[string, number, Readonly<Record<string, string>>]>([
  [
    'rules/vinh-loc/2026.thidua',
    33,
    {
      I: '50% 60%',
      II: '100% 90% 100% 100% 90% 75% 75% 80% 80% 95% 100% 100% 100% 100%',
      III: '80% — 60% 20% 1_doanh_nghiệp 5-7_đơn_đăng_ký/năm',
      IV: '86% 80% 80% 80% 80% 80% 65% 95% 40% 30_tin_bài 4_lần/tháng',
    },
  ],
  [
    'rules/vinh-tru/2026.thidua',
    41,
    {
      1: '100% 100%',
      2: '70% 70% 100% 100%',
      3: '100% 90% 30% 100% 100% 100% 100%',
      4: '95% 60% 95% 50%',
      5: '0,70 100% 100% 80% 100% 90% 95% 100% 80% 60% 83% 95% 100% 100% 70% 100%',
      6: '40% 90%',
      7: '70% 30% 40% 82%',
      8: '100% 100%',
    },
  ],
  [
    'rules/ngoc-son/2026.thidua',
    29,
    {
      I: '60% 60%',
      II: '100% 100% 80%',
      III: '100% 100% 100% 99% 99% 100% 100% 100% 80% 100% 100% 100% 90% 85% 40% 50% 95% 40% 92% Có 18,7% Cơ_bản_hoàn_thành 0,2_doanh_nghiệp/1.000_dân',
      IV: '1,5%',
    },
  ],
])('%s', (file, count, targets) => {
  const groups = read(file).rulebook.children.filter(({ code }) => Object.hasOwn(targets, code.text))

  test('has the indicators and the targets of the plan', () => {
    const written = groups.map((group) => [
      group.code.text,
      leavesBelow(group)
        .map(({ target }) => target?.goal.text.replaceAll(' ', '_') ?? '—')
        .join(' '),
    ])
    expect(Object.fromEntries(written)).toEqual(targets)
    expect(groups.flatMap(leavesBelow)).toHaveLength(count)
  })
})

test('rules/vinh-loc/2026.thidua: each unit leads what the annex and part V of the plan give it', () => {
  const led = new Map<string, string[]>()
  for (const leaf of read('rules/vinh-loc/2026.thidua').rulebook.children.flatMap(leavesBelow)) {
    for (const { text } of leaf.leads) led.set(text, [...(led.get(text) ?? []), leaf.code.text])
  }
  expect(Object.fromEntries([...led].map(([unit, codes]) => [unit, codes.join(' ')]))).toEqual({
    'VNPT Vĩnh Lộc': '1 2 24',
    'Phòng Văn hóa - Xã hội': '3 18 22 25a 25b 25c 27 28',
    'Trung tâm Phục vụ hành chính công xã': '4 5 6 7 8 9 10 11 12',
    'Văn phòng HĐND và UBND': '13 14 15 16',
    'Ngân hàng Nhà nước (Agribank)': '17 21 23',
    'Phòng Kinh tế': '18 19 20 21',
    'Công an xã': '25d 26',
    'Trung tâm Cung ứng dịch vụ công xã': '29 30',
  })
})
