// @vitest-environment happy-dom
// The import wizard with previews written here: what the user says goes to the engine as said, and what the engine found is shown.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { GrantedFile } from '#shared/contract/messages.ts'
import type { ImportId, ImportPreview } from '#shared/import/types.ts'
import type { StageId } from '#shared/playbook/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'
import { column, type Desk, drawData, noNotes, openDesk, type PreviewArgs, preview, table } from './wizard-desk.tsx'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(async () => {
  cleanup()
  await workspace.close()
})

const file = (name: string, token = name): GrantedFile => ({ token, name, bytes: name.length })

/** Opens the wizard on one file (or those given) whose preview is this. */
async function start(
  found: ImportPreview | ((args: PreviewArgs) => ImportPreview),
  files: GrantedFile[] = [file('deals.csv')]
): Promise<Desk & { container: HTMLElement }> {
  const desk = await openDesk(workspace, {
    preview: (args) => ({ ok: true, value: typeof found === 'function' ? found(args) : found }),
    run: () => ({
      ok: true,
      value: { importId: 1 as ImportId, title: 'deals.csv', entities: [], findings: [], won: preview().won }
    })
  })
  desk.chosen = files
  const { container } = drawData()
  fireEvent.click(await screen.findByRole('button', { name: 'Choose files' }))
  await screen.findByRole('tab', { name: /Files and columns/ })
  await waitFor(() => expect(desk.previews).toHaveLength(1))
  return Object.assign(desk, { container })
}

const openPart = (name: RegExp) => fireEvent.click(screen.getByRole('tab', { name }))
const asked = (desk: Desk): PreviewArgs => {
  const last = desk.previews.at(-1)
  if (last === undefined) throw new Error('nothing was asked')
  return last
}
const importButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Import / })

describe('columns', () => {
  test('are given another field by the list, by keyboard alone', async () => {
    const desk = await start(preview())
    const choice = await screen.findByRole('button', { name: 'Becomes: Memo: Keep as further column' })
    choice.focus()
    fireEvent.keyDown(choice, { key: 'L' })
    const box = await screen.findByRole('combobox', { name: 'Becomes: Memo' })
    expect((box as HTMLInputElement).value).toBe('L')
    fireEvent.change(box, { target: { value: 'le' } })
    await waitFor(async () => {
      const names = within(await screen.findByRole('listbox'))
        .getAllByRole('option')
        .map((each) => each.textContent)
      expect(names.slice(0, 1)).toEqual(['Lead source'])
      expect(names).toContain('Seller')
    })
    fireEvent.keyDown(box, { key: 'Enter', code: 'Enter' })
    await waitFor(() => expect(asked(desk).choices).toEqual([{ key: '0', columns: { '2': 'leadSource' } }]))
    expect(screen.getByRole('button', { name: 'Becomes: Memo: Lead source' })).toBe(document.activeElement)
    expect(screen.getByText('chosen')).toBeTruthy()
  })

  test('are given another field by dropping the header on it; who had the field lets go of it', async () => {
    const desk = await start(preview())
    const carried = new Map<string, string>()
    const dataTransfer = {
      setData: (type: string, text: string) => void carried.set(type, text),
      getData: (type: string) => carried.get(type) ?? '',
      get types() {
        return [...carried.keys()]
      }
    }
    fireEvent.dragStart(await screen.findByTitle(/^Drag Memo onto a field/), { dataTransfer })
    const fields = screen.getByRole('complementary', { name: 'Fields' })
    const target = within(fields).getByText('Name').closest('li') as HTMLElement
    fireEvent.dragOver(target, { dataTransfer })
    expect(target.dataset.over).toBe('true')
    fireEvent.drop(target, { dataTransfer })
    await waitFor(() => expect(asked(desk).choices).toEqual([{ key: '0', columns: { '0': 'custom', '2': 'name' } }]))
  })

  test('are narrowed to those that need a look', async () => {
    await start(
      preview({
        tables: [
          table('0', {
            columns: [
              column(0, 'Deal', 'name'),
              column(1, 'Phase', 'stage', { confidence: 0.6 }),
              column(2, 'Worth', 'amount', { confidence: 0.8 })
            ]
          })
        ]
      })
    )
    const columns = await screen.findByRole('table', { name: 'Columns' })
    expect(within(columns).getByText('check it').closest('tr')?.textContent).toContain('Phase')
    fireEvent.click(screen.getByLabelText('Only what needs a look (2)'))
    expect(within(columns).queryByText('Deal')).toBeNull()
    expect(within(columns).getByText('likely').closest('tr')?.textContent).toContain('Worth')
  })

  test('of 400, only those in view are drawn', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
    const many = Array.from({ length: 400 }, (_, at) => column(at, `Column ${at}`, 'custom'))
    await start(preview({ tables: [table('0', { columns: many })] }))
    const columns = await screen.findByRole('table', { name: 'Columns' })
    await waitFor(() => expect(within(columns).getAllByRole('row').length).toBeGreaterThan(10))
    expect(within(columns).getAllByRole('row').length).toBeLessThan(80)
    expect(columns.getAttribute('aria-rowcount')).toBe('401')
  })

  test('of a known shape say what is different from the last time', async () => {
    await start(
      preview({
        tables: [
          table('0', {
            profile: {
              profileId: 1,
              name: 'Opportunities',
              usedAt: '2026-11-01T09:00:00.000Z',
              isExact: false,
              added: ['Memo'],
              missing: [{ header: 'Owner', field: 'seller' }],
              moved: [{ header: 'Stage', from: 4, to: 1 }]
            }
          })
        ]
      })
    )
    await screen.findByText(/Read as "Opportunities", last used .*one column is new, one is missing,? and one moved/)
    fireEvent.click(screen.getByRole('button', { name: 'What is different' }))
    expect(screen.getByText('"Owner" is missing; it was "Seller"')).toBeTruthy()
    expect(screen.getByText('"Stage" moved from column 5 to 2')).toBeTruthy()
    expect(screen.getAllByText('as last time')).toHaveLength(2)
  })
})

describe('how a file is read', () => {
  test('is corrected: another header by choosing its row, encoding and delimiter by list', async () => {
    const desk = await start(
      preview({
        tables: [
          table('0', {
            topRows: [
              { rowNumber: 1, cells: ['Report of March'] },
              { rowNumber: 3, cells: ['Deal', 'Stage', 'Memo'] }
            ]
          })
        ]
      })
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Row 3 is the header' }))
    await waitFor(() => expect(asked(desk).choices).toEqual([{ key: '0', headerRow: 3, headerRows: 1 }]))
    fireEvent.click(screen.getByRole('button', { name: 'How it is read' }))
    fireEvent.change(screen.getByLabelText('Encoding'), { target: { value: 'windows-1252' } })
    fireEvent.change(screen.getByLabelText('Cells end with'), { target: { value: ';' } })
    await waitFor(() =>
      expect(asked(desk).fileChoices).toEqual([{ fileIndex: 0, encoding: 'windows-1252', delimiter: ';' }])
    )
    const last = screen.getByLabelText('Last row')
    fireEvent.change(last, { target: { value: '20' } })
    expect(asked(desk).choices?.[0]).not.toHaveProperty('lastRow')
    fireEvent.keyDown(last, { key: 'Enter' })
    await waitFor(() => expect(asked(desk).choices?.[0]).toHaveProperty('lastRow', 20))
  })

  test('says which of several tables of a sheet it is, and reads the sheet as one when asked', async () => {
    const part = { at: 2, of: 2, firstRow: 11, lastRow: 30, firstColumn: 1, lastColumn: 27 }
    const desk = await start(preview({ tables: [table('0', { part })] }))
    await screen.findByText(/Table 2 of 2 in the sheet \(B11:AB30\)/)
    fireEvent.click(screen.getByRole('button', { name: 'How it is read' }))
    fireEvent.click(screen.getByRole('switch', { name: /^Each sheet is one table/ }))
    await waitFor(() => expect(asked(desk).fileChoices).toEqual([{ fileIndex: 0, keepsSheetsWhole: true }]))
  })

  test('is found anew past a profile, and as before again', async () => {
    const profile = {
      profileId: 1,
      name: 'deals',
      usedAt: '2026-11-01T09:00:00.000Z',
      isExact: true,
      added: [],
      missing: [],
      moved: []
    }
    const desk = await start(preview({ tables: [table('0', { profile })] }))
    fireEvent.click(await screen.findByRole('button', { name: 'Find columns anew' }))
    await waitFor(() => expect(asked(desk).choices).toEqual([{ key: '0', ignoresProfiles: true }]))
    fireEvent.click(await screen.findByRole('button', { name: 'Read as before' }))
    await waitFor(() => expect(asked(desk).choices?.[0]?.ignoresProfiles).toBeUndefined())
  })

  test('is said in one line, with details on demand', async () => {
    const { container } = await start(
      preview({
        tables: [
          table('0', {
            headerRow: 4,
            headerRows: 2,
            leftOut: [{ rowNumber: 9, text: 'Total' }],
            notes: {
              ...noNotes,
              hiddenRows: [6, 7],
              formulas: 5,
              formulasWithoutValue: 1,
              errorCells: 1,
              errorExamples: ['B7: #REF!']
            }
          })
        ]
      })
    )
    await screen.findByText(/Header in rows 3 to 4 · utf-8, commas · 1 row left out .* · 2 hidden rows · 5 formulas/)
    fireEvent.click(screen.getByRole('button', { name: 'How it is read' }))
    expect(screen.getByText('Row 9 is left out: Total')).toBeTruthy()
    expect(screen.getByText(/One has none and is an empty cell/)).toBeTruthy()
    expect(screen.getByText(/B7: #REF!/)).toBeTruthy()
    expect(await findBarriers(container)).toEqual([])
  })
})

describe('files', () => {
  test('that cannot be read stand aside with the reason, and the others go on; choices stay with their file', async () => {
    const desk = await openDesk(workspace, {
      preview: (args) => {
        const bad = args.files.indexOf('letter')
        if (bad >= 0) return { ok: false, error: { code: 'import.unknownFormat', fileName: 'letter.csv' } }
        return {
          ok: true,
          value: preview({ tables: args.files.map((name, at) => table(String(at), { fileName: `${name}.csv` })) })
        }
      }
    })
    desk.chosen = [file('letter.csv', 'letter'), file('one.csv', 'one'), file('three.csv', 'three')]
    drawData()
    fireEvent.click(await screen.findByRole('button', { name: 'Choose files' }))
    await screen.findByText(/"letter.csv" is neither a table of text/)
    await screen.findByText(/One file cannot be read and is left aside/)
    await waitFor(() => expect(asked(desk).files).toEqual(['one', 'three']))
    fireEvent.click(screen.getByRole('button', { name: /three\.csv Deals/ }))
    fireEvent.click(await screen.findByRole('button', { name: /^Becomes: Memo/ }))
    fireEvent.click(await within(await screen.findByRole('listbox')).findByRole('option', { name: 'Leave out' }))
    await waitFor(() => expect(asked(desk).choices).toEqual([{ key: '1', columns: { '2': 'none' } }]))
    fireEvent.click(screen.getByRole('button', { name: 'Take one.csv out' }))
    await waitFor(() => expect(asked(desk).files).toEqual(['three']))
    expect(asked(desk).choices).toEqual([{ key: '0', columns: { '2': 'none' } }])
    await waitFor(() => expect(importButton().disabled).toBe(false))
  })

  test('with a password ask for it in place, and again where it was wrong', async () => {
    const desk = await openDesk(workspace, {
      preview: ({ fileChoices }) => {
        const said = fileChoices?.find((choice) => choice.fileIndex === 0)?.password
        if (said === 'open') return { ok: true, value: preview() }
        const code = said === undefined ? 'import.passwordNeeded' : 'import.passwordWrong'
        return { ok: false, error: { code, fileName: 'secret.xlsx', fileIndex: 0 } }
      }
    })
    desk.chosen = [file('secret.xlsx')]
    const { container } = drawData()
    fireEvent.click(await screen.findByRole('button', { name: 'Choose files' }))
    const field = await screen.findByLabelText('Password of secret.xlsx')
    expect(await findBarriers(container)).toEqual([])
    fireEvent.change(field, { target: { value: 'shut' } })
    fireEvent.submit(field)
    await waitFor(() => expect(asked(desk).fileChoices).toEqual([{ fileIndex: 0, password: 'shut' }]))
    const again = await screen.findByLabelText('Password of secret.xlsx')
    fireEvent.change(again, { target: { value: 'open' } })
    fireEvent.submit(again)
    await waitFor(() => expect(importButton().disabled).toBe(false))
    expect(screen.queryByLabelText('Password of secret.xlsx')).toBeNull()
  })

  test('come from the clipboard too, and the last one taken out closes the wizard', async () => {
    const desk = await start(preview())
    const pasted = 'Deal\tStage\nOne\tWon'
    fireEvent.paste(document.body, { clipboardData: { getData: () => 'only a word' } })
    fireEvent.paste(document.body, { clipboardData: { getData: () => pasted } })
    await waitFor(() => expect(asked(desk).files).toEqual(['deals.csv', `pasted ${pasted}`]))
    fireEvent.click(screen.getByRole('button', { name: /^Take Pasted text.* out/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Take deals.csv out' }))
    await screen.findByText(/Import the CRM export/)
  })

  test('of a workbook are shown by sheet; a hidden one is left out until the user says what it holds', async () => {
    const desk = await start(
      preview({
        tables: [
          table('0/Deals', { fileName: 'book.xlsx', sheet: 'Deals', encoding: null, delimiter: null }),
          table('0/Old', { fileName: 'book.xlsx', sheet: 'Old', entity: null, visibility: 'hidden', columns: [] })
        ]
      }),
      [file('book.xlsx')]
    )
    fireEvent.click(await screen.findByRole('button', { name: /Old Leave out · 3 rows · hidden sheet left out/ }))
    await screen.findByText(/This sheet is hidden in the file, so it is not imported/)
    fireEvent.change(screen.getByLabelText('Holds: Old'), { target: { value: 'accounts' } })
    await waitFor(() => expect(asked(desk).choices).toEqual([{ key: '0/Old', entity: 'accounts' }]))
  })
})

describe('names and stages', () => {
  test('a stage that was guessed is given a meaning, and the choice can be taken back', async () => {
    const stages = await workspace.call('playbook.listStages', {})
    const made =
      stages.length > 0 ? stages[0] : await workspace.call('playbook.createStage', { name: 'Proposal', status: 'open' })
    const stageId = made?.id as StageId
    const desk = await start(
      preview({
        stages: [
          { name: 'Closed', status: 'open', deals: 7, isNew: true, stageId: null, sureness: 'guess' },
          { name: 'Ganada', status: 'won', deals: 2, isNew: true, stageId: null, sureness: 'words' }
        ]
      })
    )
    openPart(/Names and stages 1 to look at/)
    const choice = await screen.findByLabelText('What Closed means')
    await waitFor(() => expect(within(choice).getAllByRole('option')).toHaveLength(3 + Math.max(stages.length, 1)))
    fireEvent.change(choice, { target: { value: 'new:lost' } })
    await waitFor(() => expect(asked(desk).stages).toEqual([{ name: 'Closed', status: 'lost' }]))
    expect(screen.getByRole('tab', { name: 'Names and stages' })).toBeTruthy()
    fireEvent.change(choice, { target: { value: `stage:${stageId}` } })
    await waitFor(() => expect(asked(desk).stages).toEqual([{ name: 'Closed', stageId }]))
    fireEvent.click(screen.getByRole('button', { name: 'Take the choice for Closed back' }))
    await waitFor(() => expect(asked(desk).stages).toEqual([]))
  })

  const identity = (name: string, candidate: string, similarity: number) => ({
    entity: 'accounts' as const,
    name,
    rows: 4,
    amountMinor: 120_000,
    candidates: [{ id: null, name: candidate, similarity, reasons: ['typo'] }],
    decision: null,
    isJoined: false
  })

  test('names that may be one are decided by keyboard, and the surest all at once', async () => {
    const desk = await start(
      preview({
        identities: [
          identity('Acme Corp', 'Acme', 0.97),
          identity('Betta', 'Beta', 0.9),
          identity('Gama', 'Gamma', 0.96),
          { ...identity('GTXPro', 'GTX Pro', 1), entity: 'products', isJoined: true }
        ]
      })
    )
    openPart(/Names and stages 3 to look at/)
    const first = await screen.findByRole('button', { name: 'Acme Corp is the same as Acme' })
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Betta is the same as Beta')
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'd' })
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Gama is the same as Gamma')
    await waitFor(() =>
      expect(asked(desk).identities).toEqual([{ entity: 'accounts', name: 'Betta', decision: 'different' }])
    )
    fireEvent.click(screen.getByRole('button', { name: 'All 2 of 95% or more: the same' }))
    await waitFor(() =>
      expect(asked(desk).identities).toEqual([
        { entity: 'accounts', name: 'Betta', decision: 'different' },
        { entity: 'accounts', name: 'Acme Corp', decision: 'same', sameAs: 'Acme' },
        { entity: 'accounts', name: 'Gama', decision: 'same', sameAs: 'Gamma' }
      ])
    )
    expect(screen.getByText(/All decided/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Part GTXPro' }))
    await waitFor(() =>
      expect(asked(desk).identities).toContainEqual({ entity: 'products', name: 'GTXPro', decision: 'different' })
    )
    const before = screen.getByRole('button', { name: 'Betta is not Beta' })
    expect(before.getAttribute('aria-pressed')).toBe('true')
    expect(await findBarriers(desk.container)).toEqual([])
  })
})

describe('what will happen', () => {
  test('shows kinds of change with the deals, and asks what becomes of those that are gone', async () => {
    const euro = currencyCode('EUR')
    const deal = (label: string, kinds: ImportPreview['differences']['deals'][number]['kinds']) => ({
      opportunityId: null,
      externalId: label,
      label,
      accountName: 'Acme',
      sellerName: 'Ana',
      kinds,
      changes: [{ field: 'closeOn', before: '2026-03-01', after: '2026-04-01' }],
      amountMinor: 100_00,
      beforeMinor: 100_00,
      currency: euro
    })
    const desk = await start(
      preview({
        differences: {
          since: { importId: 1 as ImportId, importedAt: '2026-11-01T09:00:00.000Z' },
          kinds: [
            { kind: 'slipped', deals: 1, amountMinor: 100_00, changeMinor: 0, medianDays: 31 },
            { kind: 'vanished', deals: 2, amountMinor: 50_00, changeMinor: 0, medianDays: null }
          ],
          deals: [deal('Late', ['slipped']), deal('Gone', ['vanished'])]
        }
      })
    )
    openPart(/What will happen/)
    await screen.findByText('median 31 days')
    expect(screen.getByText('Late')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Vanished' }))
    await waitFor(() => expect(screen.queryByText('Late')).toBeNull())
    fireEvent.click(screen.getByLabelText(/^Remove: they were deleted in the CRM/))
    await waitFor(() => expect(asked(desk).vanished).toBe('remove'))
    expect(await findBarriers(desk.container)).toEqual([])
  })

  test('findings come with their share and the rows that are not taken', async () => {
    await start(
      preview({
        qualityRatio: 0.97,
        entities: [{ entity: 'opportunities', new: 3, changed: 0, same: 0, rejected: 1, implied: 0 }],
        findings: [
          { rule: 'noAccount', severity: 'warning', count: 2, amountMinor: 123_00, examples: ['D-1'] },
          { rule: 'footerRows', severity: 'note', count: 4, amountMinor: null, examples: [] }
        ],
        rejected: [
          { fileName: 'deals.csv', sheet: null, rowNumber: 7, rule: 'noStage', header: 'Stage', cell: '??', cells: [] }
        ]
      })
    )
    openPart(/Findings 1 to look at/)
    await screen.findByText('97% of the deals have no warning.')
    expect(screen.getByText('Deals without an account').closest('li')?.textContent).toContain('€123')
    expect(screen.getByText('??').closest('tr')?.textContent).toContain('7')
  })
})

describe('importing', () => {
  test('waits for an answer that only the user can give, and asks it once', async () => {
    const question = {
      kind: 'dateOrder' as const,
      tableKey: '0',
      column: 1,
      header: 'Close date',
      options: ['dmy', 'mdy'],
      whileOpen: null,
      examples: ['03/04/2026']
    }
    const desk = await start(({ choices }) =>
      preview({ questions: choices?.[0]?.dateOrders?.['1'] === undefined ? [question] : [] })
    )
    await screen.findByText(/How are the dates in "Close date" written/)
    openPart(/Findings/)
    expect(importButton().disabled).toBe(true)
    fireEvent.click(
      within(
        (await screen.findByText('One question has to be answered before the import.')).parentElement as HTMLElement
      ).getByRole('button', { name: 'Answer' })
    )
    fireEvent.keyDown(document.body, { key: 'Enter' })
    fireEvent.click(screen.getByLabelText('day, month, year'))
    await waitFor(() => expect(importButton().disabled).toBe(false))
    expect(desk.runs).toEqual([])
    expect(screen.getByLabelText<HTMLInputElement>('day, month, year').checked).toBe(true)
    fireEvent.keyDown(document.body, { key: 'Enter' })
    await waitFor(() => expect(desk.runs).toHaveLength(1))
    expect(desk.runs[0]).toMatchObject({
      files: ['deals.csv'],
      choices: [{ key: '0', dateOrders: { '1': 'dmy' } }],
      hashes: ['abc']
    })
    await screen.findByText('What to do next')
  })

  test('of rows that cannot be taken keeps them to be mended', async () => {
    const desk = await start(
      preview({
        isEmpty: true,
        entities: [{ entity: 'opportunities', new: 0, changed: 0, same: 0, rejected: 2, implied: 0 }],
        rejected: [7, 8].map((rowNumber) => ({
          fileName: 'deals.csv',
          sheet: null,
          rowNumber,
          rule: 'noStage',
          header: 'Stage',
          cell: '',
          cells: []
        }))
      })
    )
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Keep 2 rows to mend' })
    await waitFor(() => expect(button.disabled).toBe(false))
    expect(screen.getByText(/2 rows that cannot be taken as they are/)).toBeTruthy()
    fireEvent.click(button)
    await waitFor(() => expect(desk.runs).toHaveLength(1))
  })

  test('of another file without news may be kept, so that it holds its rows', async () => {
    const desk = await start(preview({ isEmpty: true, isKnown: false }))
    await screen.findByText(/Importing them notes that they hold it/)
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
    await waitFor(() => expect(desk.runs).toHaveLength(1))
  })

  test('of files known byte by byte, whose rows are all here, has nothing to do', async () => {
    const desk = await start(preview({ isEmpty: true, isKnown: true }))
    await screen.findByText(/there is nothing to import/)
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
    expect(desk.runs).toHaveLength(0)
  })

  test('of files that are here already has nothing to do', async () => {
    const desk = await start(
      preview({ isEmpty: true, sameAs: { importId: 1 as ImportId, importedAt: '2026-11-01T09:00:00.000Z' } })
    )
    await screen.findByText(/These files were imported on 1 Nov 2026.* and nothing has changed since/)
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
    fireEvent.keyDown(document.body, { key: 'Escape' })
    await screen.findByText(/Import the CRM export/)
    expect(desk.runs).toEqual([])
  })

  test('of quotas needs a scenario, and says into which they go', async () => {
    const quotas = preview({ needsScenario: true })
    const desk = await start(quotas)
    await screen.findByText(/Quotas and territory assignments belong to a scenario, and there is none yet/)
    const { plans } = await import('#renderer/session.ts').then(({ useSessionStore }) => useSessionStore.getState())
    expect(plans).toEqual([])
    expect(asked(desk)).not.toHaveProperty('scenarioId')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Import / }).disabled).toBe(true)
  })

  test('goes by keys from part to part and away', async () => {
    await start(preview())
    fireEvent.keyDown(window, { key: '4', code: 'Digit4', altKey: true })
    expect(screen.getByRole('tab', { name: 'Findings' }).getAttribute('aria-selected')).toBe('true')
    fireEvent.keyDown(window, { key: 'Escape' })
    await screen.findByText(/Import the CRM export/)
  })
})
