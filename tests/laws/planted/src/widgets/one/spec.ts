import { spec } from '../two/spec.ts'
export const d = spec
