// @vitest-environment happy-dom
// The levers of a case: moved by keys, by typing and by the pointer, within their bounds, saved once each; what the data lack is said.
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type CaseView, caseSeed } from '#renderer/forecasts/cases/case-view.ts'
import { Levers } from '#renderer/forecasts/cases/levers.tsx'
import { setLanguage } from '#renderer/i18n/index.ts'
import type { CaseAssumptions, CaseBase, CaseId } from '#shared/forecasts/case-types.ts'
import { workOutCase } from '#shared/forecasts/cases/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { draw, findBarriers } from '../ui/draw.tsx'
import { at, baseOf, dollars, eventOf, keyOf, levers, nothing, type Sketch } from './case-bases.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  setLanguage('en', 'en-GB')
})

/** 1,000.00 a month to come, half of it open, all measured: the year is 12,000.00. */
const measured: Sketch = {
  open: 50_000,
  fresh: 50_000,
  existing: 0.5,
  measured: {
    winRatio: { value: 0.3, n: 812 },
    dealSizeMinor: { value: 2_000_000, n: 240, logDeviation: 0.5 },
    cycleDays: { value: 64, n: 240 },
    dealsPerMonth: { value: 40, months: 24 },
    yieldPerSellerMinor: 10_000,
    rampMonths: 3,
    attritionRatio: { value: 0.1, n: 12 },
    churnRatio: { value: 0.08, n: 130 },
    expansionRatio: { value: 0.05, n: 120 },
    currencies: [
      { currency: baseOf({}).currency, shareRatio: 0.75 },
      { currency: dollars, shareRatio: 0.25 }
    ],
    seasonality: Array.from({ length: 12 }, () => 1)
  }
}

interface Heard {
  readonly moves: CaseAssumptions[]
  readonly saves: CaseAssumptions[]
}

/** Holds the case as the tab does: ahead on the screen while something moves, kept when it is saved. */
function Holder({
  base,
  start,
  heard,
  isLocked
}: {
  base: CaseBase
  start: CaseAssumptions
  heard: Heard
  isLocked: boolean
}) {
  const [saved, setSaved] = useState(start)
  const [shown, setShown] = useState(start)
  const outcome = useMemo(() => workOutCase(base, shown, { seed: caseSeed }), [base, shown])
  const chosen: CaseView['chosen'] = {
    id: 1 as CaseId,
    scenarioId: 1 as ScenarioId,
    kind: 'own',
    name: 'Mine',
    assumptions: saved,
    notes: ''
  }
  const settings = {
    targetMinor: null,
    costOfError: null,
    budgetLines: [],
    holidays: [],
    hiddenBreaks: [],
    missingPeriods: []
  }
  return (
    <Levers
      scenarioId={chosen.scenarioId}
      base={base}
      settings={settings}
      cases={[chosen]}
      chosen={chosen}
      assumptions={shown}
      outcome={outcome}
      isLocked={isLocked}
      onMove={(next) => {
        heard.moves.push(next)
        setShown(next)
      }}
      onSave={(next) => {
        heard.saves.push(next)
        setShown(next)
        setSaved(next)
      }}
    />
  )
}

function show(sketch: Sketch, start: CaseAssumptions = nothing, isLocked = false): Heard {
  const heard: Heard = { moves: [], saves: [] }
  draw(<Holder base={baseOf(sketch)} start={start} heard={heard} isLocked={isLocked} />)
  return heard
}

const lever = (name: string) => screen.getByRole('group', { name })
const field = (name: string) => screen.getByRole('textbox', { name })
const type = (name: string, text: string) => {
  fireEvent.change(field(name), { target: { value: text } })
  fireEvent.blur(field(name))
}
/** Range and month are out of the way until they are asked for. */
const open = (name: string) => fireEvent.click(screen.getByRole('button', { name: `Range and first month of ${name}` }))
const shownIn = (name: string) => (field(name) as HTMLInputElement).value

describe('levers', () => {
  it('stand in groups with what was measured; a typed value is saved once and says what it comes to', async () => {
    const heard = show(measured)
    expect(within(lever('Win rate')).getByText('Today 30.0% of 812 closed deals')).toBeTruthy()
    expect(within(lever('Sales cycle')).getByText('Today 64 days, middle of 240 won deals')).toBeTruthy()
    expect(within(lever('Exchange rate USD')).getByText('25.0% of what was sold lately')).toBeTruthy()
    type('Win rate, change', '10')
    expect(heard).toEqual({ moves: [], saves: [levers(at('winRate', 0.1))] })
    expect(within(lever('Win rate')).getByText('→ 33.0%')).toBeTruthy()
    // A tenth of 12,000.00.
    expect(within(lever('Win rate')).getByText('+€1,200')).toBeTruthy()
    expect(shownIn('Win rate, change')).toBe('+10')
    expect(screen.getByText('1 lever moved')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('take a range around the value, which moves along with it', () => {
    const heard = show(measured)
    open('Deals made')
    type('Deals made, low', '-10')
    type('Deals made, high', '20')
    type('Deals made, change', '5')
    expect(heard.saves.at(-1)).toEqual(levers(at('leads', 0.05, { low: -0.05, high: 0.25 })))
    expect(within(lever('Deals made')).getByText('→ 42.0 (38.0 to 50.0)')).toBeTruthy()
  })

  it('refuse what is out of order, out of bounds or no number, and save nothing of it', () => {
    const heard = show(measured)
    open('Sales cycle')
    type('Sales cycle, low', '5')
    expect(within(lever('Sales cycle')).getByText('Low, value and high are not in order')).toBeTruthy()
    type('Sales cycle, change', '-65')
    expect(within(lever('Sales cycle')).getByText('−64 days to +180 days')).toBeTruthy()
    type('Win rate, change', 'much')
    expect(within(lever('Win rate')).getByText('Not a number')).toBeTruthy()
    expect(heard.saves).toEqual([])
    fireEvent.keyDown(field('Win rate, change'), { key: 'Escape' })
    expect(shownIn('Win rate, change')).toBe('0')
  })

  it('follow the arrow keys at once and save one step when the keys are still', () => {
    vi.useFakeTimers()
    const heard = show(measured)
    const slider = screen.getByRole('slider', { name: 'Win rate' })
    for (let times = 0; times < 3; times += 1) fireEvent.keyDown(slider, { key: 'ArrowRight' })
    expect(heard.moves.map((move) => move.levers[0]?.middle)).toEqual([0.01, 0.02, 0.03])
    expect(heard.saves).toEqual([])
    expect(slider.getAttribute('aria-valuetext')).toBe('3% more, which comes to 30.9%')
    act(() => void vi.advanceTimersByTime(700))
    expect(heard.saves).toEqual([levers(at('winRate', 0.03))])
    fireEvent.keyDown(slider, { key: 'ArrowLeft' })
    fireEvent.blur(slider)
    expect(heard.saves.at(-1)).toEqual(levers(at('winRate', 0.02)))
    act(() => void vi.advanceTimersByTime(700))
    expect(heard.saves).toHaveLength(2)
  })

  it('keep the width of a range that a bound cuts on the way', () => {
    vi.useFakeTimers()
    const heard = show(measured, levers(at('startDelay', 0, { high: 2 })))
    const slider = screen.getByRole('slider', { name: 'Delay of hires' })
    fireEvent.keyDown(slider, { key: 'End' })
    fireEvent.keyDown(slider, { key: 'Home' })
    fireEvent.blur(slider)
    expect(heard.moves.map(({ levers: [setting] }) => [setting?.middle, setting?.high])).toEqual([
      [6, 8],
      [0, 2]
      // Back where it was: shown, and no step to undo.
    ])
    expect(heard.saves).toEqual([])
  })

  it('reach twice as far once they stand at their end, and never past the bound', () => {
    show(measured, levers(at('price', 0.5), at('churn', 0.5)))
    const ends = (name: string) => {
      const slider = screen.getByRole('slider', { name })
      return [slider.getAttribute('aria-valuemin'), slider.getAttribute('aria-valuemax')]
    }
    expect(ends('Price')).toEqual(['-0.5', '1'])
    // 8% leave today: no more than 8 points fewer, no more than 92 points more.
    expect(ends('Churn')).toEqual(['-0.08', '0.8'])
    expect(ends('Win rate')).toEqual(['-0.5', '0.5'])
  })

  it('start in a month, have a parameter, and are set back to nothing', () => {
    const heard = show(measured)
    open('Price')
    fireEvent.change(screen.getByRole('combobox', { name: 'Price, from' }), { target: { value: keyOf(4) } })
    type('Price, change', '10')
    // Half a hundredth of the volume for each hundredth of price: 1.1 × 1.1^-0.5 of nine months that are new.
    type('Volume lost per 1% of price', '0.5')
    expect(heard.saves.at(-1)).toEqual(levers(at('price', 0.1, { fromKey: keyOf(4), volumeLossRatio: 0.005 })))
    expect(within(lever('Price')).getByText('+€220')).toBeTruthy()
    type('Volume lost per 1% of price', '11')
    expect(within(lever('Price')).getByText('0% to 10%')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Set Price back to no change' }))
    expect(heard.saves.at(-1)).toEqual(nothing)
  })

  it('answer why they bring what they bring', async () => {
    show(measured, levers(at('winRate', 0.1, { low: 0, high: 0.2 })))
    fireEvent.click(within(lever('Win rate')).getByRole('button', { name: /^\+€1,200/ }))
    const why = await screen.findByRole('dialog', { name: 'Why Win rate brings +€1,200' })
    expect(within(why).getByText('€12,000')).toBeTruthy()
    expect(within(why).getByText('€14,400')).toBeTruthy()
  })

  it('say what the data lack instead of a slider, and what moves nothing', () => {
    show({ open: 100, fresh: 100 }, { ...levers(at('startDelay', 1)), hires: [] })
    expect(within(lever('Churn')).getByText(/^Can’t be moved: the data don’t say which part/)).toBeTruthy()
    expect(within(lever('Churn')).queryByRole('slider')).toBeNull()
    expect(within(lever('Seasonality')).getByText('Can’t be moved: seasons need two full years of sales.')).toBeTruthy()
    expect(within(lever('Win rate')).getByText('The data don’t say what it is today')).toBeTruthy()
    expect(within(lever('Delay of hires')).getByText('Moves nothing: no hires are planned.')).toBeTruthy()
    expect(screen.getByText('All that was sold lately was in EUR: no exchange rate moves it.')).toBeTruthy()
  })

  it('are read and not moved in a locked scenario', () => {
    show(measured, levers(at('winRate', 0.1)), true)
    expect(screen.getByText('The scenario is locked: its cases can be read, not moved.')).toBeTruthy()
    const open = [...screen.getAllByRole('textbox'), ...screen.getAllByRole('combobox')].filter(
      (control) => !control.hasAttribute('disabled')
    )
    expect(open).toEqual([])
    expect(screen.getByRole('slider', { name: 'Win rate' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('speak Spanish', async () => {
    setLanguage('es', 'es-ES')
    show(measured, levers(at('winRate', -0.1)))
    expect(within(lever('Tasa de cierre')).getByText('Hoy 30.0% de 812 oportunidades cerradas')).toBeTruthy()
    expect(screen.getByRole('slider', { name: 'Tasa de cierre' }).getAttribute('aria-valuetext')).toBe(
      '10% menos, o sea 27.0%'
    )
    expect(await findBarriers(document.body)).toEqual([])
  })
})

describe('hires', () => {
  it('are added, changed and removed, and say what they bring', () => {
    const heard = show({ ...measured, measured: { ...measured.measured, rampMonths: 0 } })
    fireEvent.click(screen.getByRole('button', { name: 'Add hires' }))
    expect(document.activeElement).toBe(field('Hires 1, who'))
    type('Hires 1, how many', '2')
    fireEvent.change(screen.getByRole('combobox', { name: 'Hires 1, start' }), { target: { value: keyOf(7) } })
    expect(heard.saves.at(-1)?.hires).toEqual([{ name: 'New sellers', count: 2, startKey: keyOf(7) }])
    // Two sellers × 100.00 × six months.
    const table = screen.getByRole('table', { name: 'Planned hires' })
    expect(within(table).getByText('+€1,200')).toBeTruthy()
    expect(screen.getByText(/10 sellers today · 10 in Jan 2027, 12 in Dec 2027/)).toBeTruthy()
    type('Hires 1, how many', '1.5')
    expect(within(table).getByText('A whole number from 1 to 10,000')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Remove New sellers' }))
    expect(heard.saves.at(-1)).toEqual(nothing)
  })

  it('add nothing while nobody knows what a seller sells', () => {
    show({ open: 100 }, { ...nothing, hires: [{ name: 'North', count: 1, startKey: keyOf(3) }] })
    expect(screen.getByText('What a seller sells isn’t known from the data: hires add nothing.')).toBeTruthy()
  })
})

describe('events', () => {
  it('are edited in place and say what they bring, by their chance', async () => {
    const heard = show(measured)
    fireEvent.click(screen.getByRole('button', { name: 'Add event' }))
    fireEvent.click(screen.getByRole('button', { name: 'Add event' }))
    expect(heard.saves.at(-1)?.events.map(({ name }) => name)).toEqual(['Event', 'Event 2'])
    const second = within(lever('Event 2'))
    const set = (name: string, text: string) => {
      const input = second.getByRole('textbox', { name })
      fireEvent.change(input, { target: { value: text } })
      fireEvent.blur(input)
    }
    set('Middle', '300')
    set('Low', '400')
    expect(second.getByText('Low, value and high are not in order')).toBeTruthy()
    set('Low', '100')
    set('Chance', '50')
    set('Months', '')
    set('Event', 'Event')
    expect(second.getByText('Another event has this name')).toBeTruthy()
    expect(heard.saves.at(-1)?.events[1]).toEqual(
      eventOf({
        name: 'Event 2',
        startKey: keyOf(1),
        months: null,
        low: 10_000,
        middle: 30_000,
        high: 30_000,
        chanceRatio: 0.5
      })
    )
    // Half of 300.00 × twelve months.
    expect(second.getByText('+€1,800')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Remove Event 2' }))
    expect(heard.saves.at(-1)?.events).toHaveLength(1)
  })

  it('start from nothing in the other unit', () => {
    const heard = show(measured, { ...nothing, events: [eventOf({ middle: 30_000 })] })
    fireEvent.change(within(lever('Fair')).getByRole('combobox', { name: 'Brings' }), { target: { value: 'ratio' } })
    expect(heard.saves.at(-1)?.events).toEqual([eventOf({ unit: 'ratio', middle: 0 })])
  })
})
