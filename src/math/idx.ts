/** Files in the IDX form of the MNIST data set: big-endian sizes, then one byte for each pixel or label. */

/** Grey images, [count, rows, columns] row by row, 0 to 255. */
export interface IdxImages {
  readonly kind: 'images'
  readonly count: number
  readonly rows: number
  readonly columns: number
  readonly pixels: Uint8Array
}

/** One class for each image, whole numbers from 0. */
export interface IdxLabels {
  readonly kind: 'labels'
  readonly count: number
  readonly labels: Uint8Array
}

/** What can be wrong with such a file; the page words it. */
export type IdxFileProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'not-idx' }
  /** Its numbers are no bytes: signed, 16 bits and wider, or with a fraction. */
  | { readonly code: 'not-bytes' }
  | { readonly code: 'dimensions'; readonly dimensions: number }
  | { readonly code: 'no-examples' }
  | { readonly code: 'image-size'; readonly rows: number; readonly columns: number }
  /** Fewer or more bytes than its header announces. */
  | { readonly code: 'truncated'; readonly expected: number; readonly found: number }
  | { readonly code: 'too-long'; readonly expected: number; readonly found: number }

/** What can be wrong with two of them together. */
export type IdxPairProblem =
  | { readonly code: 'labels-expected' }
  | { readonly code: 'images-expected' }
  | { readonly code: 'counts-differ'; readonly images: number; readonly labels: number }
  | { readonly code: 'label-range'; readonly label: number; readonly classes: number }

export type Idx = IdxImages | IdxLabels
export type IdxResult<T, P> =
  { readonly data: T; readonly problem?: never } | { readonly problem: P; readonly data?: never }

const UNSIGNED_BYTE = 8
const KNOWN_TYPES = [8, 9, 11, 12, 13, 14]
/** Sides beyond this are no digits, but a header misread. */
const LARGEST_SIDE = 1024

/** Reads an IDX file of unsigned bytes. Never throws: what it can't use, it names. Copies nothing. */
export function parseIdx(bytes: Uint8Array): IdxResult<Idx, IdxFileProblem> {
  if (bytes.length === 0) return { problem: { code: 'empty' } }
  const [first, second, type, dimensions] = bytes
  if (bytes.length < 4 || first !== 0 || second !== 0 || !KNOWN_TYPES.includes(type))
    return { problem: { code: 'not-idx' } }
  if (type !== UNSIGNED_BYTE) return { problem: { code: 'not-bytes' } }
  if (dimensions !== 1 && dimensions !== 3) return { problem: { code: 'dimensions', dimensions } }
  const start = 4 + 4 * dimensions
  if (bytes.length < start) return { problem: { code: 'truncated', expected: start, found: bytes.length } }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i))
  const [count, rows = 1, columns = 1] = sizes
  if (count === 0) return { problem: { code: 'no-examples' } }
  if (rows === 0 || columns === 0 || rows > LARGEST_SIDE || columns > LARGEST_SIDE)
    return { problem: { code: 'image-size', rows, columns } }
  const expected = start + count * rows * columns
  const found = bytes.length
  if (found < expected) return { problem: { code: 'truncated', expected, found } }
  if (found > expected) return { problem: { code: 'too-long', expected, found } }
  const body = bytes.subarray(start)
  return dimensions === 1
    ? { data: { kind: 'labels', count, labels: body } }
    : { data: { kind: 'images', count, rows, columns, pixels: body } }
}

/** Images with their labels. */
export interface LabelledImages {
  readonly images: IdxImages
  readonly labels: Uint8Array
}

/** Puts images and labels together, or says why they don't belong to each other. */
export function pairIdx(images: Idx, labels: Idx, classes = 10): IdxResult<LabelledImages, IdxPairProblem> {
  if (images.kind !== 'images') return { problem: { code: 'images-expected' } }
  if (labels.kind !== 'labels') return { problem: { code: 'labels-expected' } }
  if (images.count !== labels.count)
    return { problem: { code: 'counts-differ', images: images.count, labels: labels.count } }
  const label = labels.labels.find((value) => value >= classes)
  if (label !== undefined) return { problem: { code: 'label-range', label, classes } }
  return { data: { images, labels: labels.labels } }
}
