import { describe, expect, test } from 'vitest'
import { createRenderer } from '#web/site/renderer.ts'

const renderer = createRenderer({ base: undefined, queries: true })

function render(template: string, view: object): Promise<string> {
  return renderer.page({ template, view: view as typeof VIEW }, '')
}

const VIEW = { pageTitle: 'Trang', description: 'Mô tả', heading: 'Tiêu đề', message: 'Lời nhắn' }

describe('templates', () => {
  test('print what the page gives them', async () => {
    expect(await render('error', VIEW)).toContain('Lời nhắn')
  })

  test.each(['heading', 'message', 'pageTitle'])('refuse a page without its %s', async (name) => {
    const { [name as keyof typeof VIEW]: _, ...without } = VIEW
    await expect(render('error', without)).rejects.toThrow(name)
  })

  test('escape what they print', async () => {
    expect(await render('error', { ...VIEW, message: '<b>' })).not.toContain('<b>')
  })
})
