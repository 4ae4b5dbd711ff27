// @vitest-environment happy-dom
// How sound the data is stands beside kept pay runs and quotas, and in the foot of a printed handbook.
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RunsView } from '#renderer/compensation/parts/runs-view.tsx'
import { writePrintedSoundness } from '#renderer/handbook/parts/printed-soundness.ts'
import { SellerWhy } from '#renderer/quotas/parts/seller-why.tsx'
import { makeFormat } from '#renderer/ui/make-format.ts'
import type { QualityScore } from '#shared/import/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { QuotaSheet, SheetRow } from '#shared/quotas/types.ts'
import { drawPart, openCompany } from '../crm/place.tsx'
import type { TestWorkspace } from '../helpers/workspace.ts'

describe('in the window', () => {
  let workspace: TestWorkspace
  beforeEach(async () => {
    workspace = await openCompany()
  })
  afterEach(async () => {
    cleanup()
    await workspace.close()
  })
  // The company of these tests has two deals won of which one lacks its close date.
  const mark = /^(Won deals: )?(\d+)% sound \(\d+ of \d+ /

  test('kept pay runs', async () => {
    const row = { id: 1, madeAt: '2026-01-01T00:00:00Z', throughPeriodKey: '2026-01', currency: 'EUR' }
    const run = {
      ...row,
      sellerCount: 1,
      lineCount: 1,
      missingCount: 0,
      totalMinor: 1,
      engineVersion: '1',
      inputsSha256: 'ab'
    }
    drawPart(
      <RunsView runs={[run as never]} periodWords={(key) => key} selected={undefined} onSelect={() => undefined} />
    )
    expect(await screen.findByRole('button', { name: /% sound/ })).toBeTruthy()
  })

  test('what a quota is held against', async () => {
    const sheet = { fiscalYear: 2026, currency: 'EUR', periods: [] } as unknown as QuotaSheet
    const row = { sellerId: 1, yearMinor: null, lastYearMinor: 100, amountsMinor: [] } as unknown as SheetRow
    drawPart(<SellerWhy scenarioId={1 as ScenarioId} sheet={sheet} row={row} isLocked={false} />)
    expect((await screen.findByRole('button', { name: /% sound/ })).textContent).toMatch(mark)
  })
})

describe('in print', () => {
  const score = (measure: QualityScore['measure'], sound: number): QualityScore =>
    ({ measure, sound, of: 100, rules: [] }) as unknown as QualityScore
  const noPeriods = () => ''
  const words = {
    year: noPeriods,
    half: noPeriods,
    quarter: noPeriods,
    month: noPeriods,
    week: noPeriods,
    short: noPeriods
  }
  const format = makeFormat({ language: 'en', numberLocale: 'en-GB', words })

  test('the weakest of what the figures count is named in the language of the document', () => {
    const scores = [score('bookings', 84), score('credit', 79), score('pipeline', 10)]
    expect(writePrintedSoundness(scores, 'en', format)).toBe('Credit: 79% sound')
    expect(writePrintedSoundness(scores, 'es', format)).toMatch(/79% fiable$/)
  })
  test('data that is nearly sound is no news', () => {
    expect(writePrintedSoundness([score('bookings', 95), score('credit', 90)], 'en', format)).toBe('')
    expect(writePrintedSoundness([], 'en', format)).toBe('')
  })
})
