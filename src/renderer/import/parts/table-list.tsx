// The files and the tables found in them: what each holds, how many rows, and what it still wants. Choosing one shows its columns.
import { Button, CloseButton } from '@mantine/core'
import {
  IconCircleCheck,
  IconCircleMinus,
  IconClipboardText,
  IconEye,
  IconFilePlus,
  IconHelpCircle
} from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { TablePreview } from '#shared/import/types.ts'
import { FileProblem } from './file-problem.tsx'
import { stateOfTable, type TableState } from './table-state.ts'
import type { Wizard } from './use-wizard.ts'
import type { WizardFile } from './wizard-state.ts'
import { entityWords, tableWords } from './words.ts'

const stateIcons = {
  question: IconHelpCircle,
  check: IconEye,
  ready: IconCircleCheck,
  out: IconCircleMinus
} as const satisfies Record<TableState, typeof IconEye>

export interface TableListProps {
  readonly wizard: Wizard
  readonly shown: string | undefined
  readonly onShow: (key: string) => void
  readonly onRemove: (id: number) => void
  readonly onAdd: () => void
  readonly onPaste: () => void
}

export function TableList({ wizard, shown, onShow, onRemove, onAdd, onPaste }: TableListProps) {
  const { t } = useText()
  const format = useFormat()
  const tables = wizard.preview?.tables ?? []
  return (
    <nav className="wizard-files" aria-label={t('import.files')}>
      <ul>
        {wizard.state.files.map((each) => {
          const own = tables.filter((table) => table.fileIndex === each.id)
          const isOne = own.length === 1
          return (
            <li key={each.id}>
              <div className="wizard-file">
                {isOne && own[0] !== undefined && each.problem === undefined ? (
                  <TableButton table={own[0]} name={nameOf(own[0])} wizard={wizard} shown={shown} onShow={onShow} />
                ) : (
                  <span className="wizard-file-name" title={each.file.name}>
                    {each.file.name}
                    <span className="muted small"> {format.bytes(each.file.bytes)}</span>
                  </span>
                )}
                <CloseButton
                  size="xs"
                  aria-label={t('import.wizard.remove', { name: each.file.name })}
                  onClick={() => onRemove(each.id)}
                />
              </div>
              {each.problem === undefined ? null : <Problem file={each} wizard={wizard} onRemove={onRemove} />}
              {isOne || each.problem !== undefined ? null : (
                <ul className="wizard-sheets">
                  {own.map((table) => (
                    <li key={table.key}>
                      <TableButton
                        table={table}
                        name={tableWords(table)}
                        wizard={wizard}
                        shown={shown}
                        onShow={onShow}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
      <div className="wizard-files-more">
        <Button size="xs" leftSection={<IconFilePlus size={14} />} title="Ctrl I" onClick={onAdd}>
          {t('import.wizard.addFiles')}
        </Button>
        <Button size="xs" leftSection={<IconClipboardText size={14} />} title="Ctrl V" onClick={onPaste}>
          {t('import.paste.action')}
        </Button>
      </div>
    </nav>
  )
}

const nameOf = (table: TablePreview): string => tableWords(table, true)

interface TableButtonProps extends Pick<TableListProps, 'wizard' | 'shown' | 'onShow'> {
  readonly table: TablePreview
  readonly name: string
}

function TableButton({ table, name, wizard, shown, onShow }: TableButtonProps) {
  const { t } = useText()
  const choice = wizard.state.tables.find((each) => each.key === table.key)
  const state = stateOfTable(table, choice, wizard.questions)
  const Icon = stateIcons[state]
  const holds = [
    table.entity === null ? t('import.skip') : entityWords(t, table.entity),
    t('import.wizard.rows', { count: table.rowCount }),
    table.visibility === 'visible' ? undefined : t('import.wizard.hidden')
  ].filter((words) => words !== undefined)
  return (
    <button
      type="button"
      className="wizard-table"
      aria-current={table.key === shown}
      title={nameOf(table)}
      onClick={() => onShow(table.key)}
    >
      <span className="wizard-table-name">{name}</span>
      <span className="muted small wizard-table-holds">{holds.join(' · ')}</span>
      <span className={`wizard-state wizard-state-${state}`}>
        <Icon size={13} aria-hidden="true" /> {t(`import.wizard.states.${state}`)}
      </span>
    </button>
  )
}

interface ProblemProps {
  readonly file: WizardFile
  readonly wizard: Wizard
  readonly onRemove: (id: number) => void
}

function Problem({ file, wizard, onRemove }: ProblemProps) {
  if (file.problem === undefined) return null
  return (
    <FileProblem
      name={file.file.name}
      problem={file.problem}
      onPassword={(password) => wizard.change({ type: 'readFile', id: file.id, choice: { password } })}
      onRemove={() => onRemove(file.id)}
    />
  )
}
