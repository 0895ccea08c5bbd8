import { b } from '../core/b.ts'
export const a = b
