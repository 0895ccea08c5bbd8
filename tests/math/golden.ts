import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** A number, or nested lists of numbers in row-major order. */
export type Nested = number | readonly Nested[]

/** Reads a file of reference numbers: from REFERENCE_DIR if that is set, else from tests/golden. */
export function readGolden(topic: string): unknown {
  const folder = process.env['REFERENCE_DIR'] ?? join(import.meta.dirname, '../golden')
  return JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8'))
}

export function flatten(nested: Nested): number[] {
  return typeof nested === 'number' ? [nested] : nested.flatMap(flatten)
}

/** Compares numbers of one topic with their reference and keeps the worst error, relative where |reference| > 1. */
export class Tally {
  private count = 0
  private worst = 0
  private place = ''

  constructor(
    private readonly topic: string,
    private readonly tolerance: number,
  ) {}

  compare(place: string, actual: ArrayLike<number>, reference: ArrayLike<number>): void {
    expect(actual.length, place).toBe(reference.length)
    for (let index = 0; index < reference.length; index++) {
      const error = Math.abs(actual[index] - reference[index]) / Math.max(1, Math.abs(reference[index]))
      this.count++
      if (!(error <= this.worst)) {
        this.worst = error
        this.place = place
      }
      if (!(error <= this.tolerance)) {
        expect.fail(`${place}[${index}]: ${actual[index]}, expected ${reference[index]} (error ${error})`)
      }
    }
  }

  /** One line for the table at the end. Fails if nothing was compared. */
  print(): void {
    expect(this.count, this.topic).toBeGreaterThan(0)
    const columns = [
      this.topic.padEnd(28),
      String(this.count).padStart(6) + ' numbers',
      `worst error ${this.worst.toExponential(1)} of ${this.tolerance.toExponential(0)}`,
      this.place && `(${this.place})`,
    ]
    process.stdout.write(`${columns.join('  ')}\n`)
  }
}
