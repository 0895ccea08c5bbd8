export interface Served {
  readonly url: string
  close(): Promise<void>
}
/** Serves `folder` below `base`. A port that is taken is passed over for the next one; 0 asks the system for any. */
export function serve(options: {
  readonly folder: string
  readonly port?: number
  readonly host?: string
  readonly base?: string
}): Promise<Served>
export function serverOptions(argv?: readonly string[]): { readonly port: number; readonly host: string }
