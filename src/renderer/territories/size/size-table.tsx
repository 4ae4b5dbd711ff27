// Sellers needed and sellers now, territory by territory, with the hours they come from.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { Sizing, TerritorySettings, TerritorySize } from '#shared/territories/measure-types.ts'

interface SizeTableProps {
  readonly sizing: Sizing
  readonly settings: TerritorySettings
}

/** With more territories than this the table scrolls by itself. */
const mostOpen = 14

export function SizeTable({ sizing, settings }: SizeTableProps) {
  const { t } = useText()
  const format = useFormat()
  const columns = useMemo((): Column<TerritorySize>[] => {
    const most = Math.max(1, ...sizing.territories.map((each) => Math.max(each.sellersNeeded, each.sellersNow)))
    const sum = (read: (row: TerritorySize) => number, digits: number) => (rows: readonly TerritorySize[]) =>
      format.number(
        rows.reduce((total, row) => total + read(row), 0),
        digits
      )
    const hours = (
      key: 'callHours' | 'hopHours' | 'baseHours' | 'totalHours',
      isHiddenAtFirst = false
    ): Column<TerritorySize> => ({
      key,
      header: t(`territories.size.columns.${key}`),
      unit: t('territories.columns.hours'),
      kind: 'number',
      digits: 0,
      width: 80,
      isHiddenAtFirst,
      value: (row) => row[key],
      missing: t('territories.size.noPlaces'),
      total: sum((row) => row[key] ?? 0, 0)
    })
    return [
      {
        key: 'name',
        header: t('territories.columns.name'),
        kind: 'text',
        width: 150,
        value: (row) => row.territoryName
      },
      {
        key: 'needed',
        header: t('territories.size.columns.needed'),
        kind: 'number',
        digits: 1,
        align: 'left',
        width: 118,
        value: (row) => row.sellersNeeded,
        render: (row) => (
          <Bar ratio={row.sellersNeeded} max={most} tone={row.sellersNeeded > row.sellersNow ? 'amber' : 'accent'}>
            <WhySize size={row} sizing={sizing} settings={settings} />
          </Bar>
        ),
        total: sum((row) => row.sellersNeeded, 1)
      },
      {
        key: 'now',
        header: t('territories.size.columns.now'),
        kind: 'number',
        digits: 1,
        width: 60,
        value: (row) => row.sellersNow,
        total: sum((row) => row.sellersNow, 1)
      },
      {
        key: 'difference',
        header: t('territories.size.columns.difference'),
        hint: t('territories.size.columns.differenceHint'),
        kind: 'number',
        digits: 1,
        isSigned: true,
        width: 84,
        value: (row) => row.sellersNow - row.sellersNeeded,
        total: (rows) =>
          format.signedNumber(
            rows.reduce((total, row) => total + row.sellersNow - row.sellersNeeded, 0),
            1
          )
      },
      {
        key: 'accounts',
        header: t('territories.columns.accounts'),
        kind: 'number',
        width: 80,
        value: (row) => row.accounts,
        total: 'sum'
      },
      {
        key: 'visits',
        header: t('territories.size.columns.visits'),
        kind: 'number',
        digits: 0,
        width: 84,
        isHiddenAtFirst: true,
        value: (row) => row.visits,
        total: 'sum'
      },
      hours('callHours'),
      hours('hopHours', true),
      hours('baseHours', true),
      hours('totalHours')
    ]
  }, [t, format, sizing, settings])
  return (
    <DataTable
      label={t('territories.size.byTerritory')}
      layoutName="territory-size"
      columns={columns}
      rows={sizing.territories}
      rowKey={(row) => row.territoryId}
      totals={t('territories.all')}
      exportName="territory-size"
      search={false}
      isCompact
      height={sizing.territories.length > mostOpen ? 440 : 'auto'}
    />
  )
}

interface WhySizeProps extends SizeTableProps {
  readonly size: TerritorySize
}

function WhySize({ size, sizing, settings }: WhySizeProps) {
  const { t } = useText()
  const format = useFormat()
  const hours = (value: number | null) =>
    value === null ? t('territories.size.unknownHours') : t('territories.hours', { hours: format.number(value) })
  const km = (value: number | null) => (value === null ? null : format.number(value, value < 10 ? 1 : 0))
  const hop = km(size.hopKm)
  const base = km(size.baseKm)
  const road = { circuity: format.number(settings.circuity, 2), speed: format.number(settings.speedKmh) }
  return (
    <Why
      title={t('territories.size.whyNeeded', { name: size.territoryName })}
      of={<span className="numbers">{format.number(size.sellersNeeded, 1)}</span>}
    >
      <WhySteps
        steps={[
          {
            key: 'calls',
            label: t('territories.size.columns.callHours'),
            note: t('territories.size.visitsNote', { visits: format.number(size.visits) }),
            value: hours(size.callHours)
          },
          {
            key: 'hops',
            label: t('territories.size.columns.hopHours'),
            note: hop === null ? undefined : t('territories.size.hopNote', { km: hop, ...road }),
            value: hours(size.hopHours)
          },
          {
            key: 'base',
            label: t('territories.size.columns.baseHours'),
            note:
              base === null
                ? undefined
                : t('territories.size.baseNote', {
                    km: base,
                    perDay: size.visitsPerDay === null ? '' : format.number(size.visitsPerDay, 1),
                    ...road
                  }),
            value: hours(size.baseHours)
          },
          { key: 'total', label: t('territories.size.columns.totalHours'), value: hours(size.totalHours) },
          { key: 'selling', label: t('territories.size.sellingHours'), value: hours(sizing.sellingHoursPerYear) },
          {
            key: 'result',
            label: t('territories.size.dividedBySelling'),
            value: format.number(size.sellersNeeded, 2),
            isResult: true
          }
        ]}
      />
      <WhyNote>{t('territories.size.estimate')}</WhyNote>
    </Why>
  )
}
