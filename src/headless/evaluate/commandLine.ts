import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError, unknown } from '../usage.ts'

export const TEXT = { type: 'string' } as const

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
