/** A part of the book's own code could not be fetched: there is no network, or a newer edition has replaced the files. */
export class NotLoaded extends Error {
  constructor(reason: unknown) {
    super(reason instanceof Error ? reason.message : String(reason))
    this.name = 'NotLoaded'
  }
}

/** Waits for an `import()`; rejects with NotLoaded. */
export async function loaded<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch (error) {
    throw new NotLoaded(error)
  }
}
