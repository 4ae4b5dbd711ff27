// The wizard's choices as plain values: tables stay named by their file whatever is taken out, and go to the engine by place.
import { describe, expect, test } from 'vitest'
import type { AppError } from '#shared/contract/index.ts'
import { holdsCells } from '../../src/renderer/import/parts/paste.tsx'
import {
  changeWizard,
  emptyState,
  fileOfError,
  ownPreview,
  questionsOf,
  requestOf,
  type WizardAction,
  type WizardState
} from '../../src/renderer/import/parts/wizard-state.ts'
import { preview, table } from './wizard-desk.tsx'

const file = (name: string) => ({ token: name, name, bytes: name.length })
const given = (...actions: WizardAction[]): WizardState => actions.reduce(changeWizard, emptyState)
const three: WizardAction = { type: 'addFiles', files: [file('a.csv'), file('bb.csv'), file('ccc.xlsx')] }

describe('files', () => {
  test('chosen twice count once', () => {
    expect(given(three, { type: 'addFiles', files: [{ ...file('a.csv'), token: 'again' }] }).files).toHaveLength(3)
  })

  test('keep what was said of their tables when another is taken out', () => {
    const said = given(
      three,
      { type: 'chooseTable', key: '3/Sheet1', choice: { entity: 'accounts' } },
      { type: 'readFile', id: 3, choice: { password: 'open' } }
    )
    expect(requestOf(said, undefined)?.args.choices).toMatchObject([{ key: '2/Sheet1' }])
    const less = changeWizard(said, { type: 'removeFile', id: 1 })
    const request = requestOf(less, undefined)
    expect(request?.args.files).toEqual(['bb.csv', 'ccc.xlsx'])
    expect(request?.args.choices).toMatchObject([{ key: '1/Sheet1' }])
    expect(request?.args.fileChoices).toEqual([{ fileIndex: 1, password: 'open' }])
    expect(requestOf(changeWizard(less, { type: 'removeFile', id: 3 }), undefined)?.args.choices).toEqual([])
  })

  test('that are refused stand aside until something about them is said', () => {
    const problem: AppError = { code: 'import.passwordNeeded', fileName: 'ccc.xlsx', fileIndex: 1 }
    const state = given(three, { type: 'removeFile', id: 1 })
    expect(fileOfError(problem, state.files, [2, 3])?.id).toBe(3)
    const refused = changeWizard(state, { type: 'refuseFile', id: 3, problem })
    expect(requestOf(refused, undefined)?.fileIds).toEqual([2])
    const open = changeWizard(refused, { type: 'readFile', id: 3, choice: { password: 'x' } })
    expect(requestOf(open, undefined)?.fileIds).toEqual([2, 3])
  })

  test('are asked for by place and answered by number', () => {
    const found = preview({ tables: [table('0'), table('1/Sheet1')] })
    const own = ownPreview(found, [4, 7])
    expect(own.tables.map((each) => [each.key, each.fileIndex])).toEqual([
      ['4', 4],
      ['7/Sheet1', 7]
    ])
  })
})

describe('choices', () => {
  test('another entity forgets the columns, another header keeps them', () => {
    const chosen = given(three, { type: 'chooseField', key: '1', column: 2, field: 'amount' })
    const header = changeWizard(chosen, { type: 'chooseTable', key: '1', choice: { headerRow: 3 } })
    expect(header.tables).toEqual([{ key: '1', columns: { '2': 'amount' }, headerRow: 3 }])
    const entity = changeWizard(header, { type: 'chooseTable', key: '1', choice: { entity: 'accounts' } })
    expect(JSON.parse(JSON.stringify(entity.tables))).toEqual([{ key: '1', entity: 'accounts', headerRow: 3 }])
  })

  test('what is to come of the territories of accounts is the field of their column', () => {
    const question = {
      kind: 'territory' as const,
      tableKey: '1',
      column: 2,
      header: 'Territory',
      options: ['placedIn', 'placedInWithOwner'],
      whileOpen: 'custom',
      examples: ['North']
    }
    const said = given(three, { type: 'answer', question, option: 'placedIn' })
    expect(requestOf(said, undefined)?.args.choices).toMatchObject([{ columns: { [question.column]: 'placedIn' } }])
    const open = changeWizard(said, { type: 'answer', question, option: null })
    expect(requestOf(open, undefined)?.args.choices).toMatchObject([{ columns: {} }])
  })

  test('blocking questions stand first, answered ones stay', () => {
    const ask = (column: number, whileOpen: string | null) => ({
      kind: 'scale' as const,
      tableKey: '1',
      column,
      header: String(column),
      options: ['1', '1000'],
      whileOpen,
      examples: []
    })
    const state = given(three, { type: 'answer', question: ask(0, null), option: '1000' })
    expect(state.tables).toEqual([{ key: '1', scales: { '0': 1000 } }])
    const shown = questionsOf([ask(1, 'none'), ask(2, null)], state.answers)
    expect(shown.map(({ question, option }) => [question.column, option])).toEqual([
      [2, null],
      [0, '1000'],
      [1, null]
    ])
  })

  test('the scenario goes along only when something needs it', () => {
    const id = 5 as never
    expect(requestOf(given(three), id)?.args).not.toHaveProperty('scenarioId')
    expect(requestOf(given(three, { type: 'needScenario' }), id)?.args.scenarioId).toBe(5)
  })
})

test.each([
  ['a\tb', true],
  ['a\nb', true],
  ['\tb', true],
  ['one word', false],
  ['a sentence, with a comma', false],
  ['a\n', false],
  ['  \n ', false]
])('%j holds cells: %s', (text, expected) => {
  expect(holdsCells(text)).toBe(expected)
})
