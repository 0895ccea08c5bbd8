type Border = readonly [before: number, after: number]

/**
 * How an image is padded: not at all, so that the size stays at stride 1, by this many cells on every side, or by these
 * above and below, left and right.
 */
export type Padding = 'valid' | 'same' | number | readonly [vertical: Border, horizontal: Border]

type LibraryPadding = [[number, number], [number, number], [number, number], [number, number]]

/**
 * The padding as the library should be given it. Its own reading of a number takes a window's height for its width
 * too, and on wasm then writes outside the result.
 */
export function libraryPadding(padding: Padding): 'valid' | 'same' | LibraryPadding {
  if (typeof padding === 'string') return padding
  const borders =
    typeof padding === 'number'
      ? ([
          [padding, padding],
          [padding, padding],
        ] as const)
      : padding
  const [[top, bottom], [left, right]] = borders
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]
}

/** Along height and width. */
export type Pair = number | readonly [number, number]

export const pair = (size: Pair): [number, number] =>
  typeof size === 'number' ? [size, size] : [size[0], size[1]]
