/** What is defined in a folder, one file each, found by id. */
export interface Registry<D> {
  /** In the order in which a reader should meet them. */
  readonly all: ReadonlyMap<string, D>
  /** Throws an error that names the known ids. */
  get(id: string): D
}

/**
 * Collects the definitions of a folder's files. The file name must be the id, so that a
 * definition is where one looks for it; throws if not.
 */
export function makeRegistry<D extends { readonly id: string; readonly order: number }>(
  kind: string,
  files: Readonly<Record<string, D>>,
): Registry<D> {
  for (const [path, { id }] of Object.entries(files)) {
    if (path !== `./${id}.ts`) throw new Error(`The ${kind} "${id}" must be in ${id}.ts, not in ${path}.`)
  }
  const sorted = Object.values(files).sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
  const all = new Map(sorted.map((definition) => [definition.id, definition]))
  return {
    all,
    get(id) {
      const found = all.get(id)
      if (!found) throw new Error(`There is no ${kind} "${id}". Known: ${[...all.keys()].join(', ')}.`)
      return found
    },
  }
}
