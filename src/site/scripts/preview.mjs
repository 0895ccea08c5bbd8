/** `npm run preview`: serves dist/ as it is. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve, serverOptions } from './serve.mjs'

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../../dist')
if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no dist/ yet. Run: npm run build')
  process.exit(1)
}
const { url } = await serve({ folder: dist, ...serverOptions() })
console.log(url)
