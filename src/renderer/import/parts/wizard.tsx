// The import wizard: it takes the whole content area, shows what the files hold and what importing them would do, and imports in one step.
import { IconFilePlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { chooseImportFiles } from '#renderer/shell-client.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Work } from '#renderer/ui/work.tsx'
import type { GrantedFile } from '#shared/contract/messages.ts'
import type { ImportPreview } from '#shared/import/types.ts'
import { Outcome } from './outcome.tsx'
import { Questions } from './questions.tsx'
import { TableColumns } from './table-columns.tsx'
import { TableList } from './table-list.tsx'
import { useWizard } from './use-wizard.ts'
import { WillHappen } from './will-happen.tsx'
import { countWords } from './words.ts'

export interface WizardProps {
  readonly files: readonly GrantedFile[]
  readonly onClose: (tab?: 'deals' | 'quality' | 'imports') => void
}

export function Wizard({ files, onClose }: WizardProps) {
  const { t, tError } = useText()
  const wizard = useWizard(files)
  const [shownKey, setShownKey] = useState<string>()
  const { preview, outcome, error, progress } = wizard
  if (outcome !== undefined)
    return <Outcome outcome={outcome} lastWonOn={preview?.lastWonOn ?? null} onClose={onClose} />
  const addFiles = (): void => void chooseImportFiles().then((more) => wizard.addFiles(more))
  const isBlocked = preview?.questions.some((question) => question.whileOpen === null) ?? true
  const hasTables = preview?.tables.some((table) => table.entity !== null) ?? false
  const tables = preview?.tables ?? []
  const shown =
    tables.find((table) => table.key === shownKey) ?? tables.find((table) => table.entity !== null) ?? tables[0]
  return (
    <Page
      title={t('import.wizard.title')}
      finding={preview ? <Finding preview={preview} files={wizard.files.length} /> : undefined}
      actions={[
        { label: t('import.wizard.cancel'), onRun: () => onClose() },
        { label: t('import.wizard.addFiles'), icon: <IconFilePlus size={15} />, onRun: addFiles }
      ]}
      primary={{
        label: t('import.wizard.run'),
        onRun: wizard.run,
        isBusy: wizard.isImporting,
        isDisabled:
          preview === undefined ||
          wizard.isReading ||
          isBlocked ||
          !hasTables ||
          preview.isEmpty ||
          error !== undefined,
        hint: isBlocked && preview ? t('import.wizard.answerFirst') : t('import.wizard.runHint')
      }}
      detailTitle={t('import.wizard.willHappen')}
      detail={preview && !error ? <WillHappen preview={preview} /> : undefined}
    >
      {error ? (
        <Problem
          title={tError(error)}
          action={{ label: t('import.wizard.again'), onRun: () => onClose() }}
          details={error.code}
        />
      ) : null}
      {progress ? <Work progress={progress} label={t(progress.what as TextKey)} onCancel={wizard.cancel} /> : null}
      {preview === undefined && !error ? <Skeleton kind="table" /> : null}
      {preview && !error ? (
        <>
          {wizard.questions.length > 0 ? (
            <Questions questions={wizard.questions} tables={tables} onAnswer={wizard.answer} />
          ) : null}
          <TableList
            tables={tables}
            shown={shown?.key}
            onShow={setShownKey}
            onEntity={wizard.chooseEntity}
            onRemove={(index) => (wizard.files.length === 1 ? onClose() : wizard.removeFile(index))}
          />
          {shown ? (
            <TableColumns table={shown} onField={(column, field) => wizard.chooseField(shown.key, column, field)} />
          ) : null}
        </>
      ) : null}
    </Page>
  )
}

function Finding({ preview, files }: { readonly preview: ImportPreview; readonly files: number }) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  if (preview.tables.every((table) => table.entity === null)) return t('import.wizard.nothing')
  if (preview.isEmpty) return t('import.wizard.nothingNew')
  const rows = preview.tables.reduce((sum, table) => sum + (table.entity === null ? 0 : table.rowCount), 0)
  const what = t('import.wizard.finding', {
    rows: t('import.wizard.rows', { count: rows }),
    files: t('import.wizard.files', { count: files }),
    what: countWords(t, format, preview.entities)
  })
  const { won, firstWonOn, lastWonOn } = preview
  return (
    <>
      {what}{' '}
      {won.deals > 0 && firstWonOn !== null && lastWonOn !== null
        ? t('import.wizard.won', {
            count: won.deals,
            amount: format.money(won.amountMinor, won.currency),
            from: format.date(firstWonOn),
            to: format.date(lastWonOn)
          })
        : null}{' '}
      {won.currency === currency ? null : t('import.wizard.wonOther', { currency: won.currency, home: currency })}
    </>
  )
}
