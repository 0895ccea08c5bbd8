import { emptyHistory, updateHistory } from '../../protocol/history.ts'
import type { Event, Problem } from '../../protocol/messages.ts'
import { keepShot, roomFor } from './kept.ts'
import type { Phase, RunModel } from './model.ts'

/** Takes in what the worker says. */
export function hear(model: RunModel, event: Event): RunModel {
  switch (event.type) {
    case 'frame': {
      const { status, frames } = event
      const shot = {
        step: status.step,
        // A member that has stopped sends no more frames: its last one stands.
        frames: frames.map((frame, i) => frame ?? model.now?.frames[i] ?? null),
        members: model.members,
      }
      const arrived = model.seeking === null || model.seeking === status.step
      const histories = event.histories.map((update, i) =>
        updateHistory(model.histories[i] ?? emptyHistory, update),
      )
      const heard: RunModel = {
        ...model,
        status,
        now: shot,
        histories,
        kept: keepShot(model.kept, shot, roomFor(shot)),
        ...(arrived ? { seeking: null, drag: model.seeking === null ? model.drag : null } : {}),
      }
      return withState(heard, status.state)
    }
    case 'status':
      return withState({ ...model, status: event.status }, event.status.state)
    case 'saved':
      return { ...model, saved: event.saved }
    case 'problem': {
      if (event.problem.goesOn) return notice(model, event.problem)
      return { ...model, problem: event.problem, phase: 'problem', playing: false, seeking: null, drag: null }
    }
    case 'ready':
    case 'answer':
      return model
  }
}

function notice(model: RunModel, problem: Problem): RunModel {
  const ofDevice = problem.member === undefined && problem.code !== 'device-lost'
  if (ofDevice && model.told.includes(problem.code)) return model
  return { ...model, notices: [...model.notices, problem], told: [...model.told, problem.code] }
}

/** The worker's state, read in the light of what the reader wants: an order on its way already counts. */
function withState(model: RunModel, state: Exclude<Phase, 'idle'>): RunModel {
  if (model.phase === 'problem' && state !== 'problem') return model
  if (state === 'done' || state === 'problem') return { ...model, phase: state, playing: false }
  if (!model.revealed) return model
  if (state === 'warming') return { ...model, phase: 'warming' }
  if (!model.playing) return { ...model, phase: 'paused' }
  return { ...model, phase: state === 'running' || model.phase === 'running' ? 'running' : 'warming' }
}
