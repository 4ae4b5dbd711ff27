// The points of a pay curve as a table, for reading exactly and for screen readers.
import { useText } from '#renderer/i18n/use-text.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { nameComponent, type PayCurvePoint, type PayPlanRules } from '#shared/compensation/index.ts'

interface Row extends PayCurvePoint {
  readonly key: number
}

export function CurveTable({
  rules,
  points
}: {
  readonly rules: PayPlanRules
  readonly points: readonly PayCurvePoint[]
}) {
  const { t, language } = useText()
  const rows: Row[] = points.map((point, key) => ({ ...point, key }))
  return (
    <DataTable<Row>
      label={t('compensation.curve.title')}
      layoutName="compensation.curve"
      height={280}
      search={false}
      isCompact
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'attainment',
          header: t('compensation.curve.attainment'),
          kind: 'percent',
          value: (row) => row.attainmentRatio
        },
        ...rules.components.map((component) => ({
          key: component.id,
          header: nameComponent(rules, component.id, language),
          kind: 'money' as const,
          currency: rules.currency,
          value: (row: Row) => row.byComponent[component.id] ?? 0
        })),
        {
          key: 'pay',
          header: t('compensation.curve.pay'),
          kind: 'money',
          currency: rules.currency,
          value: (row) => row.payMinor
        },
        {
          key: 'ratio',
          header: t('compensation.curve.ofTarget'),
          kind: 'percent',
          digits: 1,
          value: (row) => row.payRatio
        }
      ]}
    />
  )
}
