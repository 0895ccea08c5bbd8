/** Finds a Chromium for the browser tests, or installs one with the system's packages, or says what to run. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const CANDIDATES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    return folder === undefined
      ? []
      : [
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]
  }),
}
const INSTALL = 'apt-get update && apt-get install -y chromium fonts-noto-cjk'

async function playwrightChromium() {
  try {
    const { chromium } = await import('playwright')
    const path = chromium.executablePath()
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

async function findInstalled() {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given
    console.error(`CHROMIUM_PATH is set, but there is no ${given}.`)
  }
  return (CANDIDATES[process.platform] ?? []).find((path) => existsSync(path)) ?? (await playwrightChromium())
}

function canInstall() {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version']).status === 0
  )
}

/** The path of a Chromium, or undefined after having printed what to do. */
export async function findChromium() {
  const found = await findInstalled()
  if (found !== undefined) return found
  if (canInstall()) {
    console.log(`No Chromium found. Running: ${INSTALL}`)
    try {
      execFileSync('sh', ['-c', INSTALL], {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    } catch {
      console.error('The installation failed.')
    }
    const installed = await findInstalled()
    if (installed !== undefined) return installed
  }
  console.error(`The browser tests need a Chromium. Either set CHROMIUM_PATH to one, or run, as root:
  ${INSTALL}
or, without root:
  npx playwright install chromium`)
  return undefined
}
