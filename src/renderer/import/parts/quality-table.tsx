// The quality rules over everything in the workspace: how many rows each finds, of how many, the amount they touch and what it weakens.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { QualityRow } from '#shared/import/types.ts'
import { divide } from '#shared/units/ratio.ts'
import { ruleWords, severityTones } from './words.ts'

export interface QualityTableProps {
  readonly rows: readonly QualityRow[]
  readonly onRule: (rule: string) => void
}

export function QualityTable({ rows, onRule }: QualityTableProps) {
  const { t } = useText()
  const { currency } = useSession().settings
  const columns = useMemo((): Column<QualityRow>[] => {
    const measures = (row: QualityRow) => row.measures.map((measure) => t(`import.measures.${measure}`)).join(', ')
    return [
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
        width: 150,
        align: 'left',
        value: (row) => divide(row.count, row.of) ?? null,
        missing: t('import.score.noRows'),
        render: (row) => {
          const share = divide(row.count, row.of)
          return (
            <Bar ratio={share} tone={row.severity === 'note' ? 'accent' : 'amber'} width={60}>
              <Percent ratio={share} digits={1} reason={t('import.score.noRows')} />
            </Bar>
          )
        }
      },
      {
        key: 'amount',
        header: t('import.amountTouched'),
        kind: 'money',
        currency,
        width: 140,
        value: (row) => row.amountMinor,
        missing: t('import.noMoney')
      },
      { key: 'measures', header: t('import.weakens'), kind: 'text', width: 170, value: measures, isGroupable: true },
      {
        key: 'examples',
        header: t('import.examples'),
        kind: 'text',
        width: 260,
        value: (row) => row.examples.join(', ')
      }
    ]
  }, [t, currency])
  const found = rows.filter((row) => row.count > 0)
  return (
    <>
      <p className="muted">
        {t('import.quality')}
        {rows.length > found.length ? ` ${t('import.rulesHold', { count: rows.length - found.length })}` : ''}
      </p>
      <DataTable
        label={t('import.tabs.quality')}
        layoutName="quality"
        columns={columns}
        rows={found}
        rowKey={(row) => row.rule}
        onSelect={(row) => (row === undefined ? undefined : onRule(row.rule))}
        search={false}
        exportName="quality"
        empty={<EmptyState title={t('import.noFindings')} />}
      />
    </>
  )
}
