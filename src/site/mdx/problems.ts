/** A place in a source file, as an editor opens it. */
export interface Place {
  readonly file: string
  readonly line: number
}

interface Positioned {
  readonly position?: { readonly start: { readonly line: number } } | undefined
}

/** What is wrong with a text: everything is collected, so that an author sees all of it at once. */
export class Problems {
  private readonly lines: string[] = []
  private readonly file: string

  constructor(file: string) {
    this.file = file
  }

  /** Notes one problem; `known` are the names that would have been right. */
  add(node: Positioned | number, message: string, known?: Iterable<string>): void {
    const line = typeof node === 'number' ? node : (node.position?.start.line ?? 1)
    const names = known === undefined ? '' : `. Known: ${[...known].sort().join(', ') || '(none)'}`
    this.lines.push(`${this.file}:${line}: ${message}${names}`)
  }

  get all(): readonly string[] {
    return this.lines
  }
}

/** A text that the book can't be made from. The message has one line per problem, each with file and line. */
export class BookError extends Error {
  readonly #problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'BookError'
    // Where in the build it was thrown helps no author.
    this.stack = `The book can't be made:\n${this.message}`
    this.#problems = problems
  }

  get problems(): readonly string[] {
    return this.#problems
  }
}
