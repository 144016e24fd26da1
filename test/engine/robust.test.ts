import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bindFacts,
  type Certificate,
  type CohortCertificate,
  certificateToJson,
  certify,
  classText,
  cohortText,
  type Program,
  pairText,
  rankedText,
  tiesText,
} from '#engine/index.ts'
import { type Case, dossierOf, type Scored, scoreCase } from '../support/scoring.ts'

/** Two criteria of 50 points each, which give as many points as are reported. */
const rules = `
  số liệu a "A": số thập phân điểm, hằng năm, từ 0 đến 50
  số liệu b "B": số thập phân điểm, hằng năm, từ 0 đến 50
  số liệu vi_phạm "Vi phạm": có/không, hằng năm
  tiêu chí 1 "A" tối đa 50 điểm
    giá trị = a; chỉ tiêu 50; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "B" tối đa 50 điểm
    giá trị = b; chỉ tiêu 50; chấm theo tỷ lệ đạt chỉ tiêu
  không xếp hạng khi vi_phạm`

/** The points of each village: `a`, `b` and perhaps `vi phạm`. */
type Villages = readonly (readonly string[])[]

function factsOf(villages: Villages): string {
  return villages
    .flatMap(([a, b, violates], index) => [
      `v${index + 1},a,2026,"${a}"`,
      `v${index + 1},b,2026,"${b}"`,
      ...(violates ? [`v${index + 1},vi_phạm,2026,có`] : []),
    ])
    .join('\n')
}

interface Given extends Partial<Case> {
  readonly villages?: never
  /** Further lines below the criteria. */
  readonly below?: string
}

function caseOf(villages: Villages, { below = '', ...given }: Given = {}): Case {
  return {
    scale: '100',
    ...given,
    rules: `${rules}\n${below}`,
    villages: villages.map((_, index) => `Thôn ${index + 1}`),
    facts: factsOf(villages),
  }
}

const certified = (villages: Villages, given: Given = {}) => {
  const scored = scoreCase(caseOf(villages, given))
  return { program: scored.program, certificate: certify(scored) }
}

/** Everything that is said of the cohorts, a sentence each. */
function said({ cohorts, ways, own }: Certificate, program: Program): readonly string[] {
  return cohorts.flatMap((cohort: CohortCertificate) => [
    `${cohort.cluster === undefined ? '' : `${cohort.cluster}: `}${cohortText(cohort, ways)}`,
    ...cohort.pairs.map((pair) => pairText(pair, own)),
    ...cohort.ranked.map((change) => rankedText(change, own)),
    ...cohort.classes.map((change) => classText(change, own, program)),
    ...[tiesText(cohort.ties) ?? []].flat(),
  ])
}

const CASES: readonly (readonly [string, Villages, Given, readonly string[]])[] = [
  [
    'far apart',
    [
      ['40', '40'],
      ['30', '30'],
      ['20', '20'],
    ],
    {},
    ['Thứ hạng không đổi dù làm tròn cách nào (357 cách).'],
  ],
  [
    'one decimal ties two',
    [
      ['41,5', '40'],
      ['41,46', '40'],
    ],
    {},
    [
      'Thứ hạng không đổi trong 205 trên 357 cách; 1 cặp đổi thứ tự. Cách nào giữ từ 2 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 1 (81,5) trước Thôn 2 (81,46): đồng hạng (cùng 81,5) nếu làm tròn tổng điểm đến 1 chữ số (152 cách).',
    ],
  ],
  [
    'rounded criteria swap two',
    [
      ['30,4', '30,4'],
      ['30,5', '30'],
    ],
    {},
    [
      'Thứ hạng không đổi trong 255 trên 357 cách; 1 cặp đổi thứ tự. Cách nào giữ từ 1 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 1 (60,8) trước Thôn 2 (60,5): đồng hạng (cùng 61) nếu làm tròn tổng điểm đến số nguyên (81 cách); Thôn 2 trước (61 so với 60) nếu làm tròn từng tiêu chí đến số nguyên (21 cách).',
    ],
  ],
  [
    'rounding down alone ties',
    [
      ['40,9', '40'],
      ['40,2', '40'],
    ],
    {},
    [
      'Thứ hạng không đổi trong 289 trên 357 cách; 1 cặp đổi thứ tự. Cách nào giữ từ 1 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 1 (80,9) trước Thôn 2 (80,2): đồng hạng (cùng 80) nếu làm tròn tổng điểm đến số nguyên, làm tròn xuống (68 cách).',
    ],
  ],
  [
    'a tie that further keys decide',
    [
      ['40', '40,3'],
      ['40,2', '40'],
    ],
    { below: 'xếp hạng theo tổng điểm, rồi điểm tiêu chí 1, vẫn bằng thì đồng hạng' },
    [
      'Thứ hạng không đổi trong 221 trên 357 cách; 1 cặp đổi thứ tự. Cách nào giữ từ 1 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 1 (80,3) trước Thôn 2 (80,2): Thôn 2 trước (cùng 80, xét tiếp thì hơn) nếu làm tròn tổng điểm đến số nguyên (73 cách); đồng hạng (cùng 80) nếu làm tròn từng tiêu chí đến số nguyên (63 cách).',
    ],
  ],
  [
    'each cluster by itself',
    [
      ['41,5', '40'],
      ['41,46', '40'],
      ['40', '40'],
      ['30', '30'],
    ],
    { clusters: { v1: 'B', v2: 'B', v3: 'A', v4: 'A' } },
    [
      'A: Thứ hạng không đổi dù làm tròn cách nào (357 cách).',
      'B: Thứ hạng không đổi trong 205 trên 357 cách; 1 cặp đổi thứ tự. Cách nào giữ từ 2 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 1 (81,5) trước Thôn 2 (81,46): đồng hạng (cùng 81,5) nếu làm tròn tổng điểm đến 1 chữ số (152 cách).',
    ],
  ],
  [
    'clusters together',
    [
      ['41,5', '40'],
      ['40', '40'],
      ['41,46', '40'],
    ],
    {
      clusters: { v1: 'B', v2: 'B', v3: 'A' },
      below: 'xếp hạng chung các cụm theo tổng điểm, vẫn bằng thì đồng hạng',
    },
    [
      'Thứ hạng không đổi trong 205 trên 357 cách; 1 cặp đổi thứ tự. Cách nào giữ từ 2 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 1 (81,5) trước Thôn 3 (81,46): đồng hạng (cùng 81,5) nếu làm tròn tổng điểm đến 1 chữ số (152 cách).',
    ],
  ],
  [
    'who is knocked out stands to nobody',
    [
      ['41,5', '40'],
      ['41,46', '40', 'có'],
      ['30', '30'],
    ],
    {},
    ['Thứ hạng không đổi dù làm tròn cách nào (357 cách).'],
  ],
  [
    'nobody is ranked',
    [
      ['41,5', '40', 'có'],
      ['41,46', '40', 'có'],
    ],
    {},
    ['Không ai có hạng, không có thứ tự để so.'],
  ],
  [
    'one is ranked',
    [
      ['41,5', '40'],
      ['41,46', '40', 'có'],
    ],
    {},
    ['Chỉ Thôn 1 có hạng, không có thứ tự để so.'],
  ],
  [
    'rounding meets a knock-out',
    [
      ['40', '40'],
      ['29,6', '40'],
    ],
    { below: 'không xếp hạng khi tiêu chí 1 dưới 60% điểm tối đa' },
    [
      'Thứ hạng không đổi trong 294 trên 357 cách. Cách nào giữ từ 1 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 2 không xếp hạng: có hạng nếu làm tròn từng tiêu chí đến số nguyên (63 cách).',
    ],
  ],
  [
    'who loses a shared rank stands to nobody',
    [
      ['30,4', '40'],
      ['40', '30,4'],
    ],
    { below: 'không xếp hạng khi tiêu chí 1 dưới 30,2 điểm' },
    [
      'Thứ hạng không đổi trong 294 trên 357 cách. Cách nào giữ từ 1 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 1 có hạng: không xếp hạng nếu làm tròn từng tiêu chí đến số nguyên (63 cách).',
      'Cách ghi hạng khi bằng nhau không đổi thứ tự, chỉ đổi con số: «lấy hạng trung bình» đổi 2 số hạng.',
    ],
  ],
  [
    'the rulebook ranks by rounded totals',
    [
      ['41,5', '40'],
      ['41,46', '40'],
    ],
    {
      head: 'làm tròn tổng điểm 1 chữ số',
      below: 'xếp hạng theo tổng điểm đã làm tròn, vẫn bằng thì đồng hạng',
    },
    [
      'Thứ hạng không đổi trong 152 trên 357 cách; 1 cặp đổi thứ tự.',
      'Thôn 1 và Thôn 2 đồng hạng (cùng 81,5): Thôn 1 trước (81,5 so với 81,46) nếu xếp theo tổng điểm chưa làm tròn (205 cách).',
      'Cách ghi hạng khi bằng nhau không đổi thứ tự, chỉ đổi con số: «lấy hạng trung bình» đổi 2 số hạng.',
    ],
  ],
  [
    'the rulebook rounds criteria',
    [
      ['30,4', '30,4'],
      ['30,5', '30'],
    ],
    { head: 'làm tròn từng tiêu chí 0 chữ số' },
    [
      'Thứ hạng không đổi trong 21 trên 357 cách; 1 cặp đổi thứ tự.',
      'Thôn 2 (61) trước Thôn 1 (60): Thôn 1 trước (60,8 so với 60,5) nếu không làm tròn từng tiêu chí (255 cách); đồng hạng (cùng 60) nếu làm tròn từng tiêu chí đến số nguyên, nửa làm tròn về số chẵn (81 cách).',
    ],
  ],
  [
    'classes',
    [
      ['40', '39,96'],
      ['30', '30'],
    ],
    { below: 'xếp loại\n"Tốt" từ 80 điểm trở lên\n"Khá" còn lại' },
    [
      'Thứ hạng không đổi dù làm tròn cách nào (357 cách).',
      'Thôn 1 (79,96) loại Khá: loại Tốt (80) nếu làm tròn từng tiêu chí đến 1 chữ số (126 cách).',
    ],
  ],
  [
    'a quota whose edge is tied',
    [
      ['40', '40'],
      ['40', '39,996'],
      ['20', '20'],
    ],
    {
      below:
        'xếp loại\n"Tốt" từ 70 điểm trở lên, không quá 40% số thôn, bằng nhau thì cùng không được\n"Khá" còn lại',
    },
    [
      'Thứ hạng không đổi trong 114 trên 357 cách; 1 cặp đổi thứ tự. Cách nào giữ từ 3 chữ số thập phân trở lên đều không đổi thứ hạng.',
      'Thôn 1 (80) trước Thôn 2 (79,996): đồng hạng (cùng 80,00) nếu làm tròn tổng điểm đến 2 chữ số (243 cách).',
      'Thôn 1 (80) loại Tốt: loại Khá (80) nếu làm tròn tổng điểm đến 2 chữ số (243 cách).',
    ],
  ],
  [
    'ties are numbered in other ways',
    [
      ['40', '40'],
      ['40', '40'],
      ['20', '20'],
    ],
    {},
    [
      'Thứ hạng không đổi dù làm tròn cách nào (357 cách).',
      'Cách ghi hạng khi bằng nhau không đổi thứ tự, chỉ đổi con số: «hạng sau liền kề» đổi 1 số hạng và «lấy hạng trung bình» đổi 2 số hạng.',
    ],
  ],
]

describe('what is said', () => {
  test.each(CASES)('%s', (_name, villages, given, sentences) => {
    const { certificate, program } = certified(villages, given)
    expect(said(certificate, program)).toEqual(sentences)
  })
})

test('the JSON form of a pair', () => {
  const { certificate, program } = certified([
    ['41,5', '40'],
    ['41,46', '40'],
  ])
  const { same, cohorts } = certificateToJson(certificate, program)
  expect(same).toBe(false)
  const text = '81,5'
  expect(cohorts).toMatchObject([
    {
      kind: 'thôn',
      ranked: 2,
      sameOrder: 205,
      safePlaces: 2,
      pairs: [
        {
          first: 'v1',
          second: 'v2',
          own: 'before',
          totals: { first: { exact: '163/2', text }, second: { exact: '4073/50', text: '81,46' } },
          changes: [
            {
              becomes: 'tied',
              ways: 152,
              way: { total: { places: 1, method: 'halfUp' }, criterion: null },
              totals: { first: { exact: '163/2', text }, second: { exact: '163/2', text } },
            },
          ],
        },
      ],
    },
  ])
})

test('the JSON form of a class and of equal ranks that are numbered otherwise', () => {
  const below = `xếp loại
    "Tốt" từ 81,5 điểm trở lên
    "Khá" còn lại`
  const { certificate, program } = certified(
    [
      ['41,46', '40'],
      ['41,46', '40'],
      ['10', '10'],
    ],
    { below },
  )
  const { cohorts } = certificateToJson(certificate, program)
  expect(cohorts).toMatchObject([
    {
      ranked: 3,
      classes: [
        {
          entrant: 'v1',
          own: 'Khá',
          changes: [{ becomes: 'Tốt', way: { total: null, criterion: { places: 1, method: 'halfUp' } } }],
        },
        { entrant: 'v2', own: 'Khá', changes: [{ becomes: 'Tốt' }] },
      ],
      ties: [
        { method: 'dense', changes: [{ entrant: 'v3', own: '3', becomes: '2' }] },
        {
          method: 'mean',
          changes: [
            { entrant: 'v1', own: '1', becomes: '1,5' },
            { entrant: 'v2', own: '1', becomes: '1,5' },
          ],
        },
      ],
    },
  ])
})

test('the JSON form of who is ranked only with other roundings', () => {
  const { certificate, program } = certified(
    [
      ['20', '30'],
      ['19,96', '30'],
    ],
    { below: 'không xếp hạng khi tiêu chí 1 dưới 40% điểm tối đa' },
  )
  expect(certificateToJson(certificate, program).cohorts).toMatchObject([
    { ranked: 1, rankedChanges: [{ entrant: 'v2', own: false, changes: [{ becomes: true }] }] },
  ])
})

describe('ways', () => {
  test.each([
    ['21 roundings of totals with 17 of criteria', {}, 357],
    ['a rounding that only the rulebook has is one more', { head: 'làm tròn từng tiêu chí 6 chữ số' }, 378],
    ['a rounding that is only printed is none', { head: 'làm tròn tổng điểm 6 chữ số' }, 357],
    [
      'without totals among the keys only criteria',
      { below: 'xếp hạng theo điểm tiêu chí 1, vẫn bằng thì đồng hạng' },
      17,
    ],
  ])('%s', (_name, given, ways) => {
    expect(certified([['40', '40']], given).certificate.ways).toBe(ways)
  })
})

describe('laws of certificates', () => {
  const points = fc.constantFrom('20', '20,4', '20,5', '20,46', '20,05', '21', '19,996')
  const villages = fc.array(
    fc
      .tuple(points, points, fc.constantFrom('', '', '', 'có'))
      .map((row) => row.filter((cell) => cell !== '')),
    { minLength: 1, maxLength: 6 },
  )
  const head = fc.constantFrom(
    '',
    'làm tròn từng tiêu chí 1 chữ số',
    'làm tròn tổng điểm 1 chữ số, làm tròn lên',
  )
  const keys = fc.constantFrom(
    'tổng điểm',
    'tổng điểm đã làm tròn',
    'tổng điểm đã làm tròn, rồi điểm tiêu chí 1',
  )
  const ties = fc.constantFrom('', ', hạng sau liền kề', ', lấy hạng trung bình')
  const classes = `xếp loại
    "Tốt" từ 41 điểm trở lên, không quá 40% số thôn, bằng nhau thì cùng được
    "Khá" còn lại`
  const given = fc.record({ head, keys, ties }).map((one) => ({
    head: one.head,
    below: `xếp hạng theo ${one.keys}, vẫn bằng thì đồng hạng${one.ties}\n${classes}`,
  }))

  test('the order of entrants and facts changes nothing', () => {
    fc.assert(
      fc.property(villages, given, fc.infiniteStream(fc.nat()), (all, rulebook, numbers) => {
        const one = caseOf(all, rulebook)
        const scored = scoreCase(one)
        const dossier = dossierOf(one)
        const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
          items
            .map((item) => ({ item, at: numbers.next().value ?? 0 }))
            .toSorted((left, right) => left.at - right.at)
            .map(({ item }) => item)
        const bound = bindFacts(scored.program, {
          entrants: shuffled(dossier.entrants),
          facts: shuffled(dossier.facts),
        })
        if (!bound.ok) throw new Error('order makes no fault')
        const again = certify({ ...scored, facts: bound.value })
        expect(certificateToJson(again, scored.program)).toEqual(
          certificateToJson(certify(scored), scored.program),
        )
      }),
      { numRuns: 15 },
    )
  })

  test('each turn is what a rulebook that rounds so gives', () => {
    fc.assert(
      fc.property(villages, given, (all, rulebook) => {
        const scored = scoreCase(caseOf(all, rulebook))
        const certificate = certify(scored)
        for (const cohort of certificate.cohorts) {
          expect(cohort.sheets).toEqual(scored.sheets)
          expect(cohort.sameOrder).toBeGreaterThan(0)
          for (const { first, second, own, turns } of cohort.pairs) {
            expect(relationOf(scored, first.entrant.id, second.entrant.id)).toBe(own)
            for (const { becomes, mildest } of turns) {
              const written = scoreCase(caseOf(all, rewritten(rulebook, mildest.way)))
              expect(relationOf(written, first.entrant.id, second.entrant.id)).toBe(becomes)
            }
          }
          for (const { sheet, turns } of cohort.classes) {
            for (const { becomes, mildest } of turns) {
              const written = scoreCase(caseOf(all, rewritten(rulebook, mildest.way)))
              expect(written.sheets.find(({ entrant }) => entrant.id === sheet.entrant.id)?.class).toBe(
                becomes,
              )
            }
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

type Way = Certificate['own']

const METHODS = {
  halfUp: 'nửa làm tròn lên',
  halfEven: 'nửa làm tròn về số chẵn',
  down: 'làm tròn xuống',
  up: 'làm tròn lên',
} as const

/** The rulebook with that way of rounding written into it. */
function rewritten({ below }: { readonly below: string }, { total, criterion }: Way): Given {
  const clause = (what: string, rounding: Way['total']): string =>
    rounding ? `làm tròn ${what} ${rounding.places} chữ số, ${METHODS[rounding.method]}\n` : ''
  const key = total ? 'theo tổng điểm đã làm tròn' : 'theo tổng điểm'
  return {
    head: clause('tổng điểm', total) + clause('từng tiêu chí', criterion),
    below: below.replace(/theo tổng điểm( đã làm tròn)?/, key),
  }
}

function relationOf({ sheets }: Pick<Scored, 'sheets'>, first: string, second: string): string {
  const rankOf = (id: string): number => sheets.find(({ entrant }) => entrant.id === id)?.rank ?? 0
  const [left, right] = [rankOf(first), rankOf(second)]
  if (left === right) return 'tied'
  return left < right ? 'before' : 'after'
}
