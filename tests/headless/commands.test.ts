import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** Runs a tool as an author does. */
function run(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['src/headless/launch.mjs', ...argv], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

interface Result {
  readonly backend: string
  readonly steps: number
  readonly members: readonly {
    readonly step: number
    readonly msPerStep: number
    readonly history: { steps: number[] }
  }[]
  readonly tensors: { readonly alive: number; readonly afterDispose: number }
}

describe('npm run experiment', { timeout: 120_000 }, () => {
  it.each(['cpu', 'wasm'])('trains in plain Node on %s and leaves no tensor', (backend) => {
    const { status, stdout, stderr } = run(
      'experiment',
      'spirals',
      '--set',
      'seed=3',
      '--set',
      'rate=0.1',
      '--steps',
      '12',
      '--backend',
      backend,
      '--json',
    )
    expect(stderr).toBe('')
    const result = JSON.parse(stdout) as Result
    expect(result).toMatchObject({ backend, steps: 12, values: { seed: 3, rate: 0.1 } })
    expect(result.tensors.alive).toBeGreaterThan(0)
    expect(result.tensors.afterDispose).toBe(0)
    expect(result.members[0].step).toBe(12)
    expect(result.members[0].msPerStep).toBeGreaterThan(0)
    expect(result.members[0].history.steps.at(-1)).toBeLessThanOrEqual(12)
    expect(status).toBe(0)
  })

  it('lists every widget with its parameters', () => {
    const { stdout, status } = run('experiment', '--list', '--json')
    const widgets = JSON.parse(stdout) as { name: string; params: { key: string; range: string }[] }[]
    expect(widgets.length).toBeGreaterThan(5)
    for (const { params } of widgets)
      for (const { key, range } of params) expect(`${key}: ${range}`).toMatch(/: \S/)
    expect(status).toBe(0)
    expect(run('experiment', '--list').stdout).toContain('valley (plain')
  })

  it('explains what it does not know, with exit code 2', () => {
    const { status, stderr } = run('experiment', 'vally')
    expect(stderr).toMatch(/Unknown widget "vally"\. Did you mean valley\?/)
    expect(status).toBe(2)
    expect(run('experiment', 'race').stderr).toContain('Its widget is activation-race.')
    expect(run('record', 'gradient-descnt').stderr).toMatch(/Unknown figure/)
    expect(run('bake').status).toBe(2)
  })

  it('says with exit code 1 that a run broke, where and why', () => {
    const { status, stdout, stderr } = run(
      'experiment',
      'dead-relu',
      '--set=rate=10',
      '--set=layers=6',
      '--steps=20',
    )
    expect(stdout).toMatch(/stopped at step \d+: non-finite, loss, rate-too-high/)
    expect(stderr).toBe('rate is read as learningRate.\n')
    expect(stdout).toMatch(/, 0 after dispose/)
    expect(status).toBe(1)
  })
})
