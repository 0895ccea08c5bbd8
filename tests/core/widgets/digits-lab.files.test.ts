/** What a reader may drop on the lab by mistake: each case is told in words, in both languages, and does no harm. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { makeReaderData } from '../../../src/core/readerData.ts'
import type { Run } from '../../../src/core/run/experiment.ts'
import { pairFiles, type IdxAbout, type IdxEntry } from '../../../src/math/idxPairs.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/digits-lab/experiment.ts'
import type { Inspected } from '../../../src/widgets/digits-lab/spec/traffic.ts'
import strings from '../../../src/widgets/digits-lab/strings.ts'
import { wordPairProblem, wordRefused } from '../../../src/widgets/digits-lab/view/wordFiles.ts'
import { barImages, barLabels, idxFile, textBytes } from '../../math/idxFiles.ts'
import { openInNode } from '../nodeBackend.ts'

const pack = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(gzipSync(bytes))
const LABELS = barLabels(100)
const PACKED = pack(LABELS)
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28"><path d="M14 4v20"/></svg>'

type Case = readonly [what: string, bytes: Uint8Array<ArrayBuffer>, en: RegExp, zh: RegExp]
const NO_IDX = [/no IDX file.*MNIST or Fashion-MNIST/, /不是 IDX 文件.*MNIST/] as const
const CUT = [/ends too early/, /不完整/] as const
const CANNOT_UNPACK = [/can’t be unpacked/, /解压不了/] as const

const cases: readonly Case[] = [
  ['an empty file', new Uint8Array(), /it is empty/, /文件是空的/],
  ['one byte', Uint8Array.of(0), ...NO_IDX],
  ['a wrong magic number', idxFile([3], [1, 2, 3], { lead: [0, 1] }), ...NO_IDX],
  ['an unknown type of numbers', idxFile([3], [1, 2, 3], { type: 7 }), ...NO_IDX],
  ['a table of digits as text', textBytes('label,pixel1,pixel2\n5,0,0\n'), ...NO_IDX],
  ['the page of a mirror that is gone', textBytes('<!doctype html><title>404</title>'), ...NO_IDX],
  ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), ...NO_IDX],
  ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46), ...NO_IDX],
  ['an SVG', textBytes(SVG), ...NO_IDX],
  ['a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), ...NO_IDX],
  ['a NumPy array', textBytes('\x93NUMPY\x01\0v\0{"descr": "|u1", "shape": (2, 28, 28)}'), ...NO_IDX],
  ['little-endian sizes of CIFAR-like rows', Uint8Array.of(6, 59, 43, 50, 68, 98), ...NO_IDX],
  ['fractions', idxFile([2], new Uint8Array(8), { type: 13 }), /not single bytes/, /不是单个字节/],
  ['double precision', idxFile([2, 28, 28], [], { type: 14 }), /not single bytes/, /不是单个字节/],
  ['16-bit numbers', idxFile([2], new Uint8Array(4), { type: 11 }), /not single bytes/, /不是单个字节/],
  ['no dimensions', Uint8Array.of(0, 0, 8, 0, 1, 2), /in 0 dimensions/, /有 0 维/],
  ['a flat table', idxFile([2, 784], new Uint8Array(1568)), /in 2 dimensions/, /有 2 维/],
  ['colour images', idxFile([1, 28, 28, 3], new Uint8Array(2352)), /in 4 dimensions/, /有 4 维/],
  ['labels in three dimensions', idxFile([3, 1, 1], [1, 2, 3]), /1 × 1, .*28 × 28/, /1 × 1，.*28 × 28/],
  ['a header that is cut off', barImages(2).slice(0, 10), ...CUT],
  [
    'images that are cut off',
    barImages(3).slice(0, 2000),
    /2\s000 of 2\s368 bytes/,
    /2\s368 字节，只有 2\s000/,
  ],
  ['four thousand million images', idxFile([0xffffffff, 28, 28], []), ...CUT],
  ['bytes too many', idxFile([3], [1, 2, 3, 4]), /has 12 bytes, and announces 11/, /12 字节，比.*11 字节多/],
  ['a count of 0', idxFile([0], []), /holds nothing/, /什么都没有/],
  ['images without rows', idxFile([2, 0, 28], []), /0 × 28, which can’t be/, /0 × 28，这不可能/],
  [
    'images as large as a wall',
    idxFile([1, 5000, 5000], []),
    /5000 × 5000|5\s000 × 5\s000/,
    /5\s?000 × 5\s?000/,
  ],
  [
    'images of 32 × 32',
    idxFile([2, 32, 32], new Uint8Array(2048)),
    /32 × 32, .*28 × 28/,
    /32 × 32，.*28 × 28/,
  ],
  ['letters', idxFile([3], [1, 26, 5]), /label 26.*0 to 9/, /标签 26.*0 到 9/],
  ['gzip that is cut off', PACKED.slice(0, PACKED.length - 9), ...CANNOT_UNPACK],
  [
    'gzip with a wrong check sum',
    PACKED.map((b, i) => (i === PACKED.length - 7 ? b ^ 1 : b)),
    ...CANNOT_UNPACK,
  ],
  ['the beginning of gzip', PACKED.slice(0, 2), ...CANNOT_UNPACK],
  ['gzip with nonsense in it', pack(LABELS).map((b, i) => (i > 10 ? (i * 37) % 256 : b)), ...CANNOT_UNPACK],
  ['gzip with more after its end', Uint8Array.from([...PACKED, 1, 2, 3]), ...CANNOT_UNPACK],
  ['gzip in gzip', pack(PACKED), ...NO_IDX],
  ['gzip of nothing', pack(new Uint8Array()), /it is empty/, /文件是空的/],
  ['a small file that swells without end', pack(new Uint8Array(201e6)), /more than 200 MB/, /超过 200 MB/],
]

let opened: OpenBackend
let run: Run<typeof experiment.spec>
const given = new Map<string, Blob>()
const data = makeReaderData((name) => Promise.resolve(given.get(name)))
const { spec } = experiment
const values = defaultValues(spec.params)
const look = { values, width: 624 }
const make = (changes: Partial<typeof values>) =>
  experiment.create({ ...values, ...changes }, { rng: makeRng(1), backend: 'wasm', member: 0, data })

beforeAll(async () => {
  opened = await openInNode('wasm')
  run = await make({})
})
afterAll(() => {
  run.dispose()
  opened.close()
})

async function inspect(bytes: Uint8Array<ArrayBuffer>, name = 'file'): Promise<Inspected> {
  const answers = [...given.keys()]
  given.set(`${name}${answers.length}`, new Blob([bytes]))
  return (await run.ask?.({ kind: 'inspect', name: `${name}${answers.length}` })) as Inspected
}

describe(`${cases.length} files that are of no use`, () => {
  it.each(cases)('%s', async (_, bytes, en, zh) => {
    const tensors = tf.memory().numTensors
    const { problem } = await inspect(bytes)
    if (!problem) throw new Error('It was taken.')
    for (const [locale, expected] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const told = wordRefused({ title: 'digits.gz', problem }, strings[locale].text)
      expect(told).toMatch(expected)
      expect(told).toContain('digits.gz')
      expect(told).not.toMatch(/[{}]|undefined|NaN/)
    }
    expect(tf.memory().numTensors).toBe(tensors)
    // Training is none the worse for it.
    await run.step()
    expect((await run.frame(look)).data.missing).toBe(false)
  })

  it('a file that nobody has, or that can’t be read any more', async () => {
    given.set('moved', { arrayBuffer: () => Promise.reject(new Error('moved')) } as unknown as Blob)
    for (const [name, code] of [
      ['nobody', 'absent'],
      ['moved', 'unreadable'],
    ] as const) {
      const told = (await run.ask?.({ kind: 'inspect', name })) as Inspected
      expect(told).toEqual({ problem: { code } })
      for (const locale of ['en', 'zh'] as const)
        expect(wordRefused({ title: 't', problem: { code } }, strings[locale].text)).not.toMatch(
          /[{}]|undefined/,
        )
    }
  })
})

describe('files that do not belong together', () => {
  const entry = (title: string, about: IdxAbout): IdxEntry => ({ name: title, title, about })
  const images = entry('train-images.gz', { kind: 'images', count: 60_000, rows: 28, columns: 28 })
  const labels = entry('t10k-labels.gz', { kind: 'labels', count: 10_000, classes: 10 })

  it.each([
    [
      'a swapped pair',
      [images, labels],
      /60\s000 images.*10\s000 labels.*not belong/,
      /60\s000 张图像.*10\s000 个标签.*对不上/,
    ],
    ['images alone', [images], /60\s000 images need/, /60\s000 张图像还缺标签/],
    ['labels alone', [labels], /10\s000 labels need/, /10\s000 个标签还缺图像/],
  ])('%s', (_, files, en, zh) => {
    const { problems } = pairFiles(files)
    expect(problems).toHaveLength(1)
    expect(problems.map((problem) => wordPairProblem(problem, strings.en.text)).join()).toMatch(en)
    expect(problems.map((problem) => wordPairProblem(problem, strings.zh.text)).join()).toMatch(zh)
  })

  it.each([
    ['files that are not here', '00000000000000aa-00000000000000ab'],
    ['labels where images should be', '00000000000000b1-00000000000000b0'],
    ['one file only', '00000000000000b0'],
    ['another number of labels', '00000000000000b0-00000000000000b2'],
    ['a file that is none', '00000000000000b0-00000000000000b3'],
  ])('a link may name %s: made-up digits stand in, and the run says so', async (_, names) => {
    given.set('00000000000000b0', new Blob([barImages(20)]))
    given.set('00000000000000b1', new Blob([barLabels(20)]))
    given.set('00000000000000b2', new Blob([barLabels(30)]))
    given.set('00000000000000b3', new Blob([SVG]))
    const tensors = tf.memory().numTensors
    const lone = await make({ training: names, testing: names })
    await lone.step()
    expect((await lone.frame(look)).data).toEqual({
      training: { from: 'strokes' },
      testing: { from: 'strokes' },
      missing: true,
    })
    lone.dispose()
    expect(tf.memory().numTensors).toBe(tensors)
  })
})
