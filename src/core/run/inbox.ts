import type { Command } from '../../protocol/messages.ts'

export type Start = Extract<Command, { type: 'start' }>
export type SessionCommand = Exclude<Command, Start>
/** Commands that wait for the work before them; the others take effect at once. */
export type Queued = Extract<
  SessionCommand,
  { type: 'step' | 'set' | 'act' | 'undo' | 'ask' | 'seek' | 'save' }
>

/** The commands that a session has not obeyed yet, in their order. */
export interface Inbox {
  put(command: Queued): void
  first(): Queued | undefined
  empty(): boolean
  clear(): void
  /** Takes the first command out and obeys it. */
  serve(obey: (command: Queued) => Promise<void>): Promise<void>
  /** How many of the page's deeds (set, act, undo) the runs include by now. */
  obeyed(): number
}

export function makeInbox(): Inbox {
  const queue: { readonly command: Queued; readonly order: number }[] = []
  let received = 0 // deeds sent by the page
  let obeyed = 0
  return {
    put(command) {
      if (command.type === 'set' || command.type === 'act' || command.type === 'undo') received++
      const merged = merge(queue.at(-1)?.command, command)
      if (merged) queue.pop()
      queue.push({ command: merged ?? command, order: received })
    },
    first: () => queue[0]?.command,
    empty: () => queue.length === 0,
    clear: () => void (queue.length = 0),
    async serve(obey) {
      const next = queue.shift()
      if (next === undefined) return
      await obey(next.command)
      obeyed = next.order
    },
    obeyed: () => obeyed,
  }
}

/** One command for two. A dragged slider sends faster than steps are taken: only its newest place matters. */
function merge(last: Queued | undefined, command: Queued): Queued | undefined {
  if (command.type === 'set' && last?.type === 'set' && String(last.member) === String(command.member))
    return { ...command, values: { ...last.values, ...command.values } }
  return command.type === 'seek' && last?.type === 'seek' ? command : undefined
}
