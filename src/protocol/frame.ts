/**
 * Frames, answers and checkpoints: plain trees of numbers, texts, booleans, arrays and typed arrays.
 * They cross the worker's border by transfer, and stand in files as JSON with typed arrays in base64.
 */

export type NumberArray =
  | Float32Array
  | Float64Array
  | Int32Array
  | Uint32Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Uint8ClampedArray
const ARRAYS = {
  Float32Array,
  Float64Array,
  Int32Array,
  Uint32Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Uint8ClampedArray,
}
type ArrayName = keyof typeof ARRAYS

function arrayName(value: object): ArrayName | undefined {
  const name = value.constructor.name
  return name in ARRAYS ? (name as ArrayName) : undefined
}

/** Calls `visit` for every typed array of a tree. */
export function eachArray(tree: unknown, visit: (array: NumberArray) => void): void {
  if (typeof tree !== 'object' || tree === null) return
  if (ArrayBuffer.isView(tree)) visit(tree as NumberArray)
  else for (const child of Object.values(tree)) eachArray(child, visit)
}

/** The buffers of a tree, each once, for `postMessage`'s transfer list. The sender must not use the tree again. */
export function transferables(tree: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  eachArray(tree, (array) => {
    if (array.buffer instanceof ArrayBuffer) buffers.add(array.buffer)
  })
  return [...buffers]
}

/** A deep copy that shares no buffer with the original. */
export function copyTree<T>(tree: T): T {
  if (typeof tree !== 'object' || tree === null) return tree
  if (ArrayBuffer.isView(tree)) return (tree as unknown as NumberArray).slice() as unknown as T
  if (Array.isArray(tree)) return tree.map((child: unknown) => copyTree(child)) as unknown as T
  return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, copyTree<unknown>(v)])) as T
}

/** Bytes held by the typed arrays of a tree. */
export function treeBytes(tree: unknown): number {
  let bytes = 0
  eachArray(tree, (array) => (bytes += array.byteLength))
  return bytes
}

/** Whether every number of a tree is finite. Faster than finding the path of one that is not. */
export function isFiniteTree(tree: unknown): boolean {
  if (typeof tree === 'number') return Number.isFinite(tree)
  if (typeof tree !== 'object' || tree === null) return true
  if (ArrayBuffer.isView(tree)) {
    const array = tree as NumberArray
    for (let i = 0; i < array.length; i++) if (!Number.isFinite(array[i])) return false
    return true
  }
  for (const child of Object.values(tree)) if (!isFiniteTree(child)) return false
  return true
}

/**
 * The path of the first number that is NaN or infinite, or undefined. `Infinity` may be a true answer: at the paths
 * named in `infinities` (and below them) ±∞ passes; NaN never does.
 */
export function findNonFinite(
  tree: unknown,
  path = '',
  infinities: readonly string[] = [],
): string | undefined {
  const passes = (x: number): boolean =>
    Number.isFinite(x) || (!Number.isNaN(x) && infinities.some((p) => path === p || path.startsWith(`${p}.`)))
  if (typeof tree === 'number') return passes(tree) ? undefined : path
  if (typeof tree !== 'object' || tree === null) return undefined
  if (ArrayBuffer.isView(tree)) {
    const i = (tree as NumberArray).findIndex((x) => !passes(x))
    return i < 0 ? undefined : `${path}[${i}]`
  }
  for (const [key, child] of Object.entries(tree)) {
    const found = findNonFinite(child, path ? `${path}.${key}` : key, infinities)
    if (found !== undefined) return found
  }
  return undefined
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(binary)
}
function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
}

/** JSON-safe form of a tree: typed arrays become `{ $array, base64 }`, NaN and ±∞ become `{ $number }`. */
export function encodeTree(tree: unknown): unknown {
  if (typeof tree === 'number') return Number.isFinite(tree) ? tree : { $number: String(tree) }
  if (typeof tree !== 'object' || tree === null) return tree
  if (ArrayBuffer.isView(tree)) {
    const bytes = new Uint8Array(tree.buffer, tree.byteOffset, tree.byteLength)
    return { $array: arrayName(tree), base64: toBase64(bytes) }
  }
  if (Array.isArray(tree)) return tree.map(encodeTree)
  return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, encodeTree(v)]))
}

/** Inverse of `encodeTree`. The caller knows the type: files are written by the project itself. */
export function decodeTree(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map(decodeTree)
  const object = json as Record<string, unknown>
  if (typeof object['$number'] === 'string') return Number(object['$number'])
  if (typeof object['$array'] === 'string' && typeof object['base64'] === 'string') {
    const bytes = fromBase64(object['base64'])
    const Array_ = ARRAYS[object['$array'] as ArrayName]
    return new Array_(bytes.buffer as ArrayBuffer)
  }
  return Object.fromEntries(Object.entries(object).map(([k, v]) => [k, decodeTree(v)]))
}
