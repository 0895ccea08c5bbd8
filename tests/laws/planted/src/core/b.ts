export { a as b } from '../math/a.ts'
