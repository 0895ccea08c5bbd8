import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { book } from './src/site/vite/plugin.ts'

export default defineConfig({
  base: './',
  worker: { format: 'es' },
  // Tests of single modules need no pages.
  plugins: process.env['VITEST'] === undefined ? [react(), book()] : [],
  test: {
    projects: [
      {
        // One copy of TensorFlow.js: its ES modules, also for the packages' own imports of each other.
        resolve: { alias: [{ find: /^(@tensorflow\/tfjs-[a-z-]+)$/, replacement: '$1/dist/index.js' }] },
        test: {
          name: 'unit',
          environment: 'node',
          // By itself the runner leaves one processor free, which on two is half of them.
          maxWorkers: '100%',
          // Generous: on a busy machine a test that computes may take many times its usual time.
          testTimeout: 120_000,
          include: ['tests/{math,protocol,core,charts,ui,i18n,player,site,headless,laws}/**/*.test.{ts,tsx}'],
          server: { deps: { inline: [/@tensorflow/] } },
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
