// A small company on a real file with the window's client joined to it, and parts of the window drawn over it.
import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { engine } from '#renderer/engine.ts'
import { refreshSession, useSessionStore } from '#renderer/session.ts'
import { theme } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

/** Three stages, three people, four accounts of which two are one company, two products, and deals in two currencies. */
export async function openCompany(): Promise<TestWorkspace> {
  const workspace = await openTestWorkspace()
  const db = workspace.writer
  db.insertMany(
    'stages',
    ['id', 'name', 'name_key', 'position', 'status'],
    [
      [1, 'Proposal', 'proposal', 1, 'open'],
      [2, 'Won', 'won', 2, 'won'],
      [3, 'Lost', 'lost', 3, 'lost']
    ]
  )
  db.insertMany(
    'sellers',
    ['id', 'name', 'role'],
    [
      [1, 'Ana Ruiz', 'seller'],
      [2, 'Luis Gil', 'seller'],
      [3, 'Inés Prat', 'seller']
    ]
  )
  db.insertMany(
    'accounts',
    ['id', 'name', 'name_key', 'domain', 'tax_id', 'contacts'],
    [
      [1, 'Acme Ibérica', 'acme iberica', 'acme.es', 'B12345678', 7],
      [2, 'Acme Iberica S.L.', 'acme iberica s l', null, null, null],
      [3, 'Beta', 'beta', null, null, null],
      [4, 'Gamma', 'gamma', null, null, null]
    ]
  )
  db.insertMany('products', ['id', 'name', 'name_key'], [[1, 'GTX Pro', 'gtx pro']])
  db.insertMany(
    'opportunities',
    [
      'id',
      'external_id',
      'name',
      'stage_id',
      'seller_id',
      'account_id',
      'product_id',
      'amount_minor',
      'currency',
      'created_on',
      'close_on',
      'source_row_id'
    ],
    [
      [1, 'd1', 'First', 2, 1, 1, 1, 10_000, 'EUR', '2026-01-05', '2026-01-31', 1],
      [2, 'd2', 'Second', 1, 2, 2, null, 25_050, 'EUR', '2026-02-01', '2027-03-31', 2],
      [3, 'd3', 'Third', 2, 1, 3, 1, 40_000, 'EUR', '2026-03-01', null, 3],
      [4, 'd4', 'Fourth', 2, 2, 2, null, 30_000, 'USD', '2026-03-01', '2026-04-15', 4],
      [5, 'd5', 'Fifth', 1, 3, 4, null, 12_300, 'EUR', '2026-01-15', '2026-02-28', null]
    ]
  )
  attachEngine(engine, workspace)
  Object.assign(globalThis, {
    comarca: { ask: async () => undefined, grantDropped: async () => [], listen: () => undefined }
  })
  useSessionStore.setState({ screen: 'data', params: {} })
  await refreshSession()
  return workspace
}

export const drawPart = (element: ReactElement) =>
  render(element, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale="en-GB">{children}</FormatProvider>
      </MantineProvider>
    )
  })
