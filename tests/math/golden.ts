import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** Where the reference numbers are: REFERENCE_DIR if that is set, else tests/golden. */
const FOLDER = process.env['REFERENCE_DIR'] ?? join(import.meta.dirname, '../golden')

/** Whether the reference numbers are the project's own, which must cover all that it has. */
export const OWN_REFERENCE = process.env['REFERENCE_DIR'] === undefined

type Topic = Record<string, unknown>

/** Reads a topic's reference numbers: its file, and the files of its folder, whose lists and records are added. */
export function readGolden(topic: string): unknown {
  const read = (path: string): Topic => JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as Topic
  const added = existsSync(join(FOLDER, topic)) ? readdirSync(join(FOLDER, topic)).sort() : []
  return added.map((file) => read(join(topic, file))).reduce(merge, read(`${topic}.json`))
}

function merge(topic: Topic, added: Topic): Topic {
  const merged = { ...topic }
  for (const [key, value] of Object.entries(added)) {
    const old = merged[key]
    if (key === 'meta') continue
    merged[key] =
      Array.isArray(old) && Array.isArray(value)
        ? [...(old as unknown[]), ...(value as unknown[])]
        : { ...(old as Topic), ...(value as Topic) }
  }
  return merged
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
