// @vitest-environment happy-dom
// The compensation screen as a person uses it: reading pay and asking why, changing a rule and seeing what it says, people, runs.
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setLanguage } from '#renderer/i18n/index.ts'
import { texts } from '#renderer/i18n/use-text.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { findBarriers } from '../ui/draw.tsx'
import { makePlace, type Place } from './place.tsx'

const scenarioId = 1 as ScenarioId
let place: Place

beforeAll(async () => {
  place = await makePlace()
  await place.call('plans.selectScenario', { scenarioId })
  await place.untilLocked(true)
}, 60_000)
afterAll(() => place.close())
afterEach(cleanup)

async function unlock(): Promise<void> {
  await act(async () => {
    await place.call('plans.lockScenario', { scenarioId, isLocked: false })
    await place.untilLocked(false)
  })
}

const savedRules = async () => {
  const [plan] = await place.call('compensation.listPlans', { scenarioId })
  if (plan === undefined) throw new Error('the sample has a pay plan')
  return plan.rules
}

describe('the compensation screen', () => {
  it('shows who earns what and says so in one line, without barriers', async () => {
    place.open()
    expect(await screen.findByText(/^13 people earn €275,240 by 12 Nov 2026/)).toBeTruthy()
    const table = screen.getByRole('grid', { name: 'Pay by person' })
    expect(within(table).getByText('Hugo Lorenzo Otero')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('answers why, down to the deals', async () => {
    place.open()
    fireEvent.click(await screen.findByText('Hugo Lorenzo Otero'))
    const pane = await screen.findByRole('complementary', { name: 'Pay of Hugo Lorenzo Otero' })
    const lines = await within(pane).findAllByRole('button', { name: /^Q1/ })
    fireEvent.click(lines[0] as HTMLElement)
    expect(await within(pane).findByText(/^Target .* × payout .* (=|≈) /)).toBeTruthy()
    fireEvent.click(within(pane).getByText(/^Attainment \(own\)/))
    fireEvent.click(within(pane).getByText(/^Counted: /))
    expect(within(pane).getAllByText(/2026: .*, €/).length).toBeGreaterThan(0)
  })

  it('keeps the rules closed while the scenario is locked', async () => {
    place.open()
    fireEvent.click(await screen.findByText('Rules'))
    expect((await screen.findAllByLabelText('Share of target pay'))[0]).toHaveProperty('disabled', true)
    expect(screen.getByText(/^The scenario is locked/)).toBeTruthy()
    expect(screen.queryByText('Add a component')).toBeNull()
  })

  it('says a changed rule before it is saved, and saves it as one step that can be undone', async () => {
    await unlock()
    place.open()
    fireEvent.click(await screen.findByText('Rules'))
    const factor = await screen.findByLabelText('Points paid per point 1')
    fireEvent.change(factor, { target: { value: '2.5' } })
    expect(await screen.findByText('Above 100% each further point pays 2.5 points.')).toBeTruthy()
    expect((await savedRules()).components[0]).toMatchObject({
      curve: { accelerators: [{ above: '1', factor: '1.5' }] }
    })
    fireEvent.click(screen.getByText('Save rules'))
    await waitFor(() => expect(screen.queryByText('Save rules')).toBeNull())
    expect((await savedRules()).components[0]).toMatchObject({
      curve: { accelerators: [{ above: '1', factor: '2.5' }] }
    })
    await act(async () => void (await place.call('workspace.undo', {})))
    expect(await screen.findByText('Above 100% each further point pays 1.5 points.')).toBeTruthy()
  })

  it('does not save shares that do not add up', async () => {
    place.open()
    fireEvent.click(await screen.findByText('Rules'))
    const [weight] = await screen.findAllByLabelText('Share of target pay')
    fireEvent.change(weight as HTMLElement, { target: { value: '70' } })
    expect(await screen.findByText('The shares of target pay must add up to 100%.')).toBeTruthy()
    expect(screen.getByText('Save rules').closest('button')).toHaveProperty('disabled', true)
    fireEvent.click(screen.getByText('Discard'))
    expect((weight as HTMLInputElement).value).toBe('75')
  })

  it('sets one target pay for all', async () => {
    place.open()
    fireEvent.click(await screen.findByText('Participants'))
    fireEvent.click(await screen.findByText('One target pay for all'))
    fireEvent.change(await screen.findByLabelText('Target pay a year for everyone in the plan'), {
      target: { value: '40,000' }
    })
    fireEvent.submit(screen.getByText('Set').closest('form') as HTMLFormElement)
    expect((await screen.findAllByText('40,000')).length).toBe(13)
    await act(async () => void (await place.call('workspace.undo', {})))
    await waitFor(() => expect(screen.queryByText('40,000')).toBeNull())
  })

  it('keeps a run and shows it', async () => {
    place.open()
    fireEvent.click(await screen.findByText(/^Run Q4 FY2026/))
    const table = await screen.findByRole('grid', { name: 'Kept runs' })
    await waitFor(() => expect(within(table).getAllByText('96').length).toBeGreaterThan(0))
    fireEvent.click(within(table).getAllByText('Q4 FY2026')[0] as HTMLElement)
    fireEvent.click(await screen.findByText('Camille Faure'))
    expect((await screen.findAllByRole('button', { name: /^Q1 FY2026/ })).length).toBe(2)
  })

  it('offers the templates where there is no plan, in Spanish too', async () => {
    const [plan] = await place.call('compensation.listPlans', { scenarioId })
    if (plan === undefined) throw new Error('the sample has a pay plan')
    await place.call('compensation.removePlan', { payPlanId: plan.id })
    place.open('es')
    const buttons = await screen.findAllByText('Usar esta plantilla')
    expect(buttons).toHaveLength(3)
    fireEvent.click(buttons[1] as HTMLElement)
    expect(await screen.findByDisplayValue('Individual más bono de equipo')).toBeTruthy()
    expect(await screen.findByText('Añade personas a este plan para ver lo que les paga.')).toBeTruthy()
    fireEvent.click(screen.getByText('Reglas'))
    expect(await screen.findByText(/2\.500\s€ al año por encima de lo demás/)).toBeTruthy()
  })
})

describe('the words of an error', () => {
  it('say which rule is wrong, in both languages', () => {
    const error = { code: 'compensation.rulesWrong', problem: 'tiersMustRise', where: 'components.0', found: '1' }
    setLanguage('en', 'en-GB')
    expect(texts.tError(error)).toBe('These rules can’t be saved: Each tier must start above the one before.')
    setLanguage('es', 'es-ES')
    expect(texts.tError(error)).toBe(
      'Estas reglas no se pueden guardar: Cada tramo debe empezar por encima del anterior.'
    )
  })
})
