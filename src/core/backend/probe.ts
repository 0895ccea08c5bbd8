import type { BackendId } from '../../protocol/messages.ts'

/** What a backend would run on, found out without loading it. */
export interface Probe {
  readonly available: boolean
  /** A GPU interface drawn by the CPU: some sixty times slower than plain code for a small net. */
  readonly software: boolean
  /** Adapter, renderer or instruction set, for the status line and problem reports. */
  readonly description: string
}

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render/i

const unavailable = (description: string): Probe => ({ available: false, software: false, description })

/** Looks for what the backend needs. Never throws. */
export async function probe(id: BackendId): Promise<Probe> {
  try {
    switch (id) {
      case 'cpu':
        return { available: true, software: false, description: 'JavaScript' }
      case 'wasm':
        return probeWasm()
      case 'webgl':
        return probeWebgl()
      case 'webgpu':
        return await probeWebgpu()
    }
  } catch (error) {
    return unavailable(String(error))
  }
}

// The smallest module with a SIMD instruction (i8x16.splat); valid only where SIMD is.
const SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15],
  ...[253, 98, 11],
)

function probeWasm(): Probe {
  if (typeof WebAssembly === 'undefined') return unavailable('no WebAssembly')
  const simd = WebAssembly.validate(SIMD_MODULE)
  return { available: true, software: false, description: simd ? 'WebAssembly SIMD' : 'WebAssembly' }
}

function probeWebgl(): Probe {
  if (typeof OffscreenCanvas === 'undefined') return unavailable('no OffscreenCanvas')
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl) return unavailable('no WebGL 2 context')
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  const renders = gl.getExtension('EXT_color_buffer_float') !== null
  // Contexts per worker are few: give this one back at once.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  if (!renders) return unavailable(`${renderer}: no 32-bit float textures`)
  return { available: true, software: SOFTWARE.test(renderer), description: renderer }
}

async function probeWebgpu(): Promise<Probe> {
  const gpu = 'navigator' in globalThis && 'gpu' in navigator ? navigator.gpu : undefined
  if (!gpu) return unavailable('no navigator.gpu')
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) return unavailable('no adapter')
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info
  const name = [vendor, architecture, description].filter((part) => part !== '').join(' ')
  return { available: true, software: isFallbackAdapter || SOFTWARE.test(name), description: name }
}
