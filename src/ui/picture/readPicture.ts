import { declaredSize, sniffImage } from '../../math/imageFile.ts'

/** Pixels of a reader’s picture: [height, width, 4], 0 … 255. They never leave the page. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8ClampedArray
  /** How large it was, if it was made smaller. */
  readonly from?: { readonly width: number; readonly height: number }
}

/** Why a file or a camera gave no picture; the page words it. */
export type PictureProblem =
  | 'empty'
  | 'no-picture'
  | 'too-heavy'
  | 'too-large'
  | 'unreadable'
  | 'camera-refused'
  | 'camera-absent'
  | 'camera-busy'
  | 'camera-unavailable'

export type PictureResult =
  | { readonly picture: Picture; readonly problem?: never }
  | { readonly problem: PictureProblem; readonly picture?: never }

/** Files beyond this are not opened. */
export const MOST_BYTES = 32e6
/** More pixels would take some 400 MB to decode, and a phone down. */
export const MOST_PIXELS = 100e6
/** What is kept: enough for anything that reads 28 × 28 cells. */
export const LONGEST_SIDE = 1024
/** The head of a JPEG may hold a thumbnail and a colour profile before its size. */
const HEAD_BYTES = 256 * 1024

/** Size to which a picture is brought: the longest side at most `LONGEST_SIDE`, in proportion. */
export function fitSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** What can be said of a file before it is decoded, by its first bytes; undefined if nothing speaks against it. */
export function refuseFile(size: number, head: ArrayLike<number>): PictureProblem | undefined {
  if (size === 0) return 'empty'
  if (size > MOST_BYTES) return 'too-heavy'
  if (sniffImage(head) === undefined) return 'no-picture'
  const declared = declaredSize(head)
  if (!declared || declared.width < 1 || declared.height < 1) return 'unreadable'
  return declared.width * declared.height > MOST_PIXELS ? 'too-large' : undefined
}

/** Reads a file of the reader’s; of an animation the first picture. Never throws. */
export async function readPicture(file: Blob): Promise<PictureResult> {
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
    const problem = refuseFile(file.size, head)
    if (problem) return { problem }
    const bitmap = await createImageBitmap(file)
    const picture = takePixels(bitmap, bitmap.width, bitmap.height)
    bitmap.close()
    return picture ? { picture } : { problem: 'unreadable' }
  } catch {
    return { problem: 'unreadable' }
  }
}

/** The pixels of anything that can be drawn, made smaller where it is large. */
export function takePixels(source: CanvasImageSource, width: number, height: number): Picture | undefined {
  const size = fitSize(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, size.width, size.height)
  const rgba = context.getImageData(0, 0, size.width, size.height).data
  return size.width < width || size.height < height
    ? { ...size, rgba, from: { width, height } }
    : { ...size, rgba }
}

/** Which file of a drop or a paste is meant: the first that calls itself a picture, else the first. */
export function pickFile(data: DataTransfer | null): File | undefined {
  const files = [...(data?.files ?? [])]
  return files.find(({ type }) => type.startsWith('image/')) ?? files[0]
}

/** A camera’s refusal in the book’s words. */
export function cameraProblem(error: unknown): PictureProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'camera-refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'camera-absent'
    case 'NotReadableError':
    case 'AbortError':
      return 'camera-busy'
    default:
      return 'camera-unavailable'
  }
}
