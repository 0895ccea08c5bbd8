/** What the first bytes of a picture's file say, before anything of it is decoded. */

/** The kind of picture that a file’s first bytes say it is, whatever its name. */
export function sniffImage(bytes: ArrayLike<number>): 'png' | 'jpeg' | 'webp' | undefined {
  const starts = (wanted: readonly number[], at = 0): boolean =>
    wanted.every((byte, i) => bytes[at + i] === byte)
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (starts([0xff, 0xd8, 0xff])) return 'jpeg'
  return starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8) ? 'webp' : undefined
}

/** Width and height that a file’s head declares, before anything of it is decoded; undefined where it can’t be told. */
export function declaredSize(
  bytes: ArrayLike<number>,
): { readonly width: number; readonly height: number } | undefined {
  const big = (at: number, count: number): number =>
    Array.from({ length: count }, (_, i) => bytes[at + i] ?? 0).reduce((sum, byte) => sum * 256 + byte, 0)
  const little = (at: number, count: number): number =>
    Array.from({ length: count }, (_, i) => bytes[at + i] ?? 0).reduceRight(
      (sum, byte) => sum * 256 + byte,
      0,
    )
  const letters = (at: number): string =>
    Array.from({ length: 4 }, (_, i) => String.fromCharCode(bytes[at + i] ?? 0)).join('')
  switch (sniffImage(bytes)) {
    case 'png':
      return bytes.length >= 24 && letters(12) === 'IHDR'
        ? { width: big(16, 4), height: big(20, 4) }
        : undefined
    case 'webp':
      if (bytes.length < 30) return undefined
      if (letters(12) === 'VP8X') return { width: little(24, 3) + 1, height: little(27, 3) + 1 }
      if (letters(12) === 'VP8L') {
        const bits = little(21, 4)
        return { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 0x4000) & 0x3fff) + 1 }
      }
      return letters(12) === 'VP8 '
        ? { width: little(26, 2) & 0x3fff, height: little(28, 2) & 0x3fff }
        : undefined
    case 'jpeg':
      return jpegSize(bytes, big)
    default:
      return undefined
  }
}

/** The first start-of-frame segment has the size; the segments before it are skipped by their lengths. */
function jpegSize(
  bytes: ArrayLike<number>,
  big: (at: number, count: number) => number,
): { readonly width: number; readonly height: number } | undefined {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { height: big(at + 5, 2), width: big(at + 7, 2) }
    at += 2 + Math.max(2, big(at + 2, 2))
  }
  return undefined
}
