// The import wizard on an engine whose previews are written by the test: for states that files reach only by chance (names that may be
// one, deals that vanished, 400 columns). Everything but import.* is answered by a real workspace.
import { MantineProvider } from '@mantine/core'
import { configure, render } from '@testing-library/react'
import { engine } from '#renderer/engine.ts'
import { DataScreen } from '#renderer/import/screen.tsx'
import { refreshSession, useSessionStore } from '#renderer/session.ts'
import { theme } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import type { ArgsOf, Method, ReplyOf, ResultOf } from '#shared/contract/index.ts'
import type { FromEngine, GrantedFile, ToEngine } from '#shared/contract/messages.ts'
import type { ColumnPlan, ImportPreview, SheetNotes, TablePreview } from '#shared/import/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'

// A worker thread starts for the first file; on a busy machine that alone takes more than the usual second.
configure({ asyncUtilTimeout: 8000 })

export type PreviewArgs = ArgsOf<'import.preview'>

export interface Desk {
  /** What the wizard asked, newest last. */
  readonly previews: PreviewArgs[]
  readonly runs: ArgsOf<'import.run'>[]
  /** Files that the next dialog gives. */
  chosen: GrantedFile[]
}

interface Script {
  preview: (args: PreviewArgs) => ReplyOf<'import.preview'>
  run?: (args: ArgsOf<'import.run'>) => ReplyOf<'import.run'>
}

/** Puts the script between the window and the workspace. */
export async function openDesk(workspace: TestWorkspace, script: Script): Promise<Desk> {
  const desk: Desk = { previews: [], runs: [], chosen: [] }
  let tell: (message: FromEngine) => void = () => undefined
  const answer = async (method: Method, args: unknown): Promise<unknown> => {
    if (method === 'import.preview') {
      desk.previews.push(args as PreviewArgs)
      return script.preview(args as PreviewArgs)
    }
    if (method === 'import.run') {
      desk.runs.push(args as ArgsOf<'import.run'>)
      return script.run?.(args as ArgsOf<'import.run'>)
    }
    if (method === 'import.forgetFiles') return { ok: true, value: null }
    if (method === 'import.pasteText') {
      const { name, text } = args as ArgsOf<'import.pasteText'>
      const value: ResultOf<'import.pasteText'> = { token: `pasted ${text}`, name, bytes: text.length }
      return { ok: true, value }
    }
    if (method.startsWith('import.list')) return { ok: true, value: [] }
    return workspace.reply(method, args as never)
  }
  engine.attach({
    post: (message: ToEngine) => {
      if (message.type !== 'call') return
      const { id, method, args } = message
      void answer(method as Method, args).then((reply) =>
        tell({ type: 'reply', id, reply: reply as Extract<FromEngine, { type: 'reply' }>['reply'] })
      )
    },
    listen: (listener) => {
      tell = listener
    }
  })
  const bridge = {
    ask: async (verb: string) => (verb === 'chooseImportFiles' ? desk.chosen : undefined),
    grantDropped: async () => [],
    listen: () => undefined
  }
  Object.assign(globalThis, { comarca: bridge })
  useSessionStore.setState({ screen: 'data', params: {} })
  await refreshSession()
  return desk
}

export const drawData = (numberLocale = 'en-GB') =>
  render(<DataScreen />, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale={numberLocale}>{children}</FormatProvider>
      </MantineProvider>
    )
  })

export const noNotes: SheetNotes = {
  hiddenRows: [],
  hiddenColumns: [],
  mergedRanges: 0,
  formulas: 0,
  formulasWithoutValue: 0,
  errorCells: 0,
  errorExamples: [],
  usesDates1904: false
}

export const column = (index: number, header: string, field: string, more: Partial<ColumnPlan> = {}): ColumnPlan => ({
  index,
  header,
  field,
  kind: field === 'none' || field === 'custom' ? null : 'text',
  confidence: 1,
  isChosen: false,
  filled: 3,
  examples: [`${header} 1`],
  format: null,
  isHidden: false,
  ...more
})

export const table = (key: string, more: Partial<TablePreview> = {}): TablePreview => ({
  key,
  fileIndex: Number.parseInt(key, 10),
  fileName: 'deals.csv',
  sheet: null,
  entity: 'opportunities',
  entityConfidence: 1,
  headerRow: 1,
  headerRows: 1,
  firstColumn: 0,
  columns: [column(0, 'Deal', 'name'), column(1, 'Stage', 'stage'), column(2, 'Memo', 'custom')],
  rowCount: 3,
  leftOut: [],
  leftOutCount: more.leftOut?.length ?? 0,
  filledCells: 9,
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  visibility: 'visible',
  notes: noNotes,
  profile: null,
  counts: { new: 3, changed: 0, same: 0, rejected: 0 },
  firstRows: [{ rowNumber: 2, cells: ['First', 'Won', 'x'] }],
  topRows: [{ rowNumber: 1, cells: ['Deal', 'Stage', 'Memo'] }],
  ...more
})

export const preview = (more: Partial<ImportPreview> = {}): ImportPreview => ({
  tables: [table('0')],
  entities: [{ entity: 'opportunities', new: 3, changed: 0, same: 0, rejected: 0, implied: 0 }],
  stages: [],
  identities: [],
  differences: { since: null, kinds: [], deals: [] },
  questions: [],
  findings: [],
  rejected: [],
  won: { deals: 0, amountMinor: 0, currency: currencyCode('EUR') },
  firstWonOn: null,
  lastWonOn: null,
  qualityRatio: 1,
  isEmpty: false,
  isKnown: false,
  sameAs: null,
  needsScenario: false,
  hashes: ['abc'],
  ...more
})
