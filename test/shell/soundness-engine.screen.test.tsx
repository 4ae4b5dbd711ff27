// @vitest-environment happy-dom
// The mark on a real engine, over a company small enough to count by hand: 10 won deals, one of which has no amount until it is corrected.
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession } from '#renderer/session.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { StatusBar } from '#renderer/shell/status-bar.tsx'
import type { OpportunityId } from '#shared/crm/types.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { layOut, small } from '../territories/company.ts'
import { draw } from '../ui/draw.tsx'

let workspace: TestWorkspace
let opportunityId: OpportunityId

configure({ asyncUtilTimeout: 5000 })

beforeAll(async () => {
  workspace = await openTestWorkspace()
  const company = {
    ...small,
    deals: small.deals.map((deal) => (deal[0] === 'Fir' ? ['Fir', 'Cy', 'Won', null, '2026-10-31'] : deal))
  }
  await layOut(workspace, company)
  opportunityId = workspace.db.all<{ id: OpportunityId }>(
    'SELECT o.id FROM opportunities o JOIN accounts a ON a.id = o.account_id WHERE a.name = :name',
    { name: 'Fir' }
  )[0]?.id as OpportunityId
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
afterEach(() => {
  cleanup()
  setLanguage('en', 'en-GB')
})
afterAll(async () => {
  expect(workspace.bugs).toEqual([])
  await workspace.close()
})

test('nine of ten won deals are sound; a correction makes the mark go, and undo brings it back', async () => {
  draw(
    <>
      <Soundness of={['bookings']} />
      <StatusBar />
    </>
  )
  fireEvent.click(await screen.findByRole('button', { name: /^90% sound \(9 of 10 won deals\)/ }))
  const answer = screen.getByRole('dialog')
  expect(
    within(answer)
      .getAllByRole('listitem')
      .map((line) => line.textContent)
  ).toEqual(['Won without an amount1'])
  const quality = () => screen.queryByRole('button', { name: /^quality/ })?.textContent
  // Of won and open deals one of 11 has no account (90.9%): won deals are the weakest.
  expect(quality()).toBe('quality 90%, bookings')
  await act(async () => {
    await workspace.call('crm.correctDeal', {
      opportunityId,
      field: 'amountMinor',
      value: 8000,
      reason: 'Seen in the contract'
    })
  })
  await waitFor(() => expect(screen.queryByRole('button', { name: /^90% sound/ })).toBeNull())
  expect(quality()).toBe('quality 90%, credit')
  await act(async () => {
    await workspace.call('workspace.undo', {})
  })
  expect(await screen.findByRole('button', { name: /^90% sound \(9 of 10 won deals\)/ })).toBeTruthy()
})
