import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Serious and critical findings of axe on the page, in short. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: await readFile('node_modules/axe-core/axe.min.js', 'utf8') })
  const findings = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }
    return (await axe.run()).violations
  })
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200)}`,
    )
}
