import type { Reply, Report, Request } from './report.ts'

/** Runs the kernels in a worker of their own, as the book does. */
function runKernels(request: Request): Promise<Report> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Report>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      worker.terminate()
      if ('report' in data) resolve(data.report)
      else reject(new Error(data.failure))
    }
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(request)
  })
}

Object.assign(globalThis, { runKernels })
