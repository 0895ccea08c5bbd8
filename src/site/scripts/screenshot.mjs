/** `npm run screenshot`: the README's picture, taken of the built book once its home figure has trained. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { findChromium } from './chromium.mjs'
import { serve } from './serve.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const executablePath = await findChromium()
if (executablePath === undefined) process.exit(1)
const { url, close } = await serve({ folder: join(root, 'dist'), port: 0 })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' })
await page.goto(`${url}en/`)
await page.waitForSelector('[data-figure][data-status="done"]', { timeout: 120_000 })
mkdirSync(join(root, 'docs'), { recursive: true })
await page.screenshot({ path: join(root, 'docs/home.png') })
await browser.close()
await close()
