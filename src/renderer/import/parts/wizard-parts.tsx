// The four parts of the wizard as tabs, each with what it still wants: files and columns, names and stages, what will happen, findings.
import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { FindingsArea } from './findings-area.tsx'
import { Identities } from './identities.tsx'
import { identityRows, undecided } from './identity-rows.ts'
import { Questions } from './questions.tsx'
import { isGuessed, StageChoices } from './stage-choices.tsx'
import { TableList } from './table-list.tsx'
import { TablePane } from './table-pane.tsx'
import { stateOfTable } from './table-state.ts'
import type { Wizard } from './use-wizard.ts'
import { WillHappen } from './will-happen.tsx'

export const parts = ['files', 'names', 'changes', 'findings'] as const
export type Part = (typeof parts)[number]

export interface WizardPartsProps {
  readonly wizard: Wizard
  readonly part: Part
  readonly onPart: (part: Part) => void
  /** The last file was taken out. */
  readonly onEmpty: () => void
  readonly onAdd: () => void
  readonly onPaste: () => void
}

export function WizardParts({ wizard, part, onPart, ...files }: WizardPartsProps) {
  const { t } = useText()
  const format = useFormat()
  const { preview } = wizard
  const marks = marksOf(wizard)
  const isStale = wizard.isReading && preview !== undefined
  return (
    <Tabs
      className="wizard-tabs"
      value={part}
      onChange={(value) => onPart(parts.find((each) => each === value) ?? 'files')}
    >
      <Tabs.List>
        {parts.map((each, at) => {
          const { count, isDoubt } = marks[each]
          return (
            <Tabs.Tab key={each} value={each} title={`Alt ${at + 1}`}>
              {t(`import.wizard.parts.${each}`)}
              {count > 0 ? (
                <span className={isDoubt ? 'wizard-mark wizard-mark-doubt' : 'wizard-mark'}>
                  {format.number(count)}
                  {isDoubt ? <span className="only-read"> {t('import.wizard.toLookAt')}</span> : null}
                </span>
              ) : null}
            </Tabs.Tab>
          )
        })}
      </Tabs.List>
      {parts.map((each) => (
        <Tabs.Panel key={each} value={each} className="wizard-part" aria-busy={wizard.isReading} data-stale={isStale}>
          <Content part={each} wizard={wizard} {...files} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

interface Mark {
  count: number
  /** It is something to decide, not only a number. */
  isDoubt: boolean
}

function marksOf({ preview, state, questions }: Wizard): Record<Part, Mark> {
  const doubtful = (preview?.tables ?? []).filter((table) => {
    const its = stateOfTable(
      table,
      state.tables.find((each) => each.key === table.key),
      questions
    )
    return its === 'question' || its === 'check'
  })
  const names =
    (preview?.stages ?? []).filter((stage) => isGuessed(stage, state.stages)).length +
    undecided(identityRows(preview?.identities ?? [], state.identities).asked).length
  const changed = preview?.entities.find((each) => each.entity === 'opportunities')?.changed ?? 0
  const grave = (preview?.findings ?? []).filter((finding) => finding.severity !== 'note')
  return {
    files: {
      count: doubtful.length + state.files.filter((each) => each.problem !== undefined).length,
      isDoubt: true
    },
    names: { count: names, isDoubt: true },
    changes: { count: changed, isDoubt: false },
    findings: { count: grave.length, isDoubt: grave.length > 0 }
  }
}

type ContentProps = Omit<WizardPartsProps, 'onPart'>

function Content({ part, wizard, ...files }: ContentProps) {
  const { t } = useText()
  const { preview } = wizard
  if (part === 'files') return <FilesPart wizard={wizard} {...files} />
  if (preview === undefined) return <Skeleton kind="table" />
  if (part === 'names') {
    const hasNothing = preview.stages.length + preview.identities.length === 0
    return hasNothing ? (
      <p className="muted">{t('import.wizard.noNames')}</p>
    ) : (
      <>
        {preview.stages.length > 0 ? (
          <section className="wizard-stages" aria-label={t('import.wizard.stages')}>
            <h2>{t('import.wizard.stages')}</h2>
            <p className="muted small">{t('import.wizard.stagesMeaning')}</p>
            <StageChoices wizard={wizard} />
          </section>
        ) : null}
        <Identities wizard={wizard} />
      </>
    )
  }
  return part === 'changes' ? <WillHappen preview={preview} wizard={wizard} /> : <FindingsArea preview={preview} />
}

function FilesPart({ wizard, onEmpty, onAdd, onPaste }: Omit<ContentProps, 'part'>) {
  const { preview, state, questions, change } = wizard
  const [shownKey, setShownKey] = useState<string>()
  const tables = preview?.tables ?? []
  const shown =
    tables.find((table) => table.key === shownKey) ?? tables.find((table) => table.entity !== null) ?? tables[0]
  const canRead = state.files.some((each) => each.problem === undefined)
  return (
    <div className="wizard-files-part">
      <TableList
        wizard={wizard}
        shown={shown?.key}
        onShow={setShownKey}
        onAdd={onAdd}
        onPaste={onPaste}
        onRemove={(id) => (state.files.length === 1 ? onEmpty() : change({ type: 'removeFile', id }))}
      />
      <div className="wizard-panes">
        {questions.length > 0 ? (
          <Questions
            questions={questions}
            tables={tables}
            onAnswer={(question, option) => change({ type: 'answer', question, option })}
          />
        ) : null}
        {shown === undefined ? null : <TablePane key={shown.key} table={shown} wizard={wizard} />}
        {preview === undefined && canRead && wizard.error === undefined && !wizard.isStopped ? (
          <Skeleton kind="table" />
        ) : null}
      </div>
    </div>
  )
}
