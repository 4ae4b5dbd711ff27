// @vitest-environment happy-dom
// The small parts of the kit: pages with their pane, the why of a number, missing values, fields in our units.
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Bar, RangeBar } from '../../src/renderer/ui/bar.tsx'
import { EmptyState } from '../../src/renderer/ui/empty-state.tsx'
import { DateField, MoneyField, PercentField } from '../../src/renderer/ui/fields.tsx'
import { KeyNumber, KeyNumbers } from '../../src/renderer/ui/key-number.tsx'
import { Money } from '../../src/renderer/ui/money.tsx'
import { Page } from '../../src/renderer/ui/page.tsx'
import { Percent } from '../../src/renderer/ui/percent.tsx'
import { Problem } from '../../src/renderer/ui/problem.tsx'
import { KeyValues, Section } from '../../src/renderer/ui/section.tsx'
import { Tag } from '../../src/renderer/ui/tag.tsx'
import { Why, WhyNote, WhySteps } from '../../src/renderer/ui/why.tsx'
import { Work } from '../../src/renderer/ui/work.tsx'
import { currencyCode } from '../../src/shared/units/money.ts'
import { draw, findBarriers } from './draw.tsx'

const euro = currencyCode('EUR')

afterEach(cleanup)

function Form({ onTaken }: { readonly onTaken: (value: number | null) => void }) {
  const [minor, setMinor] = useState<number | null>(123_450)
  const [ratio, setRatio] = useState<number | null>(0.75)
  const take = (set: (value: number | null) => void) => (value: number | null) => {
    onTaken(value)
    set(value)
  }
  return (
    <>
      <MoneyField label="Target" value={minor} currency={euro} onChange={take(setMinor)} />
      <PercentField label="Share" value={ratio} onChange={take(setRatio)} />
    </>
  )
}

test('a page made of the whole kit has no barrier that axe-core finds', async () => {
  const { container } = draw(
    <main>
      <Page
        title="Performance"
        finding="4 of 12 sellers are behind pace"
        primary={{ label: 'Import', onRun: () => undefined }}
        detail={<KeyValues items={[{ key: 'goal', label: 'Goal', value: <Money minor={1} currency={euro} /> }]} />}
        detailTitle="Ana Ruiz"
        onCloseDetail={() => undefined}
      >
        <KeyNumbers>
          <KeyNumber
            label="Bookings"
            value={
              <Why title="Why 1,847" of="1,847">
                rows
              </Why>
            }
            against="of 3,020"
          >
            <RangeBar label="Achieved 61%, pace 58%" achieved={0.61} pace={0.58} low={0.92} middle={0.98} high={1.04} />
          </KeyNumber>
        </KeyNumbers>
        <Section title="Sellers" isCard>
          <Bar ratio={0.82}>
            <Percent ratio={0.82} n={41} />
          </Bar>
          <Tag tone="amber">few qualified</Tag>
          <Percent ratio={null} reason="No deal closed" />
        </Section>
        <EmptyState title="Import a CRM export" action={{ label: 'Choose files', onRun: () => undefined }} />
        <Problem title="It failed" details="stack" />
        <Work progress={{ done: 1, total: 2, what: 'rows' }} onCancel={() => undefined} />
        <MoneyField label="Target" value={100} currency={euro} onChange={() => undefined} />
        <DateField label="From" value={null} onChange={() => undefined} />
      </Page>
    </main>
  )
  expect(await findBarriers(container)).toEqual([])
})

test('Esc and the button close the pane', () => {
  let closed = 0
  draw(
    <Page title="People" detail="person" onCloseDetail={() => (closed += 1)}>
      rows
    </Page>
  )
  fireEvent.keyDown(window, { key: 'Escape' })
  fireEvent.click(screen.getByLabelText('Close'))
  expect(closed).toBe(2)
})

test('a number answers a click with why', () => {
  draw(
    <Why title="Where 82% comes from" of={<Percent ratio={0.82} />}>
      <WhySteps steps={[{ key: 'won', label: 'Booked', value: '254,200', note: '41 won deals' }]} />
      <WhyNote>Deals without an amount are left out.</WhyNote>
    </Why>
  )
  const number = screen.getByRole('button', { name: /82%/ })
  expect(number.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(number)
  expect(screen.getByRole('dialog').textContent).toContain('254,200')
})

test('a missing value is a dash with its reason, never 0; few cases are said in words', () => {
  draw(
    <>
      <Money minor={null} currency={euro} reason="No goal set" />
      <Percent ratio={0.22} n={9} />
    </>
  )
  expect(screen.getByText('No goal set')).toBeTruthy()
  expect(document.body.textContent).not.toContain('€0')
  expect(screen.getByTitle(/Few cases/).textContent).toBe(' n 9')
})

test('fields hand over minor units and ratios, and say what they can not read', () => {
  const taken: (number | null)[] = []
  draw(<Form onTaken={(value) => taken.push(value)} />)
  const target = screen.getByLabelText<HTMLInputElement>('Target')
  expect(target.value).toBe('1,234.50')
  fireEvent.change(target, { target: { value: '2,000' } })
  fireEvent.change(target, { target: { value: '2,00x' } })
  expect(screen.getByText('Not an amount')).toBeTruthy()
  const share = screen.getByLabelText<HTMLInputElement>('Share')
  expect(share.value).toBe('75')
  fireEvent.change(share, { target: { value: '80.5' } })
  fireEvent.blur(share)
  expect(share.value).toBe('80.5')
  fireEvent.change(share, { target: { value: '' } })
  expect(taken).toEqual([200_000, 0.805, null])
})
