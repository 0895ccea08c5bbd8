/** Small files of the MNIST family, made for tests: right ones, and wrong ones. */

/** An IDX file: lead, type and sizes in the header, then the body. */
export function idxFile(
  sizes: readonly number[],
  body: ArrayLike<number>,
  { type = 8, lead = [0, 0] }: { readonly type?: number; readonly lead?: readonly number[] } = {},
): Uint8Array<ArrayBuffer> {
  const start = 4 + 4 * sizes.length
  const bytes = new Uint8Array(start + body.length)
  bytes.set([...lead, type, sizes.length])
  const view = new DataView(bytes.buffer)
  sizes.forEach((size, i) => view.setUint32(4 + 4 * i, size))
  bytes.set(body, start)
  return bytes
}

/** Images of 28 × 28: image i shows bar number i mod 10, so that a network can learn them. */
export function barImages(count: number): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(count * 784)
  for (let i = 0; i < count; i++) {
    const column = 2 + 2 * (i % 10) + (Math.floor(i / 10) % 2)
    for (let row = 4; row < 24; row++)
      pixels.fill(200 + (i % 50), i * 784 + row * 28 + column, i * 784 + row * 28 + column + 3)
  }
  return idxFile([count, 28, 28], pixels)
}

export const barLabels = (count: number): Uint8Array<ArrayBuffer> =>
  idxFile(
    [count],
    Uint8Array.from({ length: count }, (_, i) => i % 10),
  )

export const textBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(text))
