/** A short name for many bytes that follows from them alone. Not safe against forgers: it tells a reader's files apart. */
export interface Fingerprint {
  /** Takes in the next bytes: of each part but the last, a multiple of four. */
  add(bytes: Uint8Array): void
  /** 16 hexadecimal digits for all bytes so far. */
  text(): string
}

/** Two 32-bit hashes of the FNV-1a kind (Fowler, Noll and Vo), word by word, with the length mixed in. */
export function makeFingerprint(): Fingerprint {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  let length = 0

  function mix(words: Uint32Array | Uint8Array): void {
    let [c, d] = [a, b]
    for (let i = 0; i < words.length; i++) {
      c = Math.imul(c ^ words[i], 0x01000193)
      c ^= c >>> 13
      d = Math.imul(d ^ words[i], 0x85ebca6b)
      d ^= d >>> 15
    }
    a = c
    b = d
  }

  return {
    add(bytes) {
      const whole = bytes.length - (bytes.length % 4)
      const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
      mix(new Uint32Array(aligned.buffer, aligned.byteOffset, whole / 4))
      mix(bytes.subarray(whole))
      length += bytes.length
    },
    text: () => hex(a ^ Math.imul(length, 0xc2b2ae35)) + hex(b ^ length),
  }
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
