import * as tf from './tf.ts'

/** The part of a gradient's registration that we write. */
export interface GradientRule {
  readonly inputsToSave?: string[]
  readonly outputsToSave?: boolean[]
  /** `dy` is the gradient of the result (an array where the kernel has several results). */
  readonly gradFunc: tf.GradFunc
}

/** Registers or replaces a kernel's gradient. Returns what undoes it. */
export function overrideGradient(kernelName: string, rule: GradientRule): () => void {
  const before = tf.getGradient(kernelName) as tf.GradConfig | undefined
  tf.registerGradient({ kernelName, ...rule })
  return () => {
    if (before) tf.registerGradient(before)
    else tf.unregisterGradient(kernelName)
  }
}

/** The registered gradient of a kernel, to build another from. Throws if there is none. */
export function kernelGradient(kernelName: string): tf.GradFunc {
  const config = tf.getGradient(kernelName) as tf.GradConfig | undefined
  if (!config) throw new Error(`Kernel ${kernelName} has no gradient.`)
  return config.gradFunc
}

/**
 * Registers or replaces a kernel of one backend. `make` is given the registered one, if there is one.
 * Returns what undoes it.
 */
export function overrideKernel(
  kernelName: string,
  backendName: string,
  make: (original: tf.KernelFunc | undefined) => tf.KernelFunc,
): () => void {
  const before = tf.getKernel(kernelName, backendName) as tf.KernelConfig | undefined
  if (before) tf.unregisterKernel(kernelName, backendName)
  tf.registerKernel({ kernelName, backendName, kernelFunc: make(before?.kernelFunc) })
  return () => {
    tf.unregisterKernel(kernelName, backendName)
    if (before) tf.registerKernel(before)
  }
}

/** A registered kernel to build another from. Throws if it is missing. */
export function kernel(kernelName: string, backendName: string): tf.KernelFunc {
  const config = tf.getKernel(kernelName, backendName) as tf.KernelConfig | undefined
  if (!config) throw new Error(`Kernel ${kernelName} is missing on ${backendName}.`)
  return config.kernelFunc
}

/** Sums the gradient over the axes along which an input of this shape was broadcast. */
export function sumToShape(gradient: tf.Tensor, shape: number[]): tf.Tensor {
  const added = gradient.rank - shape.length
  const axes = gradient.shape.flatMap((size, axis) =>
    axis < added || (shape[axis - added] === 1 && size !== 1) ? [axis] : [],
  )
  return tf.reshape(axes.length > 0 ? tf.sum(gradient, axes) : gradient, shape)
}
