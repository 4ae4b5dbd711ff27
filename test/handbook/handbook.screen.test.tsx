// @vitest-environment happy-dom
// The handbook's screen as a person uses it: reading, changing words, the other language, letters, printing and stopping it.
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HandbookScreen } from '#renderer/handbook/screen.tsx'
import { setLanguage } from '#renderer/i18n/index.ts'
import { useSessionStore } from '#renderer/session.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { makePlace, type Place } from '../compensation/place.tsx'
import { draw, findBarriers } from '../ui/draw.tsx'

const scenarioId = 1 as ScenarioId
const text = { scenarioId, kind: 'handbook', language: 'en' } as const
let place: Place

/** What main was asked, and how it answers: the window's only way out of its own process. */
let asked: { verb: string; args: Record<string, unknown> }[] = []
let letGo: (() => void) | undefined
const main = {
  ask: async (verb: string, args: Record<string, unknown>): Promise<unknown> => {
    asked.push({ verb, args })
    if (verb === 'chooseFolder') return { token: 'folder', name: 'Letters' }
    if (verb === 'saveFile' || verb === 'saveInFolder') return { ok: true, value: { fileName: args.suggestedName } }
    if (verb === 'cancelPrint') {
      letGo?.()
      return null
    }
    if (verb !== 'printPdf') return null
    if (letGo === undefined) return { ok: true, value: { bytes: new Uint8Array([37, 80]) } }
    await new Promise<void>((resolve) => {
      letGo = resolve
    })
    return { ok: false, error: { code: 'engine.cancelled' } }
  }
}
const namesOf = (verb: string) => asked.filter((each) => each.verb === verb).map((each) => each.args.suggestedName)

beforeAll(async () => {
  place = await makePlace()
  await place.call('plans.selectScenario', { scenarioId })
  await place.untilLocked(true)
  Object.assign(globalThis, { comarca: main })
}, 60_000)
afterAll(async () => {
  Reflect.deleteProperty(globalThis, 'comarca')
  await place.close()
})
beforeEach(() => {
  asked = []
  letGo = undefined
  setLanguage('en', 'en-GB')
  draw(<HandbookScreen />)
})
afterEach(cleanup)

const preview = () => screen.findByTitle<HTMLIFrameElement>('The page as it is printed')
const untilPage = (words: string | RegExp) =>
  waitFor(async () => expect((await preview()).getAttribute('srcdoc')).toMatch(words), { timeout: 5000 })

describe('the text', () => {
  it('is shown with its values named, beside the page that has them, without barriers', async () => {
    await untilPage(/sales organisation of <span[^>]*>Comarca Industrial<\/span>/)
    expect((await preview()).getAttribute('sandbox')).toBe('allow-same-origin')
    expect((await screen.findAllByText('Company')).length).toBeGreaterThan(0)
    // The page in the frame is looked at in the real window.
    for (const part of document.querySelectorAll('header, .handbook-panes'))
      expect(await findBarriers(part)).toEqual([])
  })

  it('of a locked scenario can be read, not typed', async () => {
    expect(await screen.findByText(/^The scenario is locked/)).toBeTruthy()
    const paragraph = (await screen.findByText(/^A good plan can be explained/)).closest('button')
    expect(paragraph?.disabled).toBe(true)
  })

  it('is there in the other language while the window stays in its own', async () => {
    fireEvent.click(await screen.findByLabelText('Language', { selector: 'input' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Spanish', hidden: true }))
    expect(await screen.findByText('A quién se dirige')).toBeTruthy()
    await untilPage(/organización comercial/)
    expect(screen.getByText('Print handbook')).toBeTruthy()
  })
})

describe('with the scenario open', () => {
  beforeAll(async () => {
    await place.call('plans.lockScenario', { scenarioId, isLocked: false })
    await place.untilLocked(false)
  })

  it('a paragraph is typed in place, saved as one step, and undone', async () => {
    fireEvent.click(await screen.findByText(/^This handbook says how/))
    const area = await screen.findByLabelText<HTMLTextAreaElement>('Words of the paragraph')
    expect(area.value).toContain('{company.name} in {plan.year}')
    fireEvent.change(area, { target: { value: 'We sell as **{company.name}** and pay for it.' } })
    fireEvent.keyDown(area, { key: 'Enter', ctrlKey: true })
    await untilPage('and pay for it')
    expect(screen.queryByLabelText('Words of the paragraph')).toBeNull()
    expect((await place.call('handbook.getDocument', text)).isEdited).toBe(true)
    await act(async () => void (await place.call('workspace.undo', {})))
    await untilPage('This handbook says how')
  })

  it('a value nobody knows is refused and the words stay typed; Esc leaves the text as it was', async () => {
    fireEvent.click(await screen.findByText(/^A good plan can be explained/))
    const area = await screen.findByLabelText<HTMLTextAreaElement>('Words of the paragraph')
    fireEvent.change(area, { target: { value: 'Up to {no.such}' } })
    await act(async () => void fireEvent.click(screen.getByText('Save')))
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Words of the paragraph')).value).toBe('Up to {no.such}')
    fireEvent.keyDown(area, { key: 'Escape' })
    expect(await screen.findByText(/^A good plan can be explained/)).toBeTruthy()
    expect((await place.call('handbook.getDocument', text)).isEdited).toBe(false)
  })

  it('a paragraph can be added and removed, and the text set back to the template', async () => {
    fireEvent.click(await screen.findByText(/^A good plan can be explained/))
    await act(async () => void fireEvent.click(await screen.findByLabelText('Add a paragraph below')))
    await untilPage('>New paragraph</p>')
    fireEvent.click(await screen.findByText('Back to the template'))
    await waitFor(() => expect(screen.queryByText('Back to the template')).toBeNull())
    expect((await preview()).getAttribute('srcdoc')).not.toContain('>New paragraph</p>')
  })
})

describe('what is missing', () => {
  it('is listed with the way to where it is mended', async () => {
    const [plan] = await place.call('compensation.listPlans', { scenarioId })
    if (plan === undefined) throw new Error('the sample has a pay plan')
    await act(async () => void (await place.call('compensation.removePlan', { payPlanId: plan.id })))
    fireEvent.click(await screen.findByRole('tab', { name: /^Missing \(/ }))
    const line = (await screen.findByText('no pay plans')).closest('li')
    fireEvent.click(within(line as HTMLElement).getByText('Mend it'))
    expect(useSessionStore.getState().screen).toBe('compensation')
    await act(async () => void (await place.call('workspace.undo', {})))
  })
})

describe('printing', () => {
  it('gives main the page and saves under the company and the year', async () => {
    await untilPage(/Comarca Industrial/)
    const button = document.querySelector<HTMLButtonElement>('[data-print]')
    await act(async () => button?.click())
    await waitFor(() => expect(namesOf('saveFile')).toEqual(['Comarca Industrial, compensation handbook 2026.pdf']))
    const pdf = asked.find((each) => each.verb === 'printPdf')?.args.pdf as Record<string, string>
    expect(pdf).toMatchObject({
      language: 'en',
      pageSize: 'A4',
      title: 'Sales compensation handbook, fiscal year 2026'
    })
    expect(pdf.html).not.toContain('zoom')
  })

  it('of all letters saves one file per person; the list says what a letter lacks', async () => {
    fireEvent.click(await screen.findByText('Letters'))
    await screen.findByText('Camille Faure')
    expect(screen.getAllByText('1 gap').length).toBeGreaterThan(0)
    const people = document.querySelectorAll('.handbook-person').length
    await act(async () => void fireEvent.click(screen.getByText('Print all letters')))
    await waitFor(() => expect(namesOf('saveInFolder')).toHaveLength(people), { timeout: 10_000 })
    expect(new Set(namesOf('saveInFolder')).size).toBe(people)
    expect(namesOf('saveInFolder')).toContain('Camille Faure, quota and pay letter 2026.pdf')
  })

  it('of letters stops when asked to', async () => {
    fireEvent.click(await screen.findByText('Letters'))
    await screen.findByText('Camille Faure')
    letGo = () => undefined
    await act(async () => void fireEvent.click(screen.getByText('Print all letters')))
    fireEvent.click(await screen.findByText('Cancel'))
    await waitFor(() => expect(asked.some((each) => each.verb === 'cancelPrint')).toBe(true))
    await waitFor(() => expect(screen.queryByText('Cancel')).toBeNull())
    expect(namesOf('saveInFolder')).toEqual([])
  })
})
