// In the pane what one import brought: its files, what it changed, what was found, the rows not taken, and taking it back as a whole.
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconGitCompare, IconTool } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ImportFileRow, ImportId, ImportRow } from '#shared/import/types.ts'
import { Findings } from './findings.tsx'
import { UndoDialog } from './undo-dialog.tsx'
import { entityWords, tableWords } from './words.ts'

export interface ImportDetailProps {
  readonly id: ImportId
  readonly onChanges: (id: ImportId) => void
  readonly onRejected: (id: ImportId) => void
  readonly onGone: () => void
}

export function ImportDetail({ id, onChanges, onRejected, onGone }: ImportDetailProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const imports = useQuery('import.listImports', {})
  const [isUndoing, setUndoing] = useState(false)
  if (imports.error)
    return <Problem title={tError(imports.error)} action={{ label: t('ui.again'), onRun: imports.reload }} />
  if (imports.value === undefined) return <Skeleton kind="text" rows={6} />
  const row = imports.value.find((each) => each.id === id)
  if (row === undefined) return <Problem title={tError({ code: 'import.importMissing' })} />
  return (
    <div className="import-side">
      {row.undoneAt === null ? (
        <div>
          <Button size="xs" leftSection={<IconArrowBackUp size={14} />} onClick={() => setUndoing(true)}>
            {t('import.undo')}
          </Button>
        </div>
      ) : (
        <p className="muted">{t('import.undoneMeaning', { at: format.dateTime(row.undoneAt) })}</p>
      )}
      {row.kind === 'retry' ? <p className="muted">{t('import.retryMeaning')}</p> : null}
      <Section title={t('import.files')}>
        <Files files={row.files} />
      </Section>
      <Changes row={row} onChanges={onChanges} />
      <Section title={t('import.wizard.findings')}>
        <Findings findings={row.findings} />
      </Section>
      {row.rejected > 0 ? (
        <Section title={t('import.rejected')}>
          <p>{t('import.waiting', { count: row.rejected })}</p>
          <div>
            <Button size="xs" leftSection={<IconTool size={14} />} onClick={() => onRejected(id)}>
              {t('import.mend')}
            </Button>
          </div>
        </Section>
      ) : null}
      {isUndoing ? (
        <UndoDialog
          id={id}
          title={row.title}
          onClose={(isDone) => {
            setUndoing(false)
            if (isDone) onGone()
          }}
        />
      ) : null}
    </div>
  )
}

function Files({ files }: { readonly files: readonly ImportFileRow[] }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <ul className="import-findings">
      {files.map((file) => (
        <li key={`${tableWords(file, true)} ${file.entity}`}>
          <span className="import-finding-line">
            <span>{tableWords(file, true)}</span>
            <span className="numbers">{format.number(file.rowsRead)}</span>
          </span>
          <span className="muted small">
            {entityWords(t, file.entity)}
            {` · ${t('import.newRows')} ${format.number(file.counts.new)}`}
            {` · ${t('import.changedRows')} ${format.number(file.counts.changed)}`}
            {` · ${t('import.sameRows')} ${format.number(file.counts.same)}`}
            {file.counts.rejected > 0 ? ` · ${t('import.rejectedRows')} ${format.number(file.counts.rejected)}` : ''}
          </span>
          {file.profile === null ? null : (
            <span className="muted small">
              {t(file.profile.isExact ? 'import.profileUsed' : 'import.profileFitted', { name: file.profile.name })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the import changed about deals that were known, by kind; the deals themselves are one click away. */
function Changes({ row, onChanges }: { readonly row: ImportRow; readonly onChanges: (id: ImportId) => void }) {
  const { t, tError } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const query = useQuery('import.getDifferences', { importId: row.id })
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  if (query.value === undefined) return <Skeleton kind="text" rows={3} />
  const { kinds, since, deals } = query.value
  const shown = kinds.filter((each) => each.deals > 0)
  return (
    <Section
      title={t('import.changes.title')}
      subtitle={
        since === null
          ? t('import.changes.first')
          : t('import.changes.since', { at: format.dateTime(since.importedAt) })
      }
    >
      {shown.length === 0 ? <p className="muted">{t('import.changes.none')}</p> : null}
      <ul className="import-findings">
        {shown.map((each) => (
          <li key={each.kind}>
            <span className="import-finding-line">
              <span>{t(`import.changeKinds.${each.kind}`)}</span>
              <span className="numbers">{format.number(each.deals)}</span>
            </span>
            <span className="muted small numbers">
              {format.money(each.amountMinor, currency)}
              {each.changeMinor === 0 ? '' : ` · ${format.signedMoney(each.changeMinor, currency)}`}
              {each.medianDays === null ? '' : ` · ${t('import.changes.days', { count: Math.abs(each.medianDays) })}`}
            </span>
          </li>
        ))}
      </ul>
      {deals.length > 0 ? (
        <div>
          <Button size="xs" leftSection={<IconGitCompare size={14} />} onClick={() => onChanges(row.id)}>
            {t('import.changes.show')}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}
