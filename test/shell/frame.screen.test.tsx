// @vitest-environment happy-dom
// The window around the screens: going places, scenarios, undo, the palette, the other language, settings and the audit log.
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { useSessionStore } from '#renderer/session.ts'
import { findBarriers } from '../ui/draw.tsx'
import { makePlace, type Place } from './place.tsx'

let place: Place
beforeAll(async () => {
  place = await makePlace('sample')
}, 60_000)
afterAll(() => place.close())
afterEach(() => {
  cleanup()
  act(() => useSessionStore.getState().go('settings'))
})

const press = (key: string, options: object = {}) => fireEvent.keyDown(document.body, { key, ...options })
const open = (at = 'settings') => {
  act(() => useSessionStore.getState().go(at))
  place.open()
}
const scenarioName = () => useSessionStore.getState().scenario?.name
/** Chooses in a menu of the top bar. */
async function choose(menu: RegExp, item: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: menu }))
  fireEvent.click(await screen.findByRole('menuitem', { name: item }))
}

describe('the frame', () => {
  test('says where one is, in which scenario, and how the file stands; without barriers', async () => {
    open()
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy()
    const here = within(screen.getByRole('navigation')).getByRole('button', { name: 'Settings' })
    expect(here.getAttribute('aria-current')).toBe('page')
    expect(screen.getByText('sample.comarca')).toBeTruthy()
    expect(screen.getByText('data as of 12 Nov 2026')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  test('g and a letter go to a screen, but not while typing', async () => {
    open()
    const company = await screen.findByLabelText('Company')
    fireEvent.keyDown(company, { key: 'g' })
    fireEvent.keyDown(company, { key: 'a' })
    expect(useSessionStore.getState().screen).toBe('settings')
    press('g')
    press('a')
    expect(await screen.findByRole('heading', { level: 1, name: 'Audit log' })).toBeTruthy()
    press('?', { shiftKey: true })
    expect(await screen.findByRole('heading', { level: 1, name: 'Keyboard shortcuts' })).toBeTruthy()
  })

  test('the palette goes to pages, and finds people without their accents', async () => {
    open()
    press('k', { ctrlKey: true })
    const box = await screen.findByPlaceholderText(/^Go to a page/)
    const [someone] = await place.call('people.listSellers', {})
    const wanted = (someone?.name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    fireEvent.change(box, { target: { value: wanted } })
    fireEvent.click(await screen.findByText(someone?.name ?? ''))
    await waitFor(() => expect(useSessionStore.getState().screen).toBe('people'))
    expect(useSessionStore.getState().params).toEqual({ seller: String(someone?.id) })
  })
})

describe('scenarios', () => {
  test('a copy comes into view as a draft; Ctrl+Z takes it back and says so; Ctrl+Shift+Z brings it again', async () => {
    open()
    const before = scenarioName() ?? ''
    await choose(/Scenario/, 'Copy this scenario')
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Two more reps' } })
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
    await waitFor(() => expect(scenarioName()).toBe('Two more reps'))
    expect(screen.getByText('not approved')).toBeTruthy()
    expect(document.querySelector<HTMLElement>('.top-bar')?.dataset.draft).toBe('true')
    expect(await screen.findByText('Copy to scenario Two more reps')).toBeTruthy()
    expect(screen.getByLabelText('Undo: Copy to scenario Two more reps')).toBeTruthy()

    press('z', { ctrlKey: true })
    expect(await screen.findByText('Undone: Copy to scenario Two more reps')).toBeTruthy()
    await waitFor(() => expect(scenarioName()).toBe(before))
    press('Z', { ctrlKey: true, shiftKey: true })
    expect(await screen.findByText('Done again: Copy to scenario Two more reps')).toBeTruthy()
  })

  test('a name that is taken is said at the field, and nothing is made', async () => {
    open()
    const count = useSessionStore.getState().plan?.scenarios.length
    const taken = scenarioName() ?? ''
    await choose(/Scenario/, 'New scenario')
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: taken } })
    fireEvent.click(screen.getByRole('button', { name: 'Create' }))
    expect(await screen.findByText(`There is already a scenario "${taken}" in this year.`)).toBeTruthy()
    expect(useSessionStore.getState().plan?.scenarios.length).toBe(count)
  })

  test('the period in view is chosen by length and name', async () => {
    open()
    fireEvent.click(screen.getByRole('button', { name: /^Period/ }))
    fireEvent.click(await screen.findByLabelText('Half'))
    fireEvent.click(await screen.findByText('H1'))
    expect(useSessionStore.getState().period?.key).toMatch(/-H1$/)
  })
})

describe('settings', () => {
  test('the language changes at once, everywhere, and can be undone', async () => {
    open()
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    await act(
      async () => void (await place.call('workspace.updateSettings', { language: 'es', numberLocale: 'es-ES' }))
    )
    expect(await screen.findByRole('heading', { level: 1, name: 'Ajustes' })).toBeTruthy()
    expect(within(screen.getByRole('navigation')).getByRole('button', { name: 'Ajustes' })).toBeTruthy()
    expect(document.documentElement.lang).toBe('es')
    expect(place.asked).toContainEqual({ verb: 'setPreferences', args: { language: 'es' } })
    press('z', { ctrlKey: true })
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy()
  })

  test('what is changed is saved as one step; the theme belongs to the person, not the file', async () => {
    open()
    fireEvent.change(await screen.findByLabelText('Company'), { target: { value: 'Norte' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(async () => {
      const state = await place.call('workspace.getState', {})
      expect(state.isOpen && state.settings.company).toBe('Norte')
    })
    fireEvent.click(screen.getByLabelText('Dark'))
    expect(place.asked.at(-1)).toEqual({ verb: 'setPreferences', args: { theme: 'dark' } })
  })

  test('backups are listed, and going back to one is asked for first', async () => {
    open()
    fireEvent.click(await screen.findByRole('button', { name: 'Back up now' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Restore' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('The file goes back to that moment')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Restore' }))
    await waitFor(() => expect(place.asked.at(-1)?.verb).toBe('restoreBackup'))
  })
})

test('the audit log shows a step with its fields before and after', async () => {
  const [someone] = await place.call('people.listSellers', {})
  if (!someone) throw new Error('the sample has people')
  await act(async () => void (await place.call('people.updateSeller', { sellerId: someone.id, location: 'Porto' })))
  open('audit')
  fireEvent.click((await screen.findAllByText(`Edit ${someone.name}`))[0] as HTMLElement)
  const pane = await screen.findByRole('complementary', { name: `Edit ${someone.name}` })
  expect(await within(pane).findByText('Porto')).toBeTruthy()
  expect(within(pane).getByText(someone.location ?? '')).toBeTruthy()
  expect(within(pane).getByText('Location')).toBeTruthy()
})

test('two scenarios are compared in words and numbers', async () => {
  const { plan } = useSessionStore.getState()
  const [base] = plan?.scenarios ?? []
  if (!base) throw new Error('the sample has a scenario')
  const copy = await place.call('plans.copyScenario', { scenarioId: base.id, name: 'Less' })
  const [member] = (await place.call('people.listSellers', { activeOnly: true })).filter(
    (each) => each.role === 'seller'
  )
  if (!member) throw new Error('the sample has sellers')
  await act(async () => void (await place.call('plans.selectScenario', { scenarioId: copy.id })))
  await act(async () => void (await place.call('quotas.clear', { scenarioId: copy.id, sellerId: member.id })))
  open('plans')
  const table = await screen.findByRole('grid', { name: 'Compare scenarios' })
  expect(within(table).getByText(member.name)).toBeTruthy()
  expect(within(table).getAllByText(/^−€/).length).toBeGreaterThan(0)
})

test('a screen that breaks leaves the rest alone', async () => {
  const noise: unknown[] = []
  const had = console.error
  console.error = (...words) => void noise.push(words)
  try {
    open('settings')
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    const { workspace } = useSessionStore.getState()
    // A screen that is handed no parameters at all breaks.
    act(() => useSessionStore.setState({ params: null as unknown as Record<string, string> }))
    expect(await screen.findByText('This page stopped because of a fault in the program.')).toBeTruthy()
    expect(screen.getByRole('navigation')).toBeTruthy()
    act(() => useSessionStore.setState({ workspace, params: {} }))
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy()
  } finally {
    console.error = had
  }
  expect(noise.length).toBeGreaterThan(0)
})

test('Ctrl+E exports what is seen; / leads into the filter', async () => {
  open('audit')
  await screen.findByRole('grid', { name: 'Audit log' })
  press('e', { ctrlKey: true })
  fireEvent.click(await screen.findByText('Text table (csv)'))
  await waitFor(() =>
    expect(place.asked.at(-1)).toMatchObject({
      verb: 'saveFile',
      args: { suggestedName: 'audit-log.csv', kind: 'csv' }
    })
  )
  press('/')
  expect(document.activeElement).toBe(screen.getByLabelText('Filter'))
})

test('a .comarca file dropped on the window is opened', async () => {
  open()
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  fireEvent.drop(document.body, { dataTransfer: { files: [new File(['x'], 'Norte.comarca')], types: ['Files'] } })
  await waitFor(() => expect(place.asked.at(-1)).toEqual({ verb: 'openDropped', args: { token: 't' } }))
})
