// @vitest-environment happy-dom
// The window without a file: making, opening, the sample company, recent files, and a file that did not open.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findBarriers } from '../ui/draw.tsx'
import { makePlace, type Place } from './place.tsx'

let place: Place
beforeAll(async () => {
  place = await makePlace('empty')
})
afterAll(() => place.close())
afterEach(cleanup)

const last = () => place.asked.filter(({ verb }) => verb !== 'startup').at(-1)

test('offers everything one can begin with, without barriers', async () => {
  place.open()
  for (const name of ['Open the sample company', 'Create a workspace', 'Open a file']) {
    expect(screen.getByRole('button', { name })).toBeTruthy()
  }
  expect(await findBarriers(document.body)).toEqual([])
})

test('makes a workspace from company, currency, fiscal year and language', async () => {
  place.open()
  const create = screen.getByRole<HTMLButtonElement>('button', { name: 'Create a workspace' })
  expect(create.disabled).toBe(true)
  fireEvent.change(screen.getByLabelText('Company'), { target: { value: 'Norte' } })
  fireEvent.click(screen.getByRole('combobox', { name: 'Fiscal year begins in' }))
  fireEvent.click(await screen.findByRole('option', { name: 'April' }))
  fireEvent.click(create)
  await waitFor(() =>
    expect(last()).toEqual({
      verb: 'newWorkspace',
      args: {
        settings: {
          company: 'Norte',
          currency: 'EUR',
          calendar: { startMonth: 4, pattern: 'months', weekStart: 1 },
          language: 'en',
          numberLocale: 'en-GB'
        }
      }
    })
  )
})

test('opens the sample company in the size and language chosen', async () => {
  place.open()
  fireEvent.click(screen.getByLabelText('300'))
  fireEvent.click(screen.getByLabelText('Español'))
  fireEvent.click(await screen.findByRole('button', { name: 'Abrir la empresa de ejemplo' }))
  await waitFor(() => expect(last()).toEqual({ verb: 'openSample', args: { size: 'large', language: 'es' } }))
  fireEvent.click(screen.getByLabelText('English'))
  await screen.findByRole('button', { name: 'Open the sample company' })
})

test('lists recent files; one that is gone can only be forgotten', async () => {
  place.open()
  fireEvent.click(screen.getByRole('button', { name: /^Norte/ }))
  await waitFor(() => expect(last()).toEqual({ verb: 'openRecent', args: { id: 'a' } }))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Old/ }).disabled).toBe(true)
  expect(screen.getByLabelText('Forget Old')).toBeTruthy()
})

test('a damaged file is said, and its newest backup offered', async () => {
  place.open({
    code: 'workspace.damaged',
    fileName: 'Norte.comarca',
    problem: 'page 7 is not in its tree',
    backupId: 'day-1',
    backupMadeAt: '2026-11-11T08:00:00.000Z'
  })
  expect(screen.getByText('Norte.comarca is damaged and was not opened.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Restore the backup' }))
  await waitFor(() => expect(last()).toEqual({ verb: 'restoreBackup', args: { backupId: 'day-1' } }))
})

test('Ctrl+O opens a file; what needs an open file rests', async () => {
  place.open()
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  expect(screen.queryByPlaceholderText(/^Go to a page/)).toBeNull()
  fireEvent.keyDown(document.body, { key: 'o', ctrlKey: true })
  await waitFor(() => expect(last()?.verb).toBe('openWorkspace'))
})
