/**
 * `npm test`: types, lint, unit tests and laws, build, tests in a real browser. Every stage runs, so that one command tells
 * all that is wrong. The last line counts: tests, and one each for a TypeScript project, lint and build.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const cache = join(root, 'node_modules/.cache')
const count = { passed: 0, failed: 0, skipped: 0 }
const times = []
mkdirSync(cache, { recursive: true })

function run(name, script, args, env = {}) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  times.push([name, (Date.now() - started) / 1000])
  return status === 0
}

/** A stage that is right or wrong as a whole; its parts run one after the other. */
function check(name, script, ...parts) {
  const fine = parts.map((args, i) => run(i === 0 ? name : `${name} (${i + 1})`, script, args)).every(Boolean)
  if (fine) count.passed++
  else count.failed++
  return fine
}

/** A vitest project; its tests are counted one by one, and skipped ones are named. */
function vitest(project, env) {
  const report = join(cache, `vitest-${project}.json`)
  rmSync(report, { force: true })
  const fine = run(
    project,
    'vitest/vitest.mjs',
    [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
  )
  let read
  try {
    read = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    count.failed++
    return
  }
  count.passed += read.numPassedTests
  count.failed += read.numFailedTests
  // A file that breaks before its tests begin has no failed test, and still has failed.
  if (!fine && read.numFailedTests === 0) count.failed += Math.max(1, read.numFailedTestSuites)
  for (const file of read.testResults)
    for (const test of file.assertionResults)
      if (test.status === 'pending' || test.status === 'skipped' || test.status === 'todo') {
        count.skipped++
        console.log(`skipped: ${test.fullName}`)
      }
}

const only = process.argv.slice(2)
const wanted = (stage) => only.length === 0 || only.includes(stage)

const PROJECTS = [
  'src/tsconfig.worker.json',
  'src/tsconfig.page.json',
  'src/tsconfig.site.json',
  'tests/tsconfig.json',
]
if (wanted('types')) check('types', 'typescript/bin/tsc', ...PROJECTS.map((project) => ['-p', project]))
if (wanted('lint'))
  check('lint', 'eslint/bin/eslint.js', [
    '-c',
    '.config/eslint.config.js',
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint/',
    'src',
    'tests',
    'chapters',
    'vite.config.ts',
  ])
if (wanted('unit')) vitest('unit')
if (wanted('build') || wanted('browser')) {
  const built = check('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn'])
  if (wanted('browser')) {
    const chromium = built ? await findChromium() : undefined
    if (chromium !== undefined) vitest('browser', { CHROMIUM_PATH: chromium })
    else {
      console.error(built ? 'Browser tests could not run.' : 'Browser tests need a build.')
      count.failed++
    }
  }
}

console.log('')
for (const [name, seconds] of times) console.log(`${name.padEnd(32)} ${seconds.toFixed(1).padStart(7)} s`)
console.log(
  `${'total'.padEnd(32)} ${times
    .reduce((sum, [, s]) => sum + s, 0)
    .toFixed(1)
    .padStart(7)} s`,
)
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
process.exitCode = count.failed > 0 ? 1 : 0
