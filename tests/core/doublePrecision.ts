/**
 * Import this before everything else: arrays of single precision become arrays of double precision in this process, and with
 * them every tensor of the cpu backend. What a formula gets wrong is then not hidden by rounding.
 */
globalThis.Float32Array = Float64Array as unknown as Float32ArrayConstructor
