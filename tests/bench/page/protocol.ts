import type { BackendId } from '../../../src/protocol/messages.ts'
import type { NetId } from './nets.ts'

export type Runner = 'ours' | 'bare' | 'convnetjs'
/** Page → worker of the peers: ours speaks the book's own protocol inside. */
export type Ask =
  | { readonly type: 'open'; readonly backend: BackendId; readonly net: NetId }
  | { readonly type: 'run'; readonly ms: number }
  | { readonly type: 'ack' }
export type Tell =
  | { readonly type: 'ready' }
  | { readonly type: 'frame'; readonly field: Float32Array; readonly loss: number }
  | {
      readonly type: 'ran'
      readonly steps: number
      readonly ms: number
      readonly loss: number
      readonly frames: number
    }

/** Frames of every runner follow each other no closer than this, and only after the page has drawn the last. */
export const FRAME_MS = 16
export const SLICE_MS = 8

/** Lets messages be heard: free, unlike a timer. */
export function makeYield(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  let resume: (() => void) | undefined
  port1.onmessage = () => resume?.()
  return () =>
    new Promise((done) => {
      resume = done
      port2.postMessage(0)
    })
}
