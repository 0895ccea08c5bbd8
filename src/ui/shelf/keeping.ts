import type { ShelfFile } from './shelf.ts'

/** Files kept on this device from visit to visit. Every call rejects where the browser blocks that, or has no room. */
export interface Keeping {
  list(): Promise<readonly ShelfFile[]>
  put(files: readonly ShelfFile[]): Promise<void>
  remove(name: string): Promise<void>
  clear(): Promise<void>
}

const STORE = 'files'

/** Keeps them in a database of the browser's. It is made when the first file is put there. */
export function keepInDatabase(name: string): Keeping {
  let opening: Promise<IDBDatabase> | undefined

  function open(make: boolean): Promise<IDBDatabase> {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      // Where storage is blocked, reading the property or opening throws, which rejects.
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => {
        // Who only looks leaves nothing on the device.
        if (make) request.result.createObjectStore(STORE, { keyPath: 'name' })
        else request.transaction?.abort()
      }
      request.onsuccess = () => resolve(request.result)
      request.onerror = (event) => {
        event.preventDefault()
        reject(request.error ?? new Error('blocked'))
      }
    })
    opening.catch(() => (opening = undefined))
    return opening
  }

  async function within<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
  ): Promise<T | undefined> {
    const database = await open(mode === 'readwrite')
    return new Promise<T | undefined>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request?.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
  }

  return {
    list: async () => (await within('readonly', (store) => store.getAll() as IDBRequest<ShelfFile[]>)) ?? [],
    put: async (files) => {
      await within('readwrite', (store) => {
        for (const file of files) store.put(file)
        return undefined
      })
    },
    remove: async (name) => {
      await within('readwrite', (store) => store.delete(name))
    },
    clear: async () => {
      await within('readwrite', (store) => store.clear())
    },
  }
}
