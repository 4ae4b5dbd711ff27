// The list of migrations, oldest first. A released one is never edited: test/migrations holds the hash of each.
import { firstTables } from './0010-first-tables.ts'
import { imports } from './0020-imports.ts'
import { territoryModel } from './0030-territory-model.ts'
import { forecastTables } from './0040-forecasts.ts'
import type { Migration } from './migrate.ts'

export const migrations: readonly Migration[] = [firstTables, imports, territoryModel, forecastTables]
