import type { Command } from '../../protocol/messages.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { loaded } from '../loading.ts'
import type { Experiment } from './experiment.ts'
import type { SessionCommand, Start } from './inbox.ts'
import { problemOf } from './problems.ts'
import { makeScheduler, type SchedulerOptions } from './scheduler.ts'
import { makeSession, type Session, type Surroundings } from './session.ts'

export interface HostOptions extends Surroundings, SchedulerOptions {
  /** Finds an experiment by its widget's name; undefined if there is none. */
  readonly load: (widget: string) => Promise<Experiment<AnySpec>> | undefined
}

/** Everything that runs in one worker: starts sessions, hands them their commands, shares the time among them. */
export interface Host {
  receive(command: Command): void
  /** Does other work in a turn of its own, while no session is at work. */
  alone(work: () => Promise<void>): Promise<void>
}

export function makeHost(options: HostOptions): Host {
  const scheduler = makeScheduler(options)
  const sessions = new Map<string, Session>()
  /** Commands that came while the experiment's code was being loaded. */
  const waiting = new Map<string, SessionCommand[]>()

  async function start(command: Start): Promise<void> {
    const { session: id, widget } = command
    const commands: SessionCommand[] = []
    waiting.set(id, commands)
    try {
      const loading = options.load(widget)
      if (loading === undefined) {
        options.post(
          { type: 'problem', session: id, problem: { code: 'unknown-widget', detail: widget } },
          [],
        )
        return
      }
      const session = makeSession(command, await loaded(loading), options)
      for (const held of commands) session.receive(held)
      if (commands.some(({ type }) => type === 'stop')) return
      sessions.set(id, session)
      scheduler.add(session)
    } catch (error) {
      options.post({ type: 'problem', session: id, problem: problemOf(error) }, [])
    } finally {
      waiting.delete(id)
    }
  }

  return {
    receive(command) {
      if (command.type === 'start') {
        void start(command)
        return
      }
      waiting.get(command.session)?.push(command)
      sessions.get(command.session)?.receive(command)
      if (command.type === 'stop') sessions.delete(command.session)
      scheduler.poke()
    },
    alone: (work) =>
      new Promise((resolve, reject) => {
        let done = false
        scheduler.add({
          readyAt: () => -Infinity,
          urgent: () => true,
          finished: () => done,
          async turn() {
            done = true
            await work().then(resolve, reject)
          },
        })
      }),
  }
}
