// @vitest-environment happy-dom
// Exchange rates pasted as lines: what each is read as, why a line is none, and all of them as one step for undo.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Rates } from '#renderer/crm/rates.tsx'
import { readPastedRates } from '#renderer/crm/read-pasted-rates.ts'
import type { RateRow } from '#shared/crm/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'
import { drawPart, openCompany } from './place.tsx'

const read = (text: string, known: readonly RateRow[] = [], decimalSign = '.') =>
  readPastedRates(text, { home: 'EUR' as CurrencyCode, decimalSign, known }).map((line) =>
    'problem' in line
      ? `${line.line} ${line.problem} ${line.what}`.trim()
      : `${line.line} ${line.rate.from}${line.rate.to} ${line.rate.validOn} ${line.rate.rate} ${line.effect}`
  )
const known: RateRow[] = [
  { id: 1, from: 'USD' as CurrencyCode, to: 'EUR' as CurrencyCode, validOn: '2026-01-01' as never, rate: '0.9200' }
]

describe('lines', () => {
  test('are read by what their cells hold, with or without a header, in any order', () => {
    expect(
      read('From\tTo\tDay\tRate\r\nUSD\tEUR\t2026-03-01\t0.92\r\n\r\n31/12/2026\tGBP/EUR\t1.15\nusd;05.10.2026;0,93')
    ).toEqual(['2 USDEUR 2026-03-01 0.92 new', '4 GBPEUR 2026-12-31 1.15 new', '5 noRate 0,93'])
    expect(read('usd;05.10.2026;0,93', [], ',')).toEqual(['1 USDEUR 2026-10-05 0.93 new'])
  })
  test('say what would change', () => {
    expect(read('USD\t2026-01-01\t0.92\nUSD\t2026-01-02\t0.92', known)).toEqual([
      '1 USDEUR 2026-01-01 0.92 same',
      '2 USDEUR 2026-01-02 0.92 new'
    ])
    expect(read('USD\t2026-01-01\t0.93', known)).toEqual(['1 USDEUR 2026-01-01 0.93 changed'])
  })
  test('say why they are no rate', () => {
    const lines = [
      '2026-01-01\t0.92',
      'XQZ\t2026-01-01\t0.92',
      'EUR\t2026-01-01\t1',
      'USD\t31/02/2026\t0.92',
      'USD\t0.92',
      'USD\t2026-01-01\t0',
      'USD\t2026-01-01\t-1',
      'USD\tEUR\tGBP\t2026-01-01\t0.92',
      'USD\t2026-01-01\t0.92\t0.93',
      'USD\t2026-01-05\t0.92',
      'USD\t2026-01-05\t0.94'
    ]
    expect(read(lines.join('\n'))).toEqual([
      '1 noCurrency',
      '2 unknownCurrency XQZ',
      '3 sameCurrency EUR',
      '4 noDay 31/02/2026',
      '5 noDay',
      '6 noRate 0',
      '7 noRate -1',
      '8 tooMuch USD · EUR · GBP · 2026-01-01 · 0.92',
      '9 tooMuch USD · 2026-01-01 · 0.92 · 0.93',
      '10 USDEUR 2026-01-05 0.92 new',
      '11 twice 0.92'
    ])
  })
})

describe('in the window', () => {
  let workspace: TestWorkspace
  beforeEach(async () => {
    workspace = await openCompany()
  })
  afterEach(async () => {
    cleanup()
    await workspace.close()
  })
  const rates = () =>
    workspace.db
      .all<{ text: string }>(
        `SELECT from_currency || to_currency || ' ' || valid_on || ' ' || rate AS text FROM exchange_rates ORDER BY id`
      )
      .map((row) => row.text)

  test('Ctrl+V opens them, a wrong line holds all back, and what is taken is one step', async () => {
    await workspace.call('crm.setRate', { from: 'USD', to: 'EUR', validOn: '2026-01-01' as never, rate: '0.9' })
    const { baseElement } = drawPart(<Rates />)
    await screen.findByRole('button', { name: 'Paste rates' })
    await screen.findByRole('grid', { name: 'Exchange rates' })
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(event, {
      clipboardData: {
        getData: () => 'USD\tEUR\t2026-01-01\t0.92\nUSD\tEUR\t2026-02-01\t0.93\nUSD\tEUR\t2026-13-01\t1'
      }
    })
    fireEvent(document.body, event)
    expect(event.defaultPrevented).toBe(true)
    await screen.findByText('no day: "2026-13-01". Write 2026-12-31 or 31/12/2026.', { exact: false })
    expect(screen.getByText('was 0.9')).toBeTruthy()
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Take 2 rates' })
    expect(save.disabled).toBe(true)
    expect(await findBarriers(baseElement)).toEqual([])
    fireEvent.change(screen.getByRole('textbox', { name: 'Lines of currency, day and rate' }), {
      target: { value: 'USD\tEUR\t2026-01-01\t0.92\nUSD\tEUR\t2026-02-01\t0.93' }
    })
    fireEvent.click(screen.getByRole('button', { name: 'Take 2 rates' }))
    await waitFor(() => expect(rates()).toEqual(['USDEUR 2026-01-01 0.92', 'USDEUR 2026-02-01 0.93']))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await workspace.call('workspace.undo', {})
    expect(rates()).toEqual(['USDEUR 2026-01-01 0.9'])
  })

  test('one that cannot be is named, and none is taken', async () => {
    const reply = await workspace.reply('crm.setRates', {
      rates: [
        { from: 'USD', to: 'EUR', validOn: '2026-01-01' as never, rate: '0.9' },
        { from: 'USD', to: 'USD', validOn: '2026-01-02' as never, rate: '0.9' }
      ]
    })
    expect(reply).toEqual({
      ok: false,
      error: { code: 'crm.badRateOf', from: 'USD', to: 'USD', validOn: '2026-01-02' }
    })
    expect(rates()).toEqual([])
  })
})
