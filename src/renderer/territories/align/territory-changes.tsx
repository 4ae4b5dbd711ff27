// Each territory before and after a plan: its load against its target, what it holds, and how far its seller travels.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import type { Column } from '#renderer/ui/table/types.ts'
import type { AlignedTerritory, AlignmentDraft } from '#shared/territories/alignment-types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { getMeasure } from '#shared/territories/measures/index.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { useShowMeasure } from '../parts/show-measure.ts'

interface TerritoryChangesProps {
  readonly draft: AlignmentDraft
  readonly currency: CurrencyCode
  readonly settings: TerritorySettings
}

const changeOf = ({ visitKmBefore, visitKmAfter }: AlignedTerritory): number | null =>
  visitKmBefore === null || visitKmAfter === null ? null : visitKmAfter - visitKmBefore

export function TerritoryChanges({ draft, currency, settings }: TerritoryChangesProps) {
  const { t } = useText()
  const format = useFormat()
  const show = useShowMeasure(currency, settings)
  const measureId = draft.request.balance
  const columns = useMemo((): Column<AlignedTerritory>[] => {
    const { read } = getMeasure(measureId)
    const amount = (key: 'before' | 'after'): Column<AlignedTerritory> => ({
      key: `load-${key}`,
      header: t(`territories.align.columns.load.${key}`, { measure: t(`territories.measures.${measureId}`) }),
      kind: 'custom',
      align: 'right',
      value: (row) => read(row[key]),
      text: (row) => show(measureId, read(row[key])),
      render: (row) => <span className="numbers">{show(measureId, read(row[key]))}</span>,
      width: 130
    })
    const deviation = (key: 'deviationBefore' | 'deviationAfter'): Column<AlignedTerritory> => ({
      key,
      header: t(`territories.align.columns.${key}`),
      kind: 'percent',
      digits: 1,
      isSigned: true,
      value: (row) => row[key],
      missing: t('territories.even.noMeaning'),
      render: (row) => {
        const value = row[key]
        const isOutside =
          value !== null && draft.request.bandRatio !== null && Math.abs(value) > draft.request.bandRatio + 1e-9
        return (
          <span className={isOutside ? 'numbers tone-amber' : 'numbers'}>
            {value === null ? '–' : format.signedPercent(value, 1)}
          </span>
        )
      },
      width: 110
    })
    return [
      {
        key: 'territory',
        header: t('territories.align.columns.territory'),
        kind: 'text',
        value: (row) => row.territoryName,
        width: 180
      },
      amount('before'),
      deviation('deviationBefore'),
      amount('after'),
      deviation('deviationAfter'),
      {
        key: 'accounts-before',
        header: t('territories.align.columns.accountsBefore'),
        kind: 'number',
        value: (row) => row.before.accounts,
        total: 'sum',
        width: 100
      },
      {
        key: 'accounts-after',
        header: t('territories.align.columns.accountsAfter'),
        kind: 'number',
        value: (row) => row.after.accounts,
        total: 'sum',
        width: 100
      },
      {
        key: 'visitKm',
        header: t('territories.align.columns.visitKmChange'),
        kind: 'number',
        digits: 0,
        value: changeOf,
        render: (row) => {
          const change = changeOf(row)
          return change === null ? (
            <Missing reason={t('territories.align.factUnknown')} />
          ) : (
            <span className="numbers">{format.signedNumber(change)}</span>
          )
        },
        total: 'sum',
        width: 120
      }
    ]
  }, [t, format, show, measureId, draft])
  return (
    <DataTable
      label={t('territories.align.territoriesTable')}
      layoutName="territory-changes"
      columns={columns}
      rows={draft.territories}
      rowKey={(row) => row.territoryId}
      totals={t('territories.align.territoriesTotal', { count: draft.territories.length })}
      exportName="territory-plan"
    />
  )
}
