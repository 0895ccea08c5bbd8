import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  copyTree,
  decodeTree,
  encodeTree,
  findNonFinite,
  isFiniteTree,
  transferables,
  treeBytes,
} from '../../src/protocol/frame.ts'
import { emptyHistory, updateHistory } from '../../src/protocol/history.ts'
import { formatRecorded, parseRecorded } from '../../src/protocol/recorded.ts'

const array = fc.oneof(
  fc.float32Array(),
  fc.float64Array(),
  fc.int32Array(),
  fc.uint8Array(),
  fc.uint32Array(),
  fc.uint8ClampedArray(),
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    array,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => !key.startsWith('$') && key !== '__proto__'),
      tie('tree'),
      { maxKeys: 4 },
    ),
  ),
}))

describe('a tree', () => {
  it('survives a file: decode(encode(t)) is t, bit for bit', () => {
    fc.assert(
      fc.property(tree, (t) => {
        const back = decodeTree(JSON.parse(JSON.stringify(encodeTree(t))))
        // JSON has no −0; nothing else may differ.
        expect(encodeTree(back)).toEqual(JSON.parse(JSON.stringify(encodeTree(t))))
      }),
    )
  })

  it('is copied with nothing shared, and counted', () => {
    fc.assert(
      fc.property(tree, (t) => {
        const copy = copyTree(t)
        expect(copy).toEqual(t)
        const buffers = new Set(transferables(t))
        for (const buffer of transferables(copy))
          if (buffer.byteLength > 0) expect(buffers.has(buffer)).toBe(false)
        expect(treeBytes(copy)).toBe(treeBytes(t))
      }),
    )
  })

  it('is finite exactly if no path leads to a number that is not', () => {
    fc.assert(
      fc.property(tree, (t) => {
        expect(isFiniteTree(t)).toBe(findNonFinite(t) === undefined)
      }),
    )
    const t = { a: [1, 2, { b: Float32Array.of(1, -Infinity, NaN) }] }
    expect(findNonFinite(t)).toBe('a.2.b[1]')
    expect(findNonFinite(t, '', ['a.2.b'])).toBe('a.2.b[2]')
    expect(findNonFinite({ kl: Infinity, x: { kl: Infinity } }, '', ['kl'])).toBe('x.kl')
    expect(findNonFinite({ kl: { forward: Infinity } }, '', ['kl'])).toBeUndefined()
    expect(findNonFinite({ klip: Infinity }, '', ['kl'])).toBe('klip')
  })
})

it('a recorded frame survives its file', () => {
  const recorded = {
    widget: 'w',
    values: { rate: '0.1' },
    step: 3,
    members: [
      {
        id: 'run',
        frame: { x: Float32Array.of(1, 2), y: NaN },
        history: { steps: [0], metrics: { loss: [Infinity] } },
      },
    ],
  }
  expect(parseRecorded(formatRecorded(recorded))).toEqual(recorded)
})

describe('a history', () => {
  it('appends, cuts and begins anew', () => {
    const one = updateHistory(emptyHistory, {
      from: 0,
      rows: { steps: [0, 1, 2], metrics: { loss: [3, 2, 1] } },
    })
    const cut = updateHistory(one, { from: 2, rows: { steps: [2], metrics: { loss: [9] } } })
    expect(cut).toEqual({ steps: [0, 1, 2], metrics: { loss: [3, 2, 9] } })
    expect(updateHistory(cut, { from: 1, rows: { steps: [], metrics: {} } })).toEqual({
      steps: [0],
      metrics: { loss: [3] },
    })
    expect(updateHistory(cut, { from: 0, rows: { steps: [5], metrics: { loss: [1] } } })).toEqual({
      steps: [5],
      metrics: { loss: [1] },
    })
  })

  it('keeps its columns together when a metric comes late, or ends early', () => {
    const one = updateHistory(emptyHistory, { from: 0, rows: { steps: [0, 1], metrics: { loss: [3, 2] } } })
    const two = updateHistory(one, { from: 2, rows: { steps: [2], metrics: { loss: [1], reward: [7] } } })
    expect(two).toEqual({ steps: [0, 1, 2], metrics: { loss: [3, 2, 1], reward: [NaN, NaN, 7] } })
    expect(updateHistory(two, { from: 3, rows: { steps: [3], metrics: { reward: [8] } } }).metrics).toEqual({
      loss: [3, 2, 1, NaN],
      reward: [NaN, NaN, 7, 8],
    })
  })
})
