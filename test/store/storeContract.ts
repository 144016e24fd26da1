import { describe, expect, test } from 'vitest'
import type { Change } from '#records/change.ts'
import type { Refusal } from '#store/refusal.ts'
import type { FactsOf, Store } from '#store/store.ts'
import { change, ENTRANTS, fact } from './changes.ts'

/** What every store must do, whatever it keeps its records in. `open` gives an empty one. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  /** A store with two villages, and a report of 3 from the first. */
  const reported = async (): Promise<Store> => {
    const store = await open()
    await store.write(change({ entrants: ENTRANTS }))
    await store.write(change({ facts: [fact('thon-1', '3')] }))
    return store
  }

  describe(name, () => {
    test('knows nothing of a commune that was never written to', async () => {
      const store = await open()
      expect(await store.communes()).toEqual([])
      expect(await store.current('xa-mot')).toEqual({ revision: 0, entrants: [], facts: [] })
      expect(await store.audit('__proto__')).toEqual([])
      await store.close()
    })

    test('keeps what was written, with numbers and revisions', async () => {
      const store = await reported()
      expect(await store.communes()).toEqual(['xa-mot'])
      expect(await store.current('xa-mot')).toEqual({
        revision: 2,
        entrants: ENTRANTS,
        facts: [{ ...fact('thon-1', '3'), number: 1, revision: 2 }],
      })
      await store.close()
    })

    test('keeps what a correction replaces, and says which counts', async () => {
      const store = await reported()
      const corrected = { ...fact('thon-1', '5'), replaces: 1 }
      expect(await store.write(change({ why: 'thôn báo nhầm', facts: [corrected] }))).toEqual({
        ok: true,
        revision: 3,
      })
      expect((await store.current('xa-mot')).facts).toEqual([{ ...corrected, number: 2, revision: 3 }])
      expect((await store.history('xa-mot', fact('thon-1', ''))).map(({ value }) => value)).toEqual([
        '3',
        '5',
      ])
      expect((await store.audit('xa-mot')).at(-1)).toMatchObject({
        why: 'thôn báo nhầm',
        added: 0,
        corrected: 1,
      })
      await store.close()
    })

    test('lets a fact be withdrawn, and reported anew', async () => {
      const store = await reported()
      await store.write(change({ facts: [{ ...fact('thon-1', ''), replaces: 1, withdrawn: true }] }))
      expect((await store.current('xa-mot')).facts).toEqual([])
      expect((await store.audit('xa-mot')).at(-1)).toMatchObject({ withdrawn: 1, corrected: 0 })
      expect(await store.write(change({ facts: [fact('thon-1', '4')] }))).toMatchObject({
        ok: true,
      })
      expect((await store.current('xa-mot')).facts.map(({ value }) => value)).toEqual(['4'])
      await store.close()
    })

    test('tells the history of a place, of a measure and of an entrant', async () => {
      const store = await reported()
      const other = { ...fact('thon-1', '7'), measure: 'hồ_sơ' }
      await store.write(change({ facts: [other, fact('thon-2', '1'), fact('thon-1', '2', '2026-11')] }))
      await store.write(change({ facts: [{ ...fact('thon-1', '4'), replaces: 1 }] }))
      const values = async (of: FactsOf): Promise<readonly string[]> =>
        (await store.history('xa-mot', of)).map(({ value }) => value)
      expect(await values(fact('thon-1', ''))).toEqual(['3', '4'])
      expect(await values({ entrant: 'thon-1', measure: 'tin_bài' })).toEqual(['3', '2', '4'])
      expect(await values({ entrant: 'thon-1' })).toEqual(['3', '7', '2', '4'])
      expect(await values({ entrant: 'thon-9' })).toEqual([])
      await store.close()
    })

    test('keeps publications as they are', async () => {
      const store = await open()
      await store.write(change({ publication: { id: '2026-10', content: '{"đ":1}' } }))
      expect(await store.publications('xa-mot')).toEqual([
        {
          id: '2026-10',
          content: '{"đ":1}',
          hash: 'a0b6788473d89f042cecd61f77b65954394d5b46e7aa52a5c66f84b21cfa6fc5',
          revision: 1,
          at: '2026-11-01T08:00:00Z',
        },
      ])
      expect((await store.audit('xa-mot')).at(-1)?.publication).toBe('2026-10')
      await store.close()
    })

    test('keeps communes apart, whatever they are called', async () => {
      const store = await open()
      for (const commune of ['xa-hai', '__proto__', 'constructor'])
        await store.write(change({ commune, entrants: ENTRANTS, facts: [fact('thon-2', commune)] }))
      expect(await store.communes()).toEqual(['__proto__', 'constructor', 'xa-hai'])
      expect((await store.current('__proto__')).facts.map(({ value }) => value)).toEqual(['__proto__'])
      await store.close()
    })

    const refused: readonly (readonly [string, Partial<Change>, readonly Refusal[]])[] = [
      ['made for another revision', { expects: 1 }, [{ kind: 'outdated', expected: 1, revision: 2 }]],
      ['of an unknown entrant', { facts: [fact('thon-9', '1')] }, [{ kind: 'unknownEntrant', fact: 0 }]],
      [
        'of a fact there is already',
        { facts: [fact('thon-1', '4')] },
        [{ kind: 'factExists', fact: 0, number: 1 }],
      ],
      [
        'that replaces another place’s fact',
        { facts: [{ ...fact('thon-2', '4'), replaces: 1 }] },
        [{ kind: 'wrongReplacement', fact: 0, number: undefined }],
      ],
      [
        'that replaces a fact that is not there',
        { facts: [{ ...fact('thon-1', '4'), replaces: 7 }] },
        [{ kind: 'wrongReplacement', fact: 0, number: 1 }],
      ],
      [
        'that withdraws nothing',
        { facts: [{ ...fact('thon-2', ''), withdrawn: true }] },
        [{ kind: 'wrongReplacement', fact: 0, number: undefined }],
      ],
      [
        'with a fact twice',
        { facts: [fact('thon-2', '4'), fact('thon-2', '4')] },
        [{ kind: 'factTwice', fact: 1, before: 0 }],
      ],
      [
        'with an entrant twice',
        { entrants: [...ENTRANTS, ...ENTRANTS.slice(1)] },
        [{ kind: 'entrantTwice', id: 'thon-2' }],
      ],
      [
        'that drops an entrant of whom there are facts',
        { entrants: ENTRANTS.slice(1) },
        [{ kind: 'entrantHasFacts', id: 'thon-1' }],
      ],
    ]
    test.each(refused)('refuses a change %s, whole', async (_what, what, refusals) => {
      const store = await reported()
      const before = await store.current('xa-mot')
      const sound = fact('thon-2', '9', '2026-09')
      expect(await store.write(change({ ...what, facts: [...(what.facts ?? []), sound] }))).toEqual({
        ok: false,
        refusals,
      })
      expect(await store.current('xa-mot')).toEqual(before)
      expect(await store.audit('xa-mot')).toHaveLength(2)
      await store.close()
    })

    test('refuses to publish the same again', async () => {
      const store = await open()
      const publication = { id: '2026-10', content: 'a' }
      await store.write(change({ publication }))
      expect(await store.write(change({ publication: { ...publication, content: 'b' } }))).toEqual({
        ok: false,
        refusals: [{ kind: 'publicationExists', id: '2026-10' }],
      })
      await store.close()
    })

    test('numbers changes that come at once one after the other, and lets one of two rivals win', async () => {
      const store = await open()
      await store.write(change({ entrants: ENTRANTS }))
      const months = Array.from({ length: 9 }, (_, index) => `2026-0${index + 1}`)
      const written = await Promise.all(
        months.map((month) => store.write(change({ facts: [fact('thon-1', '1', month)] }))),
      )
      expect(written).toEqual(months.map((_, index) => ({ ok: true, revision: index + 2 })))
      const rivals = await Promise.all(
        ['6', '7'].map((value) => store.write(change({ expects: 10, facts: [fact('thon-2', value)] }))),
      )
      expect(rivals.map(({ ok }) => ok)).toEqual([true, false])
      await store.close()
    })
  })
}
