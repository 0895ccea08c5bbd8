import { keepInDatabase } from './keeping.ts'
import { makeShelf } from './shelf.ts'

/** The page's one shelf of the reader's files, for all figures. */
export const readerShelf = makeShelf(keepInDatabase('reader-files'))
