import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const config = resolve('.config/dependency-cruiser.cjs')

/** Every broken rule in the given folders of a tree. */
async function violations(tree: string, ...paths: string[]): Promise<Violation[]> {
  const args = [cruiser, '--config', config, '-T', 'json', ...paths]
  const run = promisify(execFile)(process.execPath, args, { cwd: tree, maxBuffer: 1 << 28 })
  const { stdout } = await run.catch((failed: unknown) => failed as { stdout: string })
  const report = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } }
  expect(report.summary.totalCruised).toBeGreaterThan(0)
  return report.summary.violations
}

test('imports run one way, without circles', { timeout: 120_000 }, async () => {
  const broken = await violations('.', 'src', 'chapters')
  expect(broken.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)).toEqual([])
})

test('the rules bite: each planted arrow is found', { timeout: 120_000 }, async () => {
  const rules = new Set((await violations('tests/laws/planted', 'src')).map((v) => v.rule.name))
  for (const rule of [
    'math',
    'no-circles',
    'no-react-in-the-core',
    'widgets-apart',
    'tfjs-behind-one-door',
  ]) {
    expect([...rules]).toContain(rule)
  }
})
