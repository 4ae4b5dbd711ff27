// @vitest-environment happy-dom
// Two people who are one, merged from a person's page and from the list of merges, with what both have decided; and split again.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Merges } from '#renderer/crm/merges.tsx'
import { SellerMerges } from '#renderer/crm/seller-merges.tsx'
import { setLanguage } from '#renderer/i18n/index.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'
import { drawPart, openCompany } from './place.tsx'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openCompany()
  const db = workspace.writer
  db.insert('plans', { id: 1, name: 'Plan', fiscal_year: 2026 })
  db.insert('scenarios', { id: 1, plan_id: 1, name: 'Base', created_at: '2026-01-01T00:00:00Z' })
  const quota = { scenario_id: 1, measure: 'bookings', period_key: '2026-01', starts_on: '2026-01-01', currency: 'EUR' }
  db.insert('quotas', { id: 1, seller_id: 1, amount_minor: 100_000, ...quota })
  db.insert('quotas', { id: 2, seller_id: 2, amount_minor: 50_000, ...quota })
})
afterEach(async () => {
  cleanup()
  await workspace.close()
})

const sellers = () => workspace.db.all<{ name: string }>('SELECT name FROM sellers ORDER BY id').map((row) => row.name)
const choose = async (label: string, option: string) => {
  const box = await screen.findByRole('combobox', { name: label })
  fireEvent.click(box)
  const list = await waitFor(() => {
    const found = document.getElementById(box.getAttribute('aria-controls') ?? '')
    if (found === null) throw new Error('the list is not open')
    return found
  })
  fireEvent.click(within(list).getByRole('option', { name: option, hidden: true }))
}

test('from the page of a person: nothing goes before the quotas are decided; the merge is listed and split again', async () => {
  let left: SellerId | undefined
  const { baseElement } = drawPart(
    <SellerMerges
      sellerId={1 as SellerId}
      onMerged={(kept) => {
        left = kept
      }}
    />
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Same person as…' }))
  await choose('Who is the same person as Ana Ruiz', 'Luis Gil')
  await screen.findByText('To Ana Ruiz from Luis Gil: deals 2 and quotas 1.')
  expect(screen.getByText('Base, 2026-01 Ana Ruiz: €1,000; Luis Gil: €500')).toBeTruthy()
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Merge' })
  expect(save.disabled).toBe(true)
  expect(await findBarriers(baseElement)).toEqual([])
  fireEvent.click(screen.getByRole('radio', { name: 'The sum of both' }))
  expect(save.disabled).toBe(false)
  fireEvent.click(save)
  await screen.findByRole('button', { name: 'Split Luis Gil off again' })
  expect(left).toBe(1)
  expect(sellers()).toEqual(['Ana Ruiz', 'Inés Prat'])
  expect(workspace.db.all('SELECT seller_id AS s, amount_minor AS m FROM quotas')).toEqual([{ s: 1, m: 150_000 }])
  fireEvent.click(screen.getByRole('button', { name: 'Split Luis Gil off again' }))
  await screen.findByText('Nobody else was merged into this person.')
  expect(sellers()).toEqual(['Ana Ruiz', 'Luis Gil', 'Inés Prat'])
  expect(workspace.db.all('SELECT seller_id AS s, amount_minor AS m FROM quotas ORDER BY id')).toEqual([
    { s: 1, m: 100_000 },
    { s: 2, m: 50_000 }
  ])
})

test('from the list of merges: the other one stays', async () => {
  drawPart(<Merges />)
  fireEvent.click(await screen.findByRole('button', { name: 'Merge two people' }))
  await choose('One', 'Inés Prat')
  await choose('The other', 'Luis Gil')
  fireEvent.click(await screen.findByRole('radio', { name: 'Keep Luis Gil' }))
  await screen.findByText('To Luis Gil from Inés Prat: deals 1.')
  fireEvent.click(screen.getByRole('button', { name: 'Merge' }))
  await waitFor(() => expect(sellers()).toEqual(['Ana Ruiz', 'Luis Gil']))
  const table = await screen.findByRole('grid', { name: 'Merged' })
  await within(table).findByText('Inés Prat')
})

test('a locked scenario says so instead of offering a choice', async () => {
  workspace.writer.update('scenarios', 1, { locked_at: '2026-02-01T00:00:00Z' })
  drawPart(<SellerMerges sellerId={1 as SellerId} onMerged={() => undefined} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Same person as…' }))
  await choose('Who is the same person as Ana Ruiz', 'Luis Gil')
  await screen.findByText(/^In the locked scenario Base both have something/)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Merge' }).disabled).toBe(true)
  expect(screen.queryByRole('radio', { name: 'The sum of both' })).toBeNull()
})

test('in Spanish', async () => {
  setLanguage('es')
  try {
    drawPart(<SellerMerges sellerId={1 as SellerId} onMerged={() => undefined} />)
    fireEvent.click(await screen.findByRole('button', { name: 'Es la misma que…' }))
    await choose('Quién es la misma persona que Ana Ruiz', 'Luis Gil')
    await screen.findByText('De Luis Gil pasan a Ana Ruiz: oportunidades 2 y cuotas 1.')
    expect(screen.getByText('Las dos tienen cuota en el mismo periodo')).toBeTruthy()
  } finally {
    setLanguage('en')
  }
})
