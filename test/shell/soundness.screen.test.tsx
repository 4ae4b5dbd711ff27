// @vitest-environment happy-dom
// The quality of the data in the status bar and beside figures, over scores that an engine of the test gives.
import { MantineProvider } from '@mantine/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { forgetAnswers } from '#renderer/engine-client.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { useSessionStore } from '#renderer/session.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { StatusBar } from '#renderer/shell/status-bar.tsx'
import { theme } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import type { FromEngine } from '#shared/contract/messages.ts'
import type { QualityScore } from '#shared/import/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { isoDate } from '#shared/units/date.ts'
import { findBarriers } from '../ui/draw.tsx'

const score = (
  measure: QualityScore['measure'],
  sound: number,
  of: number,
  rules: QualityScore['rules'] = []
): QualityScore => ({ measure, ratio: of === 0 ? null : sound / of, sound, of, rules })

let scores: QualityScore[] | undefined
let asked = 0
let tell: (message: FromEngine) => void = () => undefined

beforeEach(() => {
  asked = 0
  engine.attach({
    post: (message) => {
      if (message.type !== 'call') return
      asked += 1
      const reply = scores
        ? { ok: true as const, value: scores }
        : { ok: false as const, error: { code: 'engine.bug' } }
      queueMicrotask(() => tell({ type: 'reply', id: message.id, reply } as FromEngine))
    },
    listen: (listener) => {
      tell = listener
    }
  })
  forgetAnswers()
  const today = isoDate(2026, 11, 12)
  useSessionStore.setState({
    workspace: {
      isOpen: true,
      fileName: 'test.comarca',
      settings: {
        company: 'Test company',
        currency: currencyCode('EUR'),
        calendar: { startMonth: 1, pattern: 'months', weekStart: 1 },
        language: 'en',
        numberLocale: 'en-GB',
        isSample: false
      },
      today,
      undo: { undo: null, redo: null },
      migratedFrom: null
    },
    screen: 'home',
    params: {},
    engine: 'ready',
    asOf: today
  })
})
afterEach(() => {
  cleanup()
  setLanguage('en')
})

const draw = (element: React.ReactElement) =>
  render(element, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale="en-GB">{children}</FormatProvider>
      </MantineProvider>
    )
  })

test('the status bar names the weakest of the data and leads to its quality', async () => {
  scores = [
    score('bookings', 1880, 2000),
    score('pipeline', 450, 500),
    score('credit', 2400, 2500),
    score('people', 0, 0)
  ]
  const { container } = draw(<StatusBar />)
  const quality = await screen.findByRole('button', { name: 'quality 90%, pipeline' })
  expect(quality.title).toBe('90% sound: 450 of 500 open deals have no warning.')
  expect(await findBarriers(container)).toEqual([])
  fireEvent.click(quality)
  expect(useSessionStore.getState()).toMatchObject({ screen: 'data', params: { tab: 'quality' } })
})

test('the status bar says 100% only of flawless data, nothing of no data, and that it does not know when it does not', async () => {
  scores = [score('bookings', 2000, 2000), score('pipeline', 0, 0)]
  draw(<StatusBar />)
  expect(await screen.findByRole('button', { name: 'quality 100%' })).toBeTruthy()
  scores = [score('bookings', 1999, 2000)]
  act(() => forgetAnswers())
  expect(await screen.findByRole('button', { name: 'quality 99.9%, bookings' })).toBeTruthy()
  scores = [score('bookings', 0, 0)]
  act(() => forgetAnswers())
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  scores = undefined
  act(() => forgetAnswers())
  expect(await screen.findByText('quality not known')).toBeTruthy()
})

test('a figure shows the score of the rows it counts, with findings in words, each a way to its rows', async () => {
  scores = [
    score('bookings', 1900, 2000, [
      { rule: 'wonWithoutAmount', count: 80 },
      { rule: 'noSeller', count: 30 }
    ]),
    score('pipeline', 100, 500, [{ rule: 'openPastDate', count: 400 }])
  ]
  draw(<Soundness of={['bookings', 'credit']} />)
  fireEvent.click(await screen.findByRole('button', { name: /^95% sound \(1,900 of 2,000 won deals\)/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Won without an amount' }))
  expect(useSessionStore.getState()).toMatchObject({
    screen: 'data',
    params: { tab: 'quality', rule: 'wonWithoutAmount' }
  })
})

test('scores are asked for again when deals change, once for changes in a row, and not when a quota changes', async () => {
  scores = [score('bookings', 1900, 2000)]
  draw(<Soundness of={['bookings']} />)
  await screen.findByRole('button', { name: /^95% sound/ })
  const before = asked
  const news = (topics: string[]) =>
    act(() => tell({ type: 'changed', topics, undo: { undo: null, redo: null } } as FromEngine))
  news(['quotas'])
  news(['compensation'])
  // Longer than a question waits for those that come after it.
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(asked).toBe(before)
  scores = [score('bookings', 2000, 2000)]
  news(['crm'])
  news(['people'])
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  expect(asked).toBe(before + 1)
})

test('a mark that left before its question was asked gets its answer when it is back', async () => {
  scores = [score('bookings', 1900, 2000)]
  draw(<Soundness of={['bookings']} />)
  cleanup()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(asked).toBe(0)
  draw(<Soundness of={['bookings']} />)
  expect(await screen.findByRole('button', { name: /^95% sound/ })).toBeTruthy()
  expect(asked).toBe(1)
})

test('in Spanish', async () => {
  setLanguage('es')
  scores = [score('pipeline', 450, 500)]
  draw(<StatusBar />)
  expect(await screen.findByRole('button', { name: /^calidad 90\s?%, embudo$/ })).toBeTruthy()
})
