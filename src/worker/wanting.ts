import type { DataCommand, Supply, WantEvent } from '../protocol/data.ts'

/** The worker's way to the files that the page keeps. */
export interface Wanting {
  readonly supply: Supply
  /** The page's answer. */
  hear(command: DataCommand): void
}

export function makeWanting(post: (event: WantEvent) => void): Wanting {
  const waiting = new Map<string, ((blob: Blob | undefined) => void)[]>()
  return {
    supply: (name) =>
      new Promise((resolve) => {
        const others = waiting.get(name)
        if (others !== undefined) {
          others.push(resolve)
          return
        }
        waiting.set(name, [resolve])
        post({ type: 'want', name })
      }),
    hear({ name, blob }) {
      const resolves = waiting.get(name) ?? []
      waiting.delete(name)
      for (const resolve of resolves) resolve(blob)
    },
  }
}
