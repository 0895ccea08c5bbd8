import { joinNames } from '../data.ts'
import type { DataParam, ParamOptions } from '../param.ts'

const NAMES = /^[0-9a-f]{16}(-[0-9a-f]{16})*$/

const sampleName = (random: () => number): string =>
  Array.from({ length: 16 }, () => Math.floor(16 * random()).toString(16)).join('')

/**
 * Files of the reader's, by the names that follow from their contents; empty: none. The files stay on the device, so that a
 * link may name what another device has not.
 */
export function data(o: ParamOptions = {}): DataParam {
  return {
    ...o,
    kind: 'data',
    default: '',
    hidden: true,
    read: (raw) =>
      typeof raw === 'string' && (raw === '' || NAMES.test(raw))
        ? { value: raw }
        : { value: '', problem: 'wrong-type' },
    write: (v) => v,
    sample: (random) => (random() < 0.5 ? '' : joinNames([sampleName(random), sampleName(random)])),
  }
}
