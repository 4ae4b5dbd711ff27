// Brings a workspace file to the newest table version, one numbered step at a time, each in its own transaction.
// The steps stand beside this file; the list of them is index.ts.
import type { Connection } from '../db.ts'

export interface Migration {
  /** The `user_version` a file has after this step. Steps of ten. */
  version: number
  sql: string
  /** Makes tables anew under their old names: foreign keys are off meanwhile and must hold again at the end. */
  rebuildsTables?: boolean
}

/** Thrown inside the engine when a file was made by a newer program; the router turns it into `workspace.newer`. */
export class NewerFileError extends Error {
  readonly fileVersion: number
  readonly knownVersion: number
  constructor(fileVersion: number, knownVersion: number) {
    super(`the file has table version ${fileVersion}, this program knows up to ${knownVersion}`)
    this.fileVersion = fileVersion
    this.knownVersion = knownVersion
  }
}

/** The newest version in a list of migrations; 0 when the list is empty. */
export const newestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

/**
 * Runs the migrations a file has not had yet.
 *
 * @param beforeFirst called once before the first change to a file that already holds data, to make a backup of it
 * @returns the version the file had before
 */
export function migrate(connection: Connection, migrations: readonly Migration[], beforeFirst: () => void): number {
  const had = connection.userVersion()
  const newest = newestVersion(migrations)
  if (had > newest) throw new NewerFileError(had, newest)
  const missing = migrations.filter((step) => step.version > had)
  if (missing.length > 0 && had > 0) beforeFirst()
  for (const step of missing) {
    const run = (): void =>
      connection.transaction(() => {
        connection.exec(step.sql)
        if (step.rebuildsTables) connection.checkForeignKeys()
        connection.setUserVersion(step.version)
      })
    if (step.rebuildsTables) connection.withoutForeignKeys(run)
    else run()
  }
  return had
}
