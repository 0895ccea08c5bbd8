import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve } from '../../src/site/scripts/serve.mjs'

const folder = mkdtempSync(join(tmpdir(), 'dist-'))
const servers: { url: string; close: () => Promise<void> }[] = []
const start = async (options: { port: number; base?: string }) => {
  const server = await serve({ folder, ...options })
  servers.push(server)
  return server.url
}

beforeAll(() => {
  mkdirSync(join(folder, 'en'))
  writeFileSync(join(folder, 'en/index.html'), '<p>en</p>')
  writeFileSync(join(folder, '404.html'), '<p>missing</p>')
})
afterAll(async () => {
  for (const server of servers) await server.close()
  rmSync(folder, { recursive: true })
})

it('serves pages by their folder, under any base', async () => {
  const url = await start({ port: 0, base: '/any/base/' })
  const page = await fetch(`${url}en/`)
  expect(await page.text()).toBe('<p>en</p>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect((await fetch(`${url}en`)).url).toBe(`${url}en/`)
})

it('answers what does not exist with the 404 page', async () => {
  const url = await start({ port: 0 })
  for (const path of ['nothing', 'en/nothing/', '..%2f..%2fetc/passwd', '%E0%A4%A']) {
    const answer = await fetch(url + path)
    expect([400, 404]).toContain(answer.status)
    expect(await answer.text()).toBe('<p>missing</p>')
  }
})

it('passes over a port that is taken', async () => {
  const first = new URL(await start({ port: 0 }))
  const second = new URL(await start({ port: Number(first.port) }))
  expect(Number(second.port)).toBeGreaterThan(Number(first.port))
})
