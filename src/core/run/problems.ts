import { BackendProblem } from '../backend/problem.ts'
import { NotLoaded } from '../loading.ts'
import type { Problem, ProblemCode } from '../../protocol/messages.ts'

const OUT_OF_MEMORY =
  /out of memory|allocation failed|array buffer allocation|invalid (typed )?array length|memory access out of bounds/i

function codeOf(error: unknown): ProblemCode {
  if (error instanceof BackendProblem) {
    switch (error.reason) {
      case 'lost':
        return 'device-lost'
      case 'software-only':
        return 'backend-software'
      case 'self-test-failed':
        return 'backend-wrong'
      case 'unavailable':
      case 'initialisation-failed':
        return 'backend-unavailable'
    }
  }
  if (error instanceof NotLoaded) return 'not-loaded'
  return error instanceof Error && OUT_OF_MEMORY.test(error.message) ? 'out-of-memory' : 'crashed'
}

/** What the page is told of something thrown. */
export function problemOf(error: unknown, where: Pick<Problem, 'step' | 'member'> = {}): Problem {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { code: codeOf(error), ...where, detail }
}
