#!/usr/bin/env node
/**
 * The benchmark: ratios measured in one run, in a real browser. `npm run bench [-- --json] [--quick] [--only a,b,c,d]`
 *   a  our loop against a bare hand-written TensorFlow.js loop, same net, same backend, frames flowing in both
 *   b  our loop against convnetjs in its own worker
 *   e  a convolutional net: our loop on wasm against convnetjs, and against TensorFlow.js on its cpu backend
 *   c  long tasks and frame gaps of a chapter page while a figure trains flat out, idle, and training on the main thread
 *   d  bytes and requests of a chapter page before and after the first figure wakes
 */
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { build } from 'vite'
import { median, medianInterval, quantile } from './statistics.mjs'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    only: { type: 'string', default: 'a,b,c,d,e' },
  },
})
const wanted = new Set(options.only.split(','))
const [PAIRS, MS] = options.quick ? [3, 500] : [21, 2000]
const say = (text) => options.json || console.log(text)
const round = (x, digits = 3) => Number(x.toFixed(digits))

async function serve(folder) {
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.json': 'application/json',
  }
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    try {
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(await readFile(file))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

const browser = await chromium.launch({
  executablePath:
    process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync),
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const result = { pairs: PAIRS, msPerRun: MS }

/** Ratio first/second: the median over pairs, with its 95 % interval. */
function ratioOf({ first, second, loss, frames }) {
  const ratios = first.map((rate, i) => rate / second[i])
  return {
    ratio: round(median(ratios)),
    interval95: medianInterval(ratios).map((x) => round(x)),
    stepsPerSecond: [round(median(first), 0), round(median(second), 0)],
    finalLoss: loss.map((x) => round(x, 4)),
    frames,
  }
}

if (['a', 'b', 'c', 'e'].some((part) => wanted.has(part))) {
  await build({
    root: 'tests/bench/page',
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: join(process.cwd(), '.cache/bench'), emptyOutDir: true, chunkSizeWarningLimit: 5000 },
  })
}
if (['a', 'b', 'e'].some((part) => wanted.has(part))) {
  const { url, close } = await serve('.cache/bench')
  const page = await browser.newPage()
  page.on('pageerror', (error) => console.error(error))
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()))
  await page.goto(url)
  const pairs = (...args) => page.evaluate((given) => window.bench.pairs(...given), args)
  if (wanted.has('a')) {
    result.a = {}
    for (const [net, backend] of [
      ['tiny', 'cpu'],
      ['deep', 'cpu'],
      ['wide', 'wasm'],
    ]) {
      const key = `${net} on ${backend}`
      result.a[key] = ratioOf(await pairs(['ours', 'bare'], backend, net, PAIRS, MS))
      say(`(a) ours ÷ bare loop, ${key}: ${JSON.stringify(result.a[key])}`)
    }
  }
  if (wanted.has('b')) {
    result.b = {}
    for (const [net, shape] of [
      ['tiny', '2-8-8-1'],
      ['deep', '2-8-8-8-8-8-8-1'],
    ]) {
      result.b[net] = ratioOf(await pairs(['ours', 'convnetjs'], 'cpu', net, PAIRS, MS))
      say(`(b) ours ÷ convnetjs, ${shape} tanh, batch 10: ${JSON.stringify(result.b[net])}`)
    }
  }
  if (wanted.has('e')) {
    result.e = {}
    for (const [peer, backend] of [
      ['convnetjs', 'wasm'],
      ['bare', 'cpu'],
    ]) {
      result.e[peer] = ratioOf(await pairs(['ours', peer], ['wasm', backend], 'cnn', PAIRS, MS))
      say(`(e) ours on wasm ÷ ${peer}, 28 × 28 digits, batch 32: ${JSON.stringify(result.e[peer])}`)
    }
  }
  await page.close()
  close()
}

/** Figures of a sample of frames. */
const smoothness = ({ gaps, longTasks }) => ({
  framesPerSecond: round(1000 / (gaps.reduce((a, b) => a + b, 0) / gaps.length), 1),
  gapMedian: round(median(gaps), 1),
  gapP95: round(quantile(gaps, 0.95), 1),
  longTasks: longTasks.length,
  longest: round(Math.max(0, ...longTasks), 0),
})

if (wanted.has('c') || wanted.has('d')) {
  if (!existsSync('dist/en/gradient-descent/index.html'))
    throw new Error('Build the book first: npm run build')
}
if (wanted.has('c')) {
  const watchSource = `(${watchFrames.toString()})`
  const book = await serve('dist')
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${book.url}en/activation-functions/`)
  const figure = page.locator('[data-figure="race"]')
  await figure.scrollIntoViewIfNeeded()
  await page.waitForTimeout(1500)
  const ms = options.quick ? 1500 : 6000
  const idle = smoothness(await page.evaluate(`${watchSource}(${ms})`))
  await figure.getByRole('button', { name: /^Play/ }).first().click()
  await page.waitForFunction(() => Number(document.querySelector('[data-figure="race"]').dataset.step) > 20)
  const from = Number(await figure.getAttribute('data-step'))
  const training = smoothness(await page.evaluate(`${watchSource}(${ms})`))
  const steps = Number(await figure.getAttribute('data-step')) - from
  const idleAgain = smoothness(
    await (await figure
      .getByRole('button', { name: /^(Pause|暂停)/ })
      .first()
      .click(),
    page.waitForTimeout(500),
    page.evaluate(`${watchSource}(${ms})`)),
  )
  await page.close()
  book.close()
  const other = await serve('.cache/bench')
  const bare = await browser.newPage()
  await bare.goto(other.url)
  const mainThread = smoothness(await bare.evaluate((time) => window.bench.watchMainThread('wide', time), ms))
  other.close()
  result.c = {
    idle,
    training: { ...training, steps },
    idleAgain,
    mainThread,
    p95MoreThanIdle: round(training.gapP95 - Math.max(idle.gapP95, idleAgain.gapP95), 1),
  }
  say(`(c) ${JSON.stringify(result.c)}`)
}

/** Runs in the page: gaps between animation frames and tasks over 50 ms. */
async function watchFrames(ms) {
  const gaps = []
  const longTasks = []
  const observer = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map((e) => e.duration)),
  )
  observer.observe({ entryTypes: ['longtask'] })
  const end = performance.now() + ms
  let last
  await new Promise((done) => {
    const tick = (time) => {
      if (last !== undefined) gaps.push(time - last)
      last = time
      time < end ? requestAnimationFrame(tick) : done()
    }
    requestAnimationFrame(tick)
  })
  longTasks.push(...observer.takeRecords().map((e) => e.duration))
  observer.disconnect()
  return { gaps, longTasks }
}

if (wanted.has('d')) {
  const book = await serve('dist')
  const context = await browser.newContext({
    viewport: { width: 1280, height: 700 },
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const seen = []
  page.on('response', (response) => {
    if (response.url().startsWith('http'))
      seen.push(
        response.body().then(
          (body) => ({
            url: response.url(),
            bytes: body.length,
            gzip: gzipSync(body).length,
            type: extname(new URL(response.url()).pathname) || '.html',
          }),
          () => null,
        ),
      )
  })
  const sum = (list, pick = () => true) => {
    const chosen = list.filter((r) => r && pick(r))
    return {
      requests: chosen.length,
      bytes: chosen.reduce((a, r) => a + r.bytes, 0),
      gzip: chosen.reduce((a, r) => a + r.gzip, 0),
    }
  }
  await page.goto(`${book.url}en/gradient-descent/`, { waitUntil: 'networkidle' })
  const before = await Promise.all(seen)
  const js = (r) => r.type === '.js'
  const figure = page.locator('[data-figure]').first()
  await figure.scrollIntoViewIfNeeded()
  await page.waitForTimeout(1500)
  const awake = await Promise.all(seen)
  await page.locator('[data-figure="real-network"], [data-figure]').last().scrollIntoViewIfNeeded()
  await page.locator('[data-figure]').last().getByRole('button', { name: /^Play/ }).first().click()
  await page.waitForTimeout(3000)
  const running = await Promise.all(seen)
  const origin = new URL(book.url).origin
  result.d = {
    beforeAnyFigureWakes: { all: sum(before), javascript: sum(before, js) },
    figureAwake: { all: sum(awake), javascript: sum(awake, js) },
    modelRunning: { all: sum(running), javascript: sum(running, js) },
    workerRequestedBeforePlay: awake.some((r) => r && /worker/i.test(r.url)),
    otherOrigins: running.filter((r) => r && !r.url.startsWith(origin)).map((r) => r.url),
  }
  say(`(d) ${JSON.stringify(result.d)}`)
  await context.close()
  book.close()
}
await browser.close()
if (options.json) console.log(JSON.stringify(result, null, 2))
