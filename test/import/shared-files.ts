// Where the developers' CRM files lie beside the repository, and how a test imports some of them into a workspace.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportOutcome, ImportPreview, TableChoice } from '#shared/import/types.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'

export const sharedFolder = join(import.meta.dirname, '../../../shared/data/crm')
export const hasSharedFiles = existsSync(join(sharedFolder, 'README.md'))

export const mavenFiles = ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv'].map((name) =>
  join(sharedFolder, 'maven-crm', name)
)

interface Facts {
  won_by_rep: Record<string, { deals: number; amount: number }>
}
export const readFacts = (): Facts => JSON.parse(readFileSync(join(sharedFolder, 'facts.json'), 'utf8')) as Facts

/** Hands the files to the engine as main would after a dialog. @returns their tokens */
export async function grant(workspace: TestWorkspace, paths: readonly string[]): Promise<string[]> {
  const tokens: string[] = []
  for (const [index, path] of paths.entries()) {
    const token = `file-${index}-${path}`
    await workspace.call('workspace.grantFile', { token, path })
    tokens.push(token)
  }
  return tokens
}

export async function previewFiles(
  workspace: TestWorkspace,
  paths: readonly string[],
  choices: TableChoice[] = []
): Promise<ImportPreview> {
  return workspace.call('import.preview', { files: await grant(workspace, paths), choices })
}

export async function importFiles(
  workspace: TestWorkspace,
  paths: readonly string[],
  choices: TableChoice[] = []
): Promise<ImportOutcome> {
  return workspace.call('import.run', { files: await grant(workspace, paths), choices })
}
