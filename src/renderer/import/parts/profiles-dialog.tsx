// How files of earlier imports are read: the profiles that imports have learnt, to be renamed or removed.
import { ActionIcon, Modal } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { ImportProfile } from '#shared/import/types.ts'
import { entityWords, fieldWords } from './words.ts'

export function ProfilesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, tError } = useText()
  const format = useFormat()
  const query = useQuery('import.listProfiles', {})
  const { run: rename } = useCommand('import.renameProfile')
  const { run: remove } = useCommand('import.removeProfile')
  const columns = useMemo((): Column<ImportProfile>[] => {
    const mapping = (row: ImportProfile) =>
      row.columns
        .filter((column) => column.field !== 'none')
        .map((column) => `${column.header} → ${fieldWords(t, column.field)}`)
        .join(', ')
    return [
      {
        key: 'name',
        header: t('import.profiles.name'),
        kind: 'text',
        width: 230,
        value: (row) => row.name,
        edit: {
          kind: 'text',
          isRequired: true,
          commit: (row, name) => rename({ profileId: row.id, name: String(name) })
        }
      },
      {
        key: 'entity',
        header: t('import.holds'),
        kind: 'text',
        width: 130,
        value: (row) => entityWords(t, row.entity),
        isGroupable: true
      },
      { key: 'columns', header: t('import.profiles.columns'), kind: 'text', width: 260, value: mapping },
      {
        key: 'used',
        header: t('import.profiles.used'),
        kind: 'custom',
        width: 160,
        value: (row) => row.usedAt,
        text: (row) => format.dateTime(row.usedAt),
        render: (row) => format.dateTime(row.usedAt)
      },
      { key: 'uses', header: t('import.profiles.uses'), kind: 'number', width: 80, value: (row) => row.uses },
      {
        key: 'remove',
        header: t('import.profiles.remove'),
        kind: 'custom',
        width: 80,
        isSortable: false,
        value: () => null,
        render: (row) => (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={`${t('import.profiles.remove')}: ${row.name}`}
            title={t('import.profiles.remove')}
            onClick={() => void remove({ profileId: row.id })}
          >
            <IconTrash size={14} />
          </ActionIcon>
        )
      }
    ]
  }, [t, format, rename, remove])
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('import.profiles.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <p className="muted kept-gap">{t('import.profiles.meaning')}</p>
      {query.error ? (
        <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
      ) : (
        <DataTable
          label={t('import.profiles.title')}
          layoutName="import-profiles"
          columns={columns}
          rows={query.value ?? []}
          rowKey={(row) => row.id}
          isLoading={query.value === undefined}
          search={false}
          height={360}
          empty={<EmptyState title={t('import.profiles.none')} />}
        />
      )}
    </Modal>
  )
}
