import type { BackendId } from '../../protocol/messages.ts'
import * as tf from './tf.ts'

type Callback = (details: string) => void

/** The parts of the library's GPU backends that know about loss. */
interface WebgpuInternals {
  readonly device: GPUDevice
}
interface WebglInternals {
  readonly gpgpu: { readonly gl: { readonly canvas: EventTarget } }
}

/**
 * Watches the current backend's device or context, of which the library takes no notice.
 * Returns the function that subscribes to its loss.
 */
export function subscribeLoss(id: BackendId): (callback: Callback) => () => void {
  const callbacks = new Set<Callback>()
  let lost: string | undefined
  const announce = (details: string): void => {
    if (lost !== undefined) return
    lost = details
    for (const callback of callbacks) callback(details)
  }

  if (id === 'webgpu') {
    const { device } = tf.backend() as unknown as WebgpuInternals
    void device.lost.then(({ reason, message }) => announce(`${reason}: ${message}`))
  }
  if (id === 'webgl') {
    const { canvas } = (tf.backend() as unknown as WebglInternals).gpgpu.gl
    canvas.addEventListener('webglcontextlost', () => announce('webglcontextlost'))
  }

  return (callback) => {
    if (lost !== undefined) callback(lost)
    else callbacks.add(callback)
    return () => void callbacks.delete(callback)
  }
}
