// The stage model as a table edited in place: what each stage means, its chance, its place in the funnel.
import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { Stage, StageStatus } from '#shared/playbook/types.ts'
import { statusTones } from './deals.tsx'
import './crm.css'

const statuses: readonly StageStatus[] = ['open', 'won', 'lost']

export function Stages() {
  const { t, tError } = useText()
  const query = useQuery('playbook.listStages', {})
  const { run: update } = useCommand('playbook.updateStage')
  const { run: order } = useCommand('playbook.orderStages')
  const { run: remove } = useCommand('playbook.removeStage')
  const { run: create } = useCommand('playbook.createStage')
  const stages = useMemo(() => query.value ?? [], [query.value])

  const columns = useMemo((): Column<Stage>[] => {
    const move = (stage: Stage, by: -1 | 1): void => {
      const ids = stages.map((each) => each.id)
      const at = ids.indexOf(stage.id)
      ids.splice(at, 1)
      ids.splice(at + by, 0, stage.id)
      void order({ stageIds: ids })
    }
    return [
      {
        key: 'name',
        header: t('playbook.name'),
        kind: 'text',
        width: 240,
        value: (row) => row.name,
        edit: {
          kind: 'text',
          isRequired: true,
          commit: (row, name) => update({ stageId: row.id, name: String(name) })
        }
      },
      {
        key: 'status',
        header: t('playbook.status'),
        kind: 'text',
        width: 130,
        value: (row) => t(`crm.status.${row.status}`),
        render: (row) => <Tag tone={statusTones[row.status]}>{t(`crm.status.${row.status}`)}</Tag>,
        edit: {
          kind: 'select',
          isRequired: true,
          options: () => statuses.map((status) => ({ value: status, label: t(`crm.status.${status}`) })),
          commit: (row, status) => update({ stageId: row.id, status: status as StageStatus })
        }
      },
      {
        key: 'probability',
        header: t('playbook.probability'),
        kind: 'percent',
        width: 150,
        value: (row) => row.probabilityRatio,
        missing: t('playbook.probabilityMissing'),
        edit: {
          kind: 'percent',
          canEdit: (row) => row.status === 'open',
          commit: (row, ratio) =>
            update({ stageId: row.id, probabilityRatio: typeof ratio === 'number' ? ratio : null })
        }
      },
      {
        key: 'deals',
        header: t('playbook.deals'),
        kind: 'number',
        width: 120,
        value: (row) => row.deals,
        total: 'sum'
      },
      {
        key: 'actions',
        header: t('playbook.actions'),
        kind: 'custom',
        width: 120,
        isSortable: false,
        value: () => null,
        render: (row) => (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={`${t('playbook.up')}: ${row.name}`}
              title={t('playbook.up')}
              disabled={row.id === stages[0]?.id}
              onClick={() => move(row, -1)}
            >
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={`${t('playbook.down')}: ${row.name}`}
              title={t('playbook.down')}
              disabled={row.id === stages.at(-1)?.id}
              onClick={() => move(row, 1)}
            >
              <IconArrowDown size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={`${t('playbook.remove')}: ${row.name}`}
              title={t(row.deals > 0 ? 'playbook.removeWhy' : 'playbook.remove')}
              disabled={row.deals > 0}
              onClick={() => void remove({ stageId: row.id })}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </Group>
        )
      }
    ]
  }, [t, stages, update, order, remove])

  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const freeName = (): string => {
    const names = new Set(stages.map((stage) => stage.name))
    for (let turn = 1; ; turn += 1) {
      const name = turn === 1 ? t('playbook.newName') : `${t('playbook.newName')} ${turn}`
      if (!names.has(name)) return name
    }
  }
  const add = (): void => void create({ name: freeName(), status: 'open' })
  return (
    <div className="crm-stages">
      <p className="muted">{t('playbook.meaning')}</p>
      <DataTable
        label={t('playbook.stages')}
        layoutName="stages"
        columns={columns}
        rows={stages}
        rowKey={(row) => row.id}
        isLoading={query.value === undefined}
        search={false}
        height="auto"
        tools={
          <Button size="xs" leftSection={<IconPlus size={14} />} onClick={add}>
            {t('playbook.add')}
          </Button>
        }
        empty={<EmptyState title={t('playbook.empty')} action={{ label: t('playbook.add'), onRun: add }} />}
      />
    </div>
  )
}
