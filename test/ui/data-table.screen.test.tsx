// @vitest-environment happy-dom
// The table under the keyboard and the mouse, as a person uses it.
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { act, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type CellEdit,
  type Column,
  DataTable,
  type DataTableProps,
  type RowKey
} from '../../src/renderer/ui/data-table.tsx'
import { currencyCode } from '../../src/shared/units/money.ts'
import { draw, findBarriers, type Saved } from './draw.tsx'

interface Seller {
  readonly id: number
  readonly name: string
  readonly role: 'seller' | 'sdr'
  readonly goal: number | null
}

const people: readonly Seller[] = [
  { id: 1, name: 'Ana Ruiz', role: 'seller', goal: 31_000_000 },
  { id: 2, name: 'Tomás Vidal', role: 'sdr', goal: 28_000_000 },
  { id: 3, name: 'Inés Prat', role: 'seller', goal: null }
]
const roles = { seller: 'Seller', sdr: 'Development' } as const
const euro = currencyCode('EUR')

type Change = { readonly id: number; readonly column: string; readonly value: string | number | null }

function makeColumns(changes: Change[]): readonly Column<Seller>[] {
  const commit = (column: string) => (row: Seller, value: string | number | null) =>
    void changes.push({ id: row.id, column, value })
  return [
    {
      key: 'name',
      header: 'Seller',
      kind: 'text',
      value: (row) => row.name,
      edit: { kind: 'text', isRequired: true, commit: commit('name') }
    },
    {
      key: 'role',
      header: 'Role',
      kind: 'text',
      isGroupable: true,
      value: (row) => roles[row.role],
      edit: {
        kind: 'select',
        isRequired: true,
        options: () => Object.entries(roles).map(([value, label]) => ({ value, label })),
        commit: commit('role')
      }
    },
    {
      key: 'goal',
      header: 'Goal',
      kind: 'money',
      currency: euro,
      missing: 'No goal set',
      total: 'sum',
      value: (row) => row.goal,
      edit: { kind: 'money', commit: commit('goal') }
    },
    { key: 'id', header: 'Number', kind: 'number', value: (row) => row.id }
  ]
}

const columnsToTick = makeColumns([])

function Ticking({ onCheck }: { readonly onCheck: (keys: ReadonlySet<RowKey>) => void }) {
  const [keys, setKeys] = useState<ReadonlySet<RowKey>>(new Set())
  return (
    <DataTable
      label="People"
      columns={columnsToTick}
      rows={people}
      rowKey={(row) => row.id}
      checkedKeys={keys}
      onCheck={(next) => {
        onCheck(next)
        setKeys(next)
      }}
    />
  )
}

const cell = (row: number, column: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`td[data-row="${row}"][data-column="${column}"]`)
  if (!found) throw new Error(`no cell ${row} ${column}`)
  return found
}
const press = (key: string, options: object = {}) => {
  const target = document.activeElement
  if (!target) throw new Error('nothing has the focus')
  fireEvent.keyDown(target, { key, ...options })
}
const focusOn = (row: number, column: number) => {
  fireEvent.mouseDown(cell(row, column), { button: 0 })
  cell(row, column).focus()
}
const names = () => [...document.querySelectorAll('tbody td[data-column="0"]')].map((each) => each.textContent)
const clip = (text: string) => ({ clipboardData: { getData: () => text, setData: () => undefined } })

function show(props: Partial<DataTableProps<Seller>> = {}, changes: Change[] = [], saved: Saved[] = []) {
  const columns = makeColumns(changes)
  return draw(
    <DataTable label="People" columns={columns} rows={people} rowKey={(row) => row.id} totals="3 people" {...props} />,
    saved
  )
}

beforeEach(() => localStorage.clear())
afterEach(cleanup)

describe('reading', () => {
  test('amounts in the locale, a dash with its reason, totals over what is seen', () => {
    show()
    expect(cell(0, 2).textContent).toBe('310,000')
    expect(within(cell(2, 2)).getByText('No goal set')).toBeTruthy()
    const foot = () => document.querySelector('tfoot')?.textContent
    expect(foot()).toContain('590,000')
    fireEvent.change(screen.getByLabelText('Filter'), { target: { value: 'ruiz' } })
    expect(names()).toEqual(['Ana Ruiz'])
    expect(foot()).toContain('310,000')
    expect(screen.getByRole('status').textContent).toBe('1 of 3')
  })

  test('a header sorts, Shift adds a second key, and the direction is told', () => {
    show()
    fireEvent.click(screen.getByRole('button', { name: /^Goal/ }))
    expect(names()).toEqual(['Tomás Vidal', 'Ana Ruiz', 'Inés Prat'])
    fireEvent.click(screen.getByRole('button', { name: 'Role' }))
    fireEvent.click(screen.getByRole('button', { name: 'Seller' }), { shiftKey: true })
    expect(names()).toEqual(['Tomás Vidal', 'Ana Ruiz', 'Inés Prat'])
    expect(document.querySelectorAll('th[aria-sort="ascending"]')).toHaveLength(2)
  })

  test('a hidden column stays hidden for the next visit', () => {
    const { unmount } = show()
    fireEvent.click(screen.getByLabelText('Columns'))
    fireEvent.click(screen.getByLabelText('Role'))
    expect(screen.queryByRole('columnheader', { name: 'Role' })).toBeNull()
    unmount()
    show()
    expect(screen.queryByRole('columnheader', { name: 'Role' })).toBeNull()
  })

  test('groups stand above their rows and fold with Enter', () => {
    show({ groupBy: 'role' })
    expect(names()).toEqual(['Seller2', 'Ana Ruiz', 'Inés Prat', 'Development1', 'Tomás Vidal'])
    focusOn(0, 0)
    press('Enter')
    expect(names()).toEqual(['Seller2', 'Development1', 'Tomás Vidal'])
  })

  test('exports what is seen, exactly', async () => {
    const saved: Saved[] = []
    show({ exportName: 'people' }, [], saved)
    fireEvent.change(screen.getByLabelText('Filter'), { target: { value: 'tomas' } })
    for (const format of ['Text table (csv)', 'Excel workbook (xlsx)']) {
      fireEvent.click(screen.getByLabelText('Export what is seen'))
      fireEvent.click(await screen.findByText(format))
    }
    expect(saved).toEqual([
      { name: 'people.csv', text: 'Seller,Role,Goal (EUR),Number\r\nTomás Vidal,Development,280000,2\r\n' },
      {
        name: 'people',
        text: JSON.stringify([
          [
            { header: 'Seller', kind: 'text' },
            { header: 'Role', kind: 'text' },
            { header: 'Goal (EUR)', kind: 'number' },
            { header: 'Number', kind: 'number' }
          ],
          ['Tomás Vidal', 'Development', 280000, 2]
        ])
      }
    ])
  })

  test('has no barrier that axe-core finds', async () => {
    const { container } = show({ exportName: 'people', checkedKeys: new Set([1]), onCheck: () => undefined })
    expect(await findBarriers(container)).toEqual([])
  })
})

describe('moving', () => {
  test('arrows, Ctrl+End and Home lead from cell to cell; one cell takes Tab', () => {
    show()
    focusOn(0, 0)
    press('ArrowDown')
    press('ArrowRight')
    expect(document.activeElement).toBe(cell(1, 1))
    press('End', { ctrlKey: true })
    expect(document.activeElement).toBe(cell(2, 3))
    press('Home')
    expect(document.activeElement).toBe(cell(2, 0))
    expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1)
  })

  test('a click chooses the row, Enter on a cell that is not edited too', () => {
    const chosen: string[] = []
    show({ onSelect: (row) => row && chosen.push(row.name) })
    fireEvent.mouseDown(cell(1, 3), { button: 0 })
    fireEvent.click(cell(1, 3))
    press('ArrowDown')
    press('Enter')
    expect(chosen).toEqual(['Tomás Vidal', 'Inés Prat'])
  })

  test('Space and the box in the header tick rows', () => {
    const seen: RowKey[][] = []
    draw(<Ticking onCheck={(keys) => seen.push([...keys])} />)
    focusOn(1, 3)
    press(' ')
    fireEvent.click(screen.getByLabelText('Tick all rows'))
    press(' ')
    expect(seen).toEqual([[2], [1, 2, 3], [1, 3]])
  })
})

describe('editing', () => {
  test('F2 opens the exact value, Enter keeps it in minor units and goes down', () => {
    const changes: Change[] = []
    show({}, changes)
    focusOn(0, 2)
    press('F2')
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Goal' })
    expect(input.value).toBe('310000')
    fireEvent.change(input, { target: { value: '320,000.50' } })
    fireEvent.keyDown(input, { key: 'Enter' })
    expect(changes).toEqual([{ id: 1, column: 'goal', value: 32_000_050 }])
    expect(document.activeElement).toBe(cell(1, 2))
  })

  test('typing begins with what is typed; Esc leaves everything as it was', () => {
    const changes: Change[] = []
    show({}, changes)
    focusOn(0, 2)
    press('5')
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Goal' })
    expect(input.value).toBe('5')
    fireEvent.keyDown(input, { key: 'Escape' })
    expect(changes).toEqual([])
    expect(document.activeElement).toBe(cell(0, 2))
  })

  test('what can not be read is told and not saved', () => {
    const changes: Change[] = []
    show({}, changes)
    focusOn(0, 2)
    press('x')
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Goal' }), { key: 'Enter' })
    expect(screen.getByRole('alert').textContent).toBe('Not an amount')
    expect(changes).toEqual([])
  })

  test('an unchanged value saves nothing; an emptied one is null', () => {
    const changes: Change[] = []
    show({}, changes)
    focusOn(0, 2)
    press('F2')
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Goal' }), { key: 'Enter' })
    expect(changes).toEqual([])
    press('Delete')
    expect(changes).toEqual([{ id: 2, column: 'goal', value: null }])
  })

  test('Delete leaves cells alone that may not be empty', () => {
    const changes: Change[] = []
    show({}, changes)
    focusOn(0, 0)
    press('Delete')
    expect(changes).toEqual([])
  })

  test('a pasted block becomes one list of edits, by words of a select too', () => {
    const many: (readonly CellEdit<Seller>[])[] = []
    show({ onEditMany: (edits) => many.push(edits) })
    focusOn(0, 1)
    fireEvent.paste(cell(0, 1), clip('Development\t1,000\r\nSeller\tabc\r\n'))
    expect(many).toHaveLength(1)
    expect(many[0]?.map((edit) => [edit.row.id, edit.column, edit.value])).toEqual([
      [1, 'role', 'sdr'],
      [1, 'goal', 100_000],
      [2, 'role', 'seller']
    ])
    expect(screen.getByRole('alert').textContent).toContain('"abc"')
  })

  test('lines pasted below the table become new rows, or are said to be lost', () => {
    const added: unknown[] = []
    const { unmount } = show({ onAddRows: (rows) => added.push(...rows) })
    focusOn(2, 0)
    fireEvent.paste(cell(2, 0), clip('Inés Prat\tSeller\t5\nJon Etxeberria\tDevelopment\t1.5'))
    expect(added).toEqual([{ name: 'Jon Etxeberria', role: 'sdr', goal: 150 }])
    unmount()
    show()
    focusOn(2, 0)
    fireEvent.paste(cell(2, 0), clip('Inés Prat\nJon Etxeberria'))
    expect(screen.getByRole('alert').textContent).toContain('left out')
  })

  test('Ctrl+D fills a block from its first row', () => {
    const changes: Change[] = []
    show({}, changes)
    focusOn(0, 2)
    press('ArrowDown', { shiftKey: true })
    press('ArrowDown', { shiftKey: true })
    press('d', { ctrlKey: true })
    expect(changes).toEqual([
      { id: 2, column: 'goal', value: 31_000_000 },
      { id: 3, column: 'goal', value: 31_000_000 }
    ])
  })

  test('copying a block gives what a spreadsheet reads', () => {
    show()
    focusOn(0, 0)
    press('ArrowDown', { shiftKey: true })
    press('ArrowRight', { shiftKey: true })
    press('ArrowRight', { shiftKey: true })
    let copied = ''
    act(() => {
      fireEvent.copy(cell(1, 2), { clipboardData: { setData: (_type: string, text: string) => (copied = text) } })
    })
    expect(copied).toBe('Ana Ruiz\tSeller\t310000\r\nTomás Vidal\tDevelopment\t280000')
  })
})

describe('many rows', () => {
  const many: readonly Seller[] = Array.from({ length: 800 }, (_, id) => ({
    id,
    name: `Seller ${id}`,
    role: 'seller',
    goal: id * 100
  }))

  test('only those in view are drawn; on paper 500 stand, and the rest is said', () => {
    show({ rows: many })
    expect(document.querySelectorAll('tbody td[data-column="0"]').length).toBeLessThan(200)
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(document.querySelectorAll('tbody td[data-column="0"]')).toHaveLength(500)
    expect(screen.getByText('300 more rows are not printed; the export holds them all.')).toBeTruthy()
    expect(document.documentElement.dataset.mantineColorScheme).toBe('light')
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(document.querySelectorAll('tbody td[data-column="0"]').length).toBeLessThan(200)
  })
})
