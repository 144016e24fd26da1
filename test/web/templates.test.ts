import express from 'express'
import { describe, expect, test } from 'vitest'
import { setUpViews } from '#web/middleware/setUpViews.ts'

const app = express()
setUpViews(app)

function render(page: string, view: object): Promise<string> {
  return new Promise((resolve, reject) => {
    app.render(page, { ...view, layout: 'main' }, (error, html) =>
      error ? reject(error) : resolve(html ?? ''),
    )
  })
}

const view = { pageTitle: 'Trang', description: 'Mô tả', heading: 'Tiêu đề', message: 'Lời nhắn' }

describe('templates', () => {
  test('print what the page gives them', async () => {
    expect(await render('error', view)).toContain('Lời nhắn')
  })

  test.each(['heading', 'message', 'pageTitle'])('refuse a page without its %s', async (name) => {
    const { [name as keyof typeof view]: _, ...without } = view
    await expect(render('error', without)).rejects.toThrow(name)
  })

  test('escape what they print', async () => {
    expect(await render('error', { ...view, message: '<b>' })).not.toContain('<b>')
  })
})
