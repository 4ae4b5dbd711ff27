// The quality rules over everything in the workspace: how many rows each finds, of how many, and the amount they touch.
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { QualityRow } from '#shared/import/types.ts'
import { divide } from '#shared/units/ratio.ts'
import { ruleWords, severityTones } from './words.ts'

export function QualityTable() {
  const { t, tError } = useText()
  const { currency } = useSession().settings
  const query = useQuery('import.listQuality', {})
  const columns = useMemo(
    (): Column<QualityRow>[] => [
      { key: 'rule', header: t('import.rule'), kind: 'text', width: 280, value: (row) => ruleWords(t, row.rule) },
      {
        key: 'severity',
        header: t('import.kind'),
        kind: 'custom',
        width: 100,
        value: (row) => t(`import.severity.${row.severity}`),
        render: (row) => <Tag tone={severityTones[row.severity]}>{t(`import.severity.${row.severity}`)}</Tag>
      },
      { key: 'count', header: t('import.howMany'), kind: 'number', width: 90, value: (row) => row.count },
      {
        key: 'share',
        header: t('import.share'),
        kind: 'percent',
        width: 170,
        align: 'left',
        value: (row) => divide(row.count, row.of) ?? null,
        render: (row) => {
          const share = divide(row.count, row.of) ?? 0
          return (
            <Bar ratio={share} tone={row.severity === 'note' ? 'accent' : 'amber'} width={60}>
              <Percent ratio={share} digits={1} />
            </Bar>
          )
        }
      },
      {
        key: 'amount',
        header: t('import.amountTouched'),
        kind: 'money',
        currency,
        width: 150,
        value: (row) => row.amountMinor,
        missing: t('crm.notGiven')
      },
      {
        key: 'examples',
        header: t('import.examples'),
        kind: 'text',
        width: 300,
        value: (row) => row.examples.join(', ')
      }
    ],
    [t, currency]
  )
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  return (
    <>
      <p className="muted">{t('import.quality')}</p>
      <DataTable
        label={t('import.tabs.quality')}
        layoutName="quality"
        columns={columns}
        rows={query.value ?? []}
        rowKey={(row) => row.rule}
        isLoading={query.value === undefined}
        search={false}
        exportName="quality"
        empty={<EmptyState title={t('import.noFindings')} />}
      />
    </>
  )
}
