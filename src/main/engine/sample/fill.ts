// Loads the generated sample company into an empty workspace file.

import { makeSample, type SampleSize } from '#shared/sample/index.ts'
import { currencyCode } from '#shared/units/currency.ts'
import type { Language, WorkspaceSettings } from '#shared/workspace/types.ts'
import type { Writer } from '../db.ts'

export interface SampleChoice {
  size: SampleSize
  seed: number
  language: Language
}

export const sampleSettings = ({ language }: SampleChoice): WorkspaceSettings => ({
  company: 'Comarca Industrial',
  currency: currencyCode('EUR'),
  calendar: { startMonth: 1, pattern: 'months', weekStart: 1 },
  language,
  numberLocale: language === 'es' ? 'es-ES' : 'en-GB',
  isSample: true
})

/** @param sample which company; the same choice always fills the file with the same rows */
export function fillSample(db: Writer, sample: SampleChoice): void {
  const { tables, currentScenarioId } = makeSample(sample)
  for (const { name, columns, rows } of tables) db.insertMany(name, columns, rows)
  db.run(`INSERT INTO view_state (key, value_json) VALUES ('scenario', :id)`, { id: String(currentScenarioId) })
}
