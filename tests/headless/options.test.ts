import { describe, expect, it } from 'vitest'
import { inFull, valuesFor } from '../../src/headless/experimentCommand.ts'
import { parseExperimentOptions } from '../../src/headless/options.ts'
import { choice, defineParams, number } from '../../src/protocol/params.ts'
import { defineSpec, type AnySpec } from '../../src/protocol/spec.ts'

describe('the command line', () => {
  it('is read, with = or a space', () => {
    const spaced = '--set seed=3 --set name=a=b valley --steps 500 --backend wasm --json'
    expect(parseExperimentOptions(spaced.split(' '))).toEqual({
      widget: 'valley',
      set: { seed: '3', name: 'a=b' },
      data: {},
      steps: 500,
      backend: 'wasm',
      json: true,
      list: false,
      help: false,
    })
    expect(parseExperimentOptions(['--steps=5', '--set=a=1'])).toMatchObject({ steps: 5, set: { a: '1' } })
  })

  it.each([
    [['--step', '5'], /Unknown option "--step".*Did you mean --steps\?/],
    [['--steps', 'many'], /whole number/],
    [['--steps', '-3'], /whole number/],
    [['--steps='], /whole number/],
    [['--steps'], /needs a value/],
    [['--set', 'seed'], /key=value/],
    [['--data', 'training'], /--data takes key=value/],
    [['--backend', 'gpu'], /Unknown backend "gpu".*cpu, wasm/],
    [['--backend', 'webgpu'], /needs a browser/],
    [['a', 'b'], /One widget at a time/],
  ])('%j is explained', (argv, message) => {
    expect(() => parseExperimentOptions(argv)).toThrow(message)
  })
})

describe('names', () => {
  const spec = {
    name: 'w',
    params: defineParams({
      learningRate: number({ default: 1, min: 0, max: 2, aliases: ['lr'] }),
      decayRate: number({ default: 1, min: 0, max: 2 }),
      batchSize: number({ default: 1, min: 0, max: 2 }),
    }),
  } as unknown as AnySpec

  it('may be the last words of one parameter, which is said; of several, they are not', () => {
    const said: string[] = []
    const set = { size: '1', learningrate: '2', rate: '3', lr: '4', ze: '5' }
    expect(inFull(spec, set, (text) => said.push(text))).toEqual({
      batchSize: '1',
      learningRate: '2',
      rate: '3',
      lr: '4',
      ze: '5',
    })
    expect(said).toEqual(['size is read as batchSize.', 'learningrate is read as learningRate.'])
  })
})

describe('the values', () => {
  const spec = defineSpec<{ frame: null; action: never; question: never; answer: never }>()({
    name: 'w',
    params: defineParams({
      rate: number({ default: 1, min: 0, max: 2 }),
      rule: choice(['sgd', 'adam'], { default: 'sgd' }),
    }),
    presets: { fast: { rate: 2 } },
  }) as unknown as AnySpec

  it('come from the preset, then from what is set', () => {
    expect(valuesFor(spec, { set: {}, preset: 'fast' })).toEqual({ rate: 2, rule: 'sgd' })
    expect(valuesFor(spec, { set: { rate: '0.5', rule: 'adam' }, preset: 'fast' })).toEqual({
      rate: 0.5,
      rule: 'adam',
    })
  })

  it.each([
    [{ set: { rat: '1' } }, /Unknown parameter "rat".*Did you mean rate\?/],
    [{ set: { rate: '3' } }, /rate can't be "3" \(out-of-range\).*0 … 2/],
    [{ set: { rule: 'adm' } }, /sgd \| adam/],
    [{ set: Object.fromEntries([['__proto__', '1']]) }, /Unknown parameter "__proto__"/],
    [{ set: {}, preset: 'toString' }, /Unknown preset "toString"/],
    [{ set: {}, preset: 'fats' }, /Unknown preset "fats".*fast/],
  ])('%j are explained', (options, message) => {
    expect(() => valuesFor(spec, options)).toThrow(message)
  })
})
