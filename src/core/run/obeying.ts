import { transferables } from '../../protocol/frame.ts'
import type { Event } from '../../protocol/messages.ts'
import type { Queued } from './inbox.ts'
import type { Members } from './members.ts'
import { problemOf } from './problems.ts'
import type { Showing } from './showing.ts'
import type { SlowMotion } from './slowMotion.ts'
import type { Transport } from './transport.ts'
import type { Upkeep } from './upkeep.ts'

/** The parts of a session that a command of the reader's moves. */
export interface Parts {
  readonly session: string
  readonly members: Members
  readonly slowMotion: SlowMotion
  readonly transport: Transport
  readonly showing: Showing
  readonly upkeep: Upkeep
  readonly post: (event: Event, transfer?: ArrayBuffer[]) => void
}

/** What each command does to the session. A step and a seek only set the goal: the session's turns go there. */
export function makeObey(parts: Parts): (command: Queued) => Promise<void> {
  const { session, members, slowMotion, transport, showing, upkeep, post } = parts
  const stepsOfGroups = (): number[] => members.groups().map((group) => group.step())

  async function answer({ id, member, question }: Extract<Queued, { type: 'ask' }>): Promise<void> {
    try {
      const found = await members.tracks()[member]?.run.ask?.(question)
      post({ type: 'answer', session, id, answer: found }, transferables(found))
    } catch (error) {
      const problem = problemOf(error, { step: members.step(), member })
      post({ type: 'answer', session, id, problem })
    }
  }

  async function step(count: number, phase: boolean): Promise<void> {
    if (!(count >= 1) || members.allHalted()) return
    if (phase) {
      await slowMotion.take()
      return
    }
    await slowMotion.finish()
    const goals = stepsOfGroups().map((at) => at + count)
    transport.goTo(goals, true)
  }

  async function seek(step: number): Promise<void> {
    if (!Number.isFinite(step)) return
    const target = Math.max(0, step)
    const goals = stepsOfGroups().map(() => target)
    transport.goTo(goals, false)
    await members.approach(target)
    transport.resetRate()
  }

  /** Goes back before the last act and comes forward without it. */
  async function undo(): Promise<void> {
    if (members.acts() === 0) return
    transport.goTo(stepsOfGroups(), false)
    await members.undo()
    upkeep.owe()
  }

  return async (command) => {
    if (command.type === 'ask') return answer(command)
    if (command.type !== 'save') showing.owe()
    if (command.type === 'step') return step(Math.floor(command.count), command.phase === true)
    await slowMotion.finish()
    switch (command.type) {
      case 'set':
      case 'act':
        if (await members.change(command)) upkeep.owe()
        return
      case 'undo':
        return undo()
      case 'seek':
        return seek(Math.floor(command.step))
      case 'save':
        return upkeep.save()
    }
  }
}
