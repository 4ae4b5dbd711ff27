// What the user chose in the wizard, as plain values: files in their order and everything said about them. Tables are named here by the
// file they stand in ('3/Sheet1' for the third file ever added), not by its place among the files, so that taking one out shifts nothing;
// requestOf and ownPreview turn these names into the engine's and back.
import type { AppError, ArgsOf } from '#shared/contract/index.ts'
import type { GrantedFile } from '#shared/contract/messages.ts'
import type {
  DateOrder,
  DecimalSign,
  FileChoice,
  IdentityChoice,
  ImportPreview,
  Question,
  Scale,
  StageChoice,
  TableChoice,
  VanishedChoice
} from '#shared/import/types.ts'

export type ReadingChoice = Omit<FileChoice, 'fileIndex'>

export interface WizardFile {
  id: number
  file: GrantedFile
  /** Password, encoding, delimiter and quote as the user says them. */
  choice: ReadingChoice
  /** Why it can't be read. It is left aside until something about it changes; the others stay. */
  problem: AppError | undefined
}

export interface AnsweredQuestion {
  question: Question
  option: string | null
}

export interface WizardState {
  nextId: number
  files: readonly WizardFile[]
  tables: readonly TableChoice[]
  /** Questions that were answered stay, so that the answer can be changed. */
  answers: readonly AnsweredQuestion[]
  stages: readonly StageChoice[]
  identities: readonly IdentityChoice[]
  vanished: VanishedChoice
  /** A table of the files needs a scenario (quotas, assignments), so the one in view goes with the request. */
  usesScenario: boolean
}

export type WizardAction =
  | { type: 'addFiles'; files: readonly GrantedFile[] }
  | { type: 'removeFile'; id: number }
  | { type: 'readFile'; id: number; choice: ReadingChoice }
  | { type: 'refuseFile'; id: number; problem: AppError }
  | { type: 'retryFiles' }
  | { type: 'chooseTable'; key: string; choice: Omit<TableChoice, 'key'> }
  | { type: 'chooseField'; key: string; column: number; field: string }
  | { type: 'answer'; question: Question; option: string | null }
  | { type: 'chooseStage'; name: string; choice: Omit<StageChoice, 'name'> | null }
  | { type: 'decide'; decisions: readonly (IdentityChoice | (Omit<IdentityChoice, 'decision'> & { decision: null }))[] }
  | { type: 'chooseVanished'; choice: VanishedChoice }
  | { type: 'needScenario' }

export const emptyState: WizardState = {
  nextId: 1,
  files: [],
  tables: [],
  answers: [],
  stages: [],
  identities: [],
  vanished: 'keep',
  usesScenario: false
}

export function changeWizard(state: WizardState, action: WizardAction): WizardState {
  switch (action.type) {
    case 'addFiles':
      return addFiles(state, action.files)
    case 'removeFile':
      return {
        ...state,
        files: state.files.filter((each) => each.id !== action.id),
        tables: state.tables.filter((each) => fileIdOf(each.key) !== action.id),
        answers: state.answers.filter(({ question }) => fileIdOf(question.tableKey) !== action.id)
      }
    case 'readFile':
      return {
        ...state,
        files: state.files.map((each) =>
          each.id === action.id ? { ...each, choice: { ...each.choice, ...action.choice }, problem: undefined } : each
        )
      }
    case 'refuseFile':
      return {
        ...state,
        files: state.files.map((each) => (each.id === action.id ? { ...each, problem: action.problem } : each))
      }
    case 'retryFiles':
      return { ...state, files: state.files.map((each) => ({ ...each, problem: undefined })) }
    case 'chooseTable':
      return chooseTable(state, action.key, action.choice)
    case 'chooseField':
      return withTable(state, action.key, (choice) => ({
        ...choice,
        columns: { ...choice.columns, [action.column]: action.field }
      }))
    case 'answer':
      return {
        ...withTable(state, action.question.tableKey, (choice) => withAnswer(choice, action.question, action.option)),
        answers: [
          ...state.answers.filter((each) => !isSameQuestion(each.question, action.question)),
          { question: action.question, option: action.option }
        ]
      }
    case 'chooseStage': {
      const others = state.stages.filter((each) => each.name !== action.name)
      return {
        ...state,
        stages: action.choice === null ? others : [...others, { name: action.name, ...action.choice }]
      }
    }
    case 'decide': {
      const touched = new Set(action.decisions.map(identityKey))
      const made = action.decisions.flatMap((each) =>
        each.decision === null ? [] : [{ ...each, decision: each.decision }]
      )
      return { ...state, identities: [...state.identities.filter((each) => !touched.has(identityKey(each))), ...made] }
    }
    case 'chooseVanished':
      return { ...state, vanished: action.choice }
    case 'needScenario':
      return { ...state, usesScenario: true }
  }
}

/** The same file chosen twice counts once; pasted texts are told apart by their tokens. */
function addFiles(state: WizardState, files: readonly GrantedFile[]): WizardState {
  let { nextId } = state
  const all = [...state.files]
  for (const file of files) {
    const isKnown = all.some(
      (each) => each.file.token === file.token || (each.file.name === file.name && each.file.bytes === file.bytes)
    )
    if (isKnown) continue
    all.push({ id: nextId, file, choice: {}, problem: undefined })
    nextId += 1
  }
  return all.length === state.files.length ? state : { ...state, nextId, files: all }
}

/** Another entity, header or end: what was said of the columns under the old entity holds no longer. */
function chooseTable(state: WizardState, key: string, choice: Omit<TableChoice, 'key'>): WizardState {
  const isOtherEntity = 'entity' in choice
  const next = withTable(state, key, (old) =>
    isOtherEntity
      ? {
          key,
          ...choice,
          headerRow: old.headerRow,
          headerRows: old.headerRows,
          lastRow: old.lastRow,
          leavesHiddenRows: old.leavesHiddenRows,
          ignoresProfiles: old.ignoresProfiles
        }
      : { ...old, ...choice }
  )
  return { ...next, answers: next.answers.filter(({ question }) => question.tableKey !== key) }
}

function withTable(state: WizardState, key: string, edit: (choice: TableChoice) => TableChoice): WizardState {
  const old = state.tables.find((each) => each.key === key) ?? { key }
  return { ...state, tables: [...state.tables.filter((each) => each.key !== key), edit(old)] }
}

const isSameQuestion = (a: Question, b: Question): boolean =>
  a.tableKey === b.tableKey && a.column === b.column && a.kind === b.kind

/** Open questions after those that were answered; an answer that was taken back leaves the question open. */
export function questionsOf(open: readonly Question[], answers: readonly AnsweredQuestion[]): AnsweredQuestion[] {
  const all = [
    ...answers,
    ...open
      .filter((question) => !answers.some((each) => isSameQuestion(each.question, question)))
      .map((question) => ({ question, option: null }))
  ]
  const isBlocking = ({ question, option }: AnsweredQuestion): boolean => option === null && question.whileOpen === null
  return [...all.filter(isBlocking), ...all.filter((each) => !isBlocking(each))]
}

/** The choice with one answer more, or with one taken back. */
function withAnswer(choice: TableChoice, question: Question, option: string | null): TableChoice {
  const column = String(question.column)
  const put = <Value>(all: Record<string, Value> | undefined, value: Value): Record<string, Value> => {
    const { [column]: _, ...others } = all ?? {}
    return option === null ? others : { ...others, [column]: value }
  }
  if (question.kind === 'dateOrder') return { ...choice, dateOrders: put(choice.dateOrders, option as DateOrder) }
  if (question.kind === 'decimalSign')
    return { ...choice, decimalSigns: put(choice.decimalSigns, option as DecimalSign) }
  if (question.kind === 'territory') return { ...choice, columns: put(choice.columns, option ?? '') }
  return { ...choice, scales: put(choice.scales, Number(option) as Scale) }
}

export const identityKey = (of: { entity: string; name: string }): string => `${of.entity}\t${of.name}`

const fileIdOf = (key: string): number => Number.parseInt(key, 10)
/** '3/Sheet1' with another number in front. */
const renamed = (key: string, number: number): string => `${number}${key.replace(/^\d+/, '')}`

export interface WizardRequest {
  args: ArgsOf<'import.preview'>
  /** The files of the request in their order, by our number. */
  fileIds: readonly number[]
}

/** @returns what to ask the engine, of the files that can be read; null where there is none */
export function requestOf(
  state: WizardState,
  scenarioId: ArgsOf<'import.preview'>['scenarioId']
): WizardRequest | null {
  const files = state.files.filter((each) => each.problem === undefined)
  if (files.length === 0) return null
  const fileIds = files.map((each) => each.id)
  return {
    fileIds,
    args: {
      files: files.map((each) => each.file.token),
      fileChoices: files.flatMap(({ choice }, fileIndex) =>
        Object.values(choice).every((value) => value === undefined) ? [] : [{ fileIndex, ...choice }]
      ),
      choices: state.tables.flatMap((choice) => {
        const at = fileIds.indexOf(fileIdOf(choice.key))
        return at < 0 ? [] : [{ ...choice, key: renamed(choice.key, at) }]
      }),
      stages: [...state.stages],
      identities: [...state.identities],
      vanished: state.vanished,
      ...(state.usesScenario && scenarioId !== undefined ? { scenarioId } : {})
    }
  }
}

/** The engine's preview with tables and questions under our names; `fileIndex` becomes our number of the file. */
export function ownPreview(preview: ImportPreview, fileIds: readonly number[]): ImportPreview {
  const idAt = (index: number): number => fileIds[index] ?? 0
  const ownKey = (key: string): string => renamed(key, idAt(fileIdOf(key)))
  return {
    ...preview,
    tables: preview.tables.map((table) => ({
      ...table,
      key: ownKey(table.key),
      fileIndex: idAt(table.fileIndex)
    })),
    questions: preview.questions.map((question) => ({ ...question, tableKey: ownKey(question.tableKey) }))
  }
}

/** The file that an error is about; undefined where it is about none. */
export function fileOfError(
  error: AppError,
  files: readonly WizardFile[],
  fileIds: readonly number[]
): WizardFile | undefined {
  const asked = files.filter((each) => fileIds.includes(each.id))
  if ('fileIndex' in error && typeof error.fileIndex === 'number')
    return asked.find((each) => each.id === fileIds[error.fileIndex])
  if (!('fileName' in error) || !fileProblems.has(error.code)) return undefined
  return asked.find((each) => each.file.name === error.fileName)
}

/** What is wrong with one file alone; the others can go on without it. */
const fileProblems: ReadonlySet<string> = new Set([
  'import.fileGone',
  'import.fileEmpty',
  'import.fileTooLarge',
  'import.unknownFormat',
  'import.unreadable',
  'import.passwordNeeded',
  'import.passwordWrong',
  'import.passwordProtected',
  'import.oldFormat'
])
