// The backups of this file: what there is, making one now, and going back to one.
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Backup } from '#shared/workspace/types.ts'
import { useCommand, useQuery } from '../../engine-client.ts'
import { useText } from '../../i18n/use-text.ts'
import { openWorkspace } from '../../shell/actions.ts'
import { notifyText } from '../../shell/notices.tsx'
import { askShell } from '../../shell-client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.tsx'
import { Section } from '../../ui/section.tsx'

export function Backups() {
  const { t } = useText()
  const format = useFormat()
  const { value: backups = [], reload } = useQuery('workspace.listBackups', {})
  const backUp = useCommand('workspace.backUp')
  const [chosen, setChosen] = useState<Backup | undefined>()
  const columns = useMemo(
    (): readonly Column<Backup>[] => [
      {
        key: 'madeAt',
        header: t('settings.backupColumns.madeAt'),
        kind: 'custom',
        value: (backup) => backup.madeAt,
        text: (backup) => format.dateTime(backup.madeAt)
      },
      {
        key: 'reason',
        header: t('settings.backupColumns.reason'),
        kind: 'text',
        value: (backup) => t(`settings.reasons.${backup.reason}`)
      },
      {
        key: 'size',
        header: t('settings.backupColumns.size'),
        kind: 'custom',
        align: 'right',
        value: (backup) => backup.bytes,
        text: (backup) => format.bytes(backup.bytes)
      },
      {
        key: 'restore',
        header: '',
        kind: 'custom',
        align: 'right',
        isSortable: false,
        width: 110,
        value: () => '',
        render: (backup) => (
          <Button size="compact-xs" onClick={() => setChosen(backup)}>
            {t('settings.restore')}
          </Button>
        )
      }
    ],
    [t, format]
  )
  return (
    <Section
      title={t('settings.backups')}
      subtitle={t('settings.backupsMeaning')}
      isCard
      actions={
        <Button
          loading={backUp.isBusy}
          onClick={() =>
            void backUp.run({}).then((reply) => {
              if (reply.ok) notifyText(t('settings.backedUp'))
              reload()
            })
          }
        >
          {t('settings.backUp')}
        </Button>
      }
    >
      <DataTable
        label={t('settings.backups')}
        layoutName="backups"
        columns={columns}
        rows={backups}
        rowKey={(backup) => backup.id}
        search={false}
        height={backups.length > 8 ? 290 : 'auto'}
        empty={<p className="muted">{t('settings.noBackups')}</p>}
      />
      {chosen ? <RestoreDialog backup={chosen} onClose={() => setChosen(undefined)} /> : null}
    </Section>
  )
}

function RestoreDialog({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('settings.restoreTitle', { at: format.dateTime(backup.madeAt) })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap={12}>
        <p>{t('settings.restoreMeaning')}</p>
        <Group justify="flex-end" gap={8}>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="filled"
            onClick={() => {
              onClose()
              void openWorkspace(() => askShell('restoreBackup', { backupId: backup.id }))
            }}
          >
            {t('settings.restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
