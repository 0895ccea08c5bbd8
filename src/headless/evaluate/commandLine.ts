import { parseArgs, type ParseArgsConfig } from 'node:util'
import { STROKES_RECIPE } from '../../math/strokes/recipe.ts'
import { UsageError, unknown } from '../usage.ts'

export const TEXT = { type: 'string' } as const

/** Options that every evaluation has. */
export const COMMON_OPTIONS = { backend: TEXT, json: { type: 'boolean' } } as const
/** Options of the evaluations that show so many images to one network. */
export const RUN_OPTIONS = { ...COMMON_OPTIONS, seed: TEXT, 'training-images': TEXT } as const

/** The seed, and how many images are shown: as the recipe says unless given. */
export function readRun(options: {
  readonly seed?: string | undefined
  readonly 'training-images'?: string | undefined
}): { readonly seed: number; readonly shown: number } {
  return {
    seed: wholeNumber('seed', options.seed ?? '1', 0),
    shown: wholeNumber('training-images', options['training-images'] ?? String(STROKES_RECIPE.images), 32),
  }
}

/** The options of a command line. Throws a UsageError for one that is not known. */
export function readOptions<O extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

export function fileOf(name: string, path: string | undefined): string {
  if (path === undefined) throw new UsageError(`--${name} is missing: an IDX file, plain or gzipped.`)
  return path
}

export function wholeNumber(name: string, text: string, least: number): number {
  const value = text.trim() === '' ? NaN : Number(text)
  if (!Number.isSafeInteger(value) || value < least)
    throw new UsageError(`--${name} takes a whole number from ${least} on, not "${text}".`)
  return value
}

/** wasm unless said. */
export function backendOf(name = 'wasm'): 'cpu' | 'wasm' {
  if (name !== 'cpu' && name !== 'wasm') throw unknown('backend', name, ['cpu', 'wasm'])
  return name
}
