// @vitest-environment happy-dom
// A chart says what it shows without being seen: its finding, its measure and its numbers as a table.
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { chartConfig } from '../../src/renderer/ui/chart/config.ts'
import { Chart, type ChartProps } from '../../src/renderer/ui/chart.tsx'
import { makeFormat } from '../../src/renderer/ui/make-format.ts'
import { currencyCode } from '../../src/shared/units/money.ts'
import { draw, findBarriers } from './draw.tsx'

const props: ChartProps = {
  kind: 'bar',
  title: 'The fourth quarter brings a third of the year',
  subtitle: 'Bookings by quarter, EUR, FY2026',
  labels: ['Q1', 'Q2', 'Q3', 'Q4'],
  labelName: 'Quarter',
  unit: { kind: 'money', currency: currencyCode('EUR') },
  series: [{ key: 'won', label: 'Won', values: [100_000_000, 120_000_000, null, 200_000_000] }],
  bands: [
    { key: 'likely', label: '80 of 100', low: [null, null, null, 150_000_000], high: [null, null, null, 250_000_000] }
  ],
  marks: [{ key: 'goal', label: 'Goal', value: 180_000_000 }]
}

afterEach(cleanup)

test('its picture is named by finding and measure, and its table stands behind a button', async () => {
  const { container } = draw(<Chart {...props} />)
  expect(screen.getByRole('img', { name: `${props.title}. ${props.subtitle}` })).toBeTruthy()
  expect(screen.queryByRole('grid')).toBeNull()
  expect(await findBarriers(container)).toEqual([])
  fireEvent.click(screen.getByLabelText('Show as table'))
  const table = screen.getByRole('grid', { name: props.title })
  expect(table.textContent).toContain('Quarter')
  expect(table.textContent).toContain('1,200,000')
  expect([...table.querySelectorAll('tbody tr')]).toHaveLength(4)
})

test('without any value it says so and offers no table', () => {
  draw(<Chart {...props} series={[{ key: 'won', label: 'Won', values: [null, null, null, null] }]} />)
  expect(screen.getByText('No values in this period.')).toBeTruthy()
  expect(screen.queryByLabelText('Show as table')).toBeNull()
})

test('bars begin at zero, nothing moves, and money is drawn in whole units', () => {
  const word = () => ''
  const format = makeFormat({
    language: 'en',
    numberLocale: 'en-GB',
    words: { year: word, half: word, quarter: word, month: word, week: word, short: word }
  })
  const colors = {
    series: ['#0f6b6b'],
    ink: '#000000',
    muted: '#666666',
    line: '#dddddd',
    lineStrong: '#888888',
    panel: '#ffffff',
    accent: '#0f6b6b',
    amber: '#b87414',
    font: 'Inter'
  }
  const { data, options } = chartConfig(props, colors, format)
  expect(options?.animation).toBe(false)
  expect(options?.scales?.y).toMatchObject({ beginAtZero: true })
  expect(data.datasets.map((set) => set.data)).toEqual([
    [null, null, null, 1_500_000],
    [null, null, null, 2_500_000],
    [1_000_000, 1_200_000, null, 2_000_000]
  ])
})

test('a note of any make stands below it', () => {
  draw(<Chart {...props} note={<em>Without deals of no amount</em>} />)
  expect(screen.getByText('Without deals of no amount')).toBeTruthy()
})
