import type { Correction } from '../corrections.ts'
import * as tf from '../tf.ts'

interface Program {
  readonly shaderKey: string
  getUserCode(): string
}
interface WebgpuInternals {
  runWebGPUProgram(this: WebgpuInternals, program: Program, ...rest: unknown[]): tf.TensorInfo
}

/**
 * Casting integers or booleans to floats copies nothing on webgpu, and the general transpose then writes an integer to
 * a float buffer: the shader doesn't compile and the result is whatever lay in memory. The value read is
 * converted explicitly. Reductions over an inner axis use the same shader directly, so the program is mended, not the kernel.
 */
export const correction: Correction = {
  backends: ['webgpu'],
  apply() {
    const backend = tf.backend() as unknown as WebgpuInternals
    const original = backend.runWebGPUProgram
    const mended = new WeakSet<Program>()
    backend.runWebGPUProgram = function (program, ...rest) {
      if (program.shaderKey.startsWith('transpose_') && !mended.has(program)) {
        mended.add(program)
        const code = program.getUserCode.bind(program)
        program.getUserCode = () =>
          code().replace(/A\[getIndexFromCoords\dD\([\s\S]*?uniforms\.aShape\)\]/, (value) => `f32(${value})`)
      }
      return original.call(this, program, ...rest)
    }
    return () => {
      backend.runWebGPUProgram = original
    }
  },
}
