// What the wizard knows: the chosen files, what the user corrected, the preview of both, and what importing them gave.
import { useCallback, useEffect, useRef, useState } from 'react'
import { useJob } from '#renderer/engine-client.ts'
import type { AppError } from '#shared/contract/index.ts'
import type { GrantedFile } from '#shared/contract/messages.ts'
import type { EntityName } from '#shared/import/entities/index.ts'
import type {
  DateOrder,
  DecimalSign,
  ImportOutcome,
  ImportPreview,
  Question,
  Scale,
  TableChoice
} from '#shared/import/types.ts'

export interface AnsweredQuestion {
  question: Question
  option: string | null
}

export interface Wizard {
  files: readonly GrantedFile[]
  preview: ImportPreview | undefined
  outcome: ImportOutcome | undefined
  error: AppError | undefined
  progress: { done: number; total: number; what: string } | undefined
  isReading: boolean
  isImporting: boolean
  /** Open questions and answered ones, with the answer. */
  questions: readonly AnsweredQuestion[]
  addFiles(files: readonly GrantedFile[]): void
  removeFile(index: number): void
  chooseEntity(key: string, entity: EntityName | null): void
  chooseField(key: string, column: number, field: string): void
  answer(question: Question, option: string | null): void
  run(): void
  cancel(): void
}

/** The same file chosen twice counts once. */
const withoutDoubles = (files: readonly GrantedFile[]): GrantedFile[] => {
  const seen = new Set<string>()
  return files.filter((file) => {
    const mark = `${file.name}\t${file.bytes}`
    if (seen.has(mark)) return false
    seen.add(mark)
    return true
  })
}

const isSame = (a: Question, b: Question): boolean =>
  a.tableKey === b.tableKey && a.column === b.column && a.kind === b.kind

/** A question that was answered stays, so that the answer can be changed. */
const withAnswers = (open: readonly Question[], answered: readonly AnsweredQuestion[]): AnsweredQuestion[] => [
  ...answered,
  ...open
    .filter((question) => !answered.some((each) => isSame(each.question, question)))
    .map((question) => ({ question, option: null }))
]

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
  return { ...choice, scales: put(choice.scales, Number(option) as Scale) }
}

export function useWizard(first: readonly GrantedFile[]): Wizard {
  const [files, setFiles] = useState(() => withoutDoubles(first))
  const [choices, setChoices] = useState<TableChoice[]>([])
  const [preview, setPreview] = useState<ImportPreview>()
  const [answers, setAnswers] = useState<AnsweredQuestion[]>([])
  const [outcome, setOutcome] = useState<ImportOutcome>()
  const [error, setError] = useState<AppError>()
  const {
    run: look,
    progress: lookProgress,
    cancel: cancelLook,
    isBusy: isReading
  } = useJob('import.preview', { silent: true })
  const {
    run: write,
    progress: writeProgress,
    cancel: cancelWrite,
    isBusy: isImporting
  } = useJob('import.run', { silent: false })
  const turn = useRef(0)

  useEffect(() => {
    const mine = ++turn.current
    if (files.length === 0) {
      setPreview(undefined)
      return
    }
    void look({ files: files.map((file) => file.token), choices }).then((reply) => {
      // A later choice has overtaken this reading.
      if (mine !== turn.current) return
      if (reply.ok) {
        setPreview(reply.value)
        setError(undefined)
      } else if (reply.error.code !== 'engine.cancelled') setError(reply.error)
    })
  }, [files, choices, look])

  const change = useCallback((key: string, edit: (choice: TableChoice) => TableChoice): void => {
    setChoices((all) => {
      const old = all.find((choice) => choice.key === key) ?? { key }
      return [...all.filter((choice) => choice.key !== key), edit(old)]
    })
  }, [])

  const progress = writeProgress ?? lookProgress
  return {
    files,
    preview,
    outcome,
    error,
    progress: progress && { done: progress.done, total: progress.total ?? 0, what: progress.what },
    isReading,
    isImporting,
    questions: withAnswers(preview?.questions ?? [], answers),
    addFiles: (more) => setFiles((all) => withoutDoubles([...all, ...more])),
    removeFile: (index) => {
      // Tables are named by the place of their file: what was chosen for the others moves with them.
      setFiles((all) => all.filter((_, at) => at !== index))
      setAnswers([])
      setChoices((all) =>
        all.flatMap((choice) => {
          const [place = '', ...rest] = choice.key.split('/')
          const at = Number(place)
          if (at === index) return []
          return [{ ...choice, key: [String(at > index ? at - 1 : at), ...rest].join('/') }]
        })
      )
    },
    chooseEntity: (key, entity) => change(key, () => ({ key, entity })),
    chooseField: (key, column, field) =>
      change(key, (choice) => ({ ...choice, columns: { ...choice.columns, [column]: field } })),
    answer: (question, option) => {
      setAnswers((all) => [...all.filter((each) => !isSame(each.question, question)), { question, option }])
      change(question.tableKey, (choice) => withAnswer(choice, question, option))
    },
    run: () => {
      if (preview === undefined) return
      void write({ files: files.map((file) => file.token), choices, hashes: preview.hashes }).then((reply) => {
        if (reply.ok) setOutcome(reply.value)
        else if (reply.error.code !== 'engine.cancelled') setError(reply.error)
      })
    },
    cancel: () => {
      cancelLook()
      cancelWrite()
    }
  }
}
