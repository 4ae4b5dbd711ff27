// @vitest-environment happy-dom
// The mark of how sound the data is: silent when it is, never rounded up, and what its answer lists and leads to.
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { setLanguage } from '../../src/renderer/i18n/index.ts'
import { makeFormat } from '../../src/renderer/ui/make-format.ts'
import { SoundnessMark, type SoundnessPart, writeSoundShare } from '../../src/renderer/ui/soundness.tsx'
import { draw, findBarriers } from './draw.tsx'

const noPeriods = () => ''
const format = makeFormat({
  language: 'en',
  numberLocale: 'en-GB',
  words: { year: noPeriods, half: noPeriods, quarter: noPeriods, month: noPeriods, week: noPeriods, short: noPeriods }
})

afterEach(() => {
  cleanup()
  setLanguage('en')
})

const part = (sound: number, of: number, name = 'Won deals'): SoundnessPart => ({
  key: name,
  name,
  rows: `${of.toLocaleString('en-GB')} ${name.toLowerCase()}`,
  sound,
  of,
  rules: [
    { key: 'wonWithoutAmount', label: 'Won without an amount', count: 70 },
    { key: 'noSeller', label: 'Deals without a seller', count: 40 },
    { key: 'wonInFuture', label: 'Won on a day to come', count: 9 },
    { key: 'amountOutlier', label: 'Amounts far from the rest', count: 1 }
  ]
})

test.each([
  [1880, 2000, '94%'],
  [1, 3, '33%'],
  [989, 1000, '98%'],
  [99, 100, '99.0%'],
  [9_999, 10_000, '99.9%'],
  [99_999, 100_000, '99.9%'],
  [0, 5, '0%'],
  [5, 5, '100%']
])('%i of %i is written %s: down, so that only a flawless set is whole', (sound, of, text) => {
  expect(writeSoundShare({ sound, of }, format)).toBe(text)
})

test('nothing stands there while all rows are sound, or while there are none', () => {
  const { container } = draw(<SoundnessMark parts={[part(2000, 2000), part(0, 0, 'Open deals')]} onOpen={() => {}} />)
  expect([...container.children].map((child) => child.tagName).filter((tag) => tag !== 'STYLE')).toEqual([])
})

test('the answer counts the rows, names the three heaviest findings, and leads to each of them', async () => {
  const opened: (string | undefined)[] = []
  draw(<SoundnessMark parts={[part(1880, 2000)]} onOpen={(rule) => opened.push(rule)} />)
  const mark = screen.getByRole('button', { name: /^94% sound \(1,880 of 2,000 won deals\)/ })
  expect(screen.queryByText('Won without an amount')).toBeNull()
  fireEvent.click(mark)
  const answer = screen.getByRole('dialog', { name: 'How sound the data of this figure is' })
  expect(answer.textContent).toContain('94% sound: 1,880 of 2,000 won deals have no warning.')
  expect(
    within(answer)
      .getAllByRole('listitem')
      .map((line) => line.textContent)
  ).toEqual(['Won without an amount70', 'Deals without a seller40', 'Won on a day to come9', 'and one more finding'])
  expect(await findBarriers(document.body)).toEqual([])
  fireEvent.click(within(answer).getByRole('button', { name: 'Deals without a seller' }))
  fireEvent.click(within(answer).getByRole('button', { name: 'See what is wrong' }))
  expect(opened).toEqual(['noSeller', undefined])
})

test('of several kinds of rows the weakest speaks, and the answer holds all that have a fault', () => {
  draw(
    <SoundnessMark
      isNamed
      parts={[part(950, 1000), part(890, 1000, 'Open deals'), part(7, 7, 'Sellers')]}
      onOpen={() => {}}
    />
  )
  fireEvent.click(screen.getByRole('button', { name: /^Open deals: 89% sound/ }))
  const regions = within(screen.getByRole('dialog')).getAllByRole('region')
  expect(regions.map((region) => region.getAttribute('aria-label'))).toEqual(['Won deals', 'Open deals'])
})

test('below 90% a sign stands before the words; at 90% none', () => {
  const { container, rerender } = draw(<SoundnessMark parts={[part(899, 1000)]} onOpen={() => {}} />)
  expect(container.querySelectorAll('.soundness-weak svg')).toHaveLength(1)
  rerender(<SoundnessMark parts={[part(900, 1000)]} onOpen={() => {}} />)
  expect(container.querySelectorAll('svg, .soundness-weak')).toHaveLength(0)
  expect(container.textContent).toContain('90% sound')
})

test('opens by keyboard and says it in Spanish', () => {
  setLanguage('es')
  draw(<SoundnessMark parts={[part(1880, 2000, 'Oportunidades ganadas')]} onOpen={() => {}} />)
  const mark = screen.getByRole('button', { name: /^94\s?% fiable/ })
  mark.focus()
  expect(document.activeElement).toBe(mark)
  fireEvent.click(mark)
  expect(screen.getByRole('button', { name: 'Ver qué falla' })).toBeTruthy()
})
