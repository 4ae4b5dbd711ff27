// Accounts of a territory, or the unassigned ones, with why each lies where it does; ticked ones are moved or unassigned together.
import { type ReactNode, useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable, type RowKey } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { AccountId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type { AccountField, TerritoryAccountRow, TerritoryId, TerritoryOverview } from '#shared/territories/types.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { unitOf } from './show-measure.ts'
import { useReasonWords, WhyHere } from './why-here.tsx'

/** Null: the unassigned ones; undefined: all. */
export type AccountsOf = TerritoryId | null | undefined

interface AccountTableProps {
  readonly scenarioId: ScenarioId
  readonly overview: TerritoryOverview
  readonly settings: TerritorySettings
  readonly of: AccountsOf
  /** Only these of them: those a check named. */
  readonly only?: readonly AccountId[] | undefined
  readonly isLocked: boolean
  /** Which accounts are listed: beside the filter box. */
  readonly tools: ReactNode
}

const fields: readonly AccountField[] = ['region', 'country', 'industry', 'segment']

export function AccountTable({ scenarioId, overview, settings, of, only, isLocked, tools }: AccountTableProps) {
  const { t } = useText()
  const [checked, setChecked] = useState<ReadonlySet<RowKey>>(new Set())
  const [isAssigning, setAssigning] = useState(false)
  const unassign = useCommand('territories.unassign')
  const { fromOn, toOn, onDate, currency, territories } = overview
  const query = useQuery('territories.listAccounts', { scenarioId, territoryId: of, onDate, fromOn, toOn })
  const rows = useMemo(() => {
    const listed = query.value ?? []
    return only === undefined ? listed : listed.filter((row) => only.includes(row.accountId))
  }, [query.value, only])
  const words = useReasonWords(rows)
  // Rows that are gone from the list (moved by the last command) are no longer ticked.
  const ticked = rows.filter((row) => checked.has(row.accountId))
  const isLeaf = territories.some((each) => each.id === of && each.isLeaf)
  const columns = useMemo((): Column<TerritoryAccountRow>[] => {
    const hasField = (field: AccountField) => rows.some((row) => row[field] !== null)
    return [
      {
        key: 'name',
        header: t('territories.accounts.columns.name'),
        kind: 'text',
        width: 180,
        value: (row) => row.accountName
      },
      {
        key: 'why',
        header: t(of === null ? 'territories.accounts.columns.hint' : 'territories.accounts.columns.why'),
        kind: 'custom',
        align: 'left',
        width: 140,
        value: words.place,
        text: words.place,
        render: (row) => <WhyHere scenarioId={scenarioId} row={row} currency={currency} words={words} />
      },
      ...(of === null || isLeaf
        ? []
        : [
            {
              key: 'territory',
              header: t('territories.accounts.columns.territory'),
              kind: 'text' as const,
              width: 124,
              value: (row: TerritoryAccountRow) => row.territoryName,
              missing: t('territories.source.none'),
              isGroupable: true
            }
          ]),
      {
        key: 'revenue',
        header: t('territories.accounts.columns.revenue'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.wonMinor,
        total: 'sum'
      },
      {
        key: 'openPipeline',
        header: t('territories.accounts.columns.openPipeline'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.openMinor,
        total: 'sum'
      },
      {
        key: 'workload',
        header: t('territories.columns.workload'),
        unit: t('territories.columns.hours'),
        kind: 'number',
        digits: 1,
        width: 96,
        isHiddenAtFirst: true,
        value: (row) => (row.withoutWorkload > 0 ? null : row.workloadHours),
        missing: t('territories.unknown.noNorm'),
        total: 'sum'
      },
      {
        key: 'potential',
        header: t('territories.columns.potential'),
        ...(unitOf('potential', settings) === 'money'
          ? { kind: 'money' as const, currency }
          : { kind: 'number' as const }),
        width: 104,
        isHiddenAtFirst: true,
        value: (row) => (row.withoutPotential > 0 ? null : row.potential),
        missing: t(
          settings.potentialField === null ? 'territories.unknown.noPotentialField' : 'territories.unknown.noPotential'
        ),
        total: 'sum'
      },
      {
        key: 'overlays',
        header: t('territories.accounts.columns.overlays'),
        kind: 'text',
        width: 124,
        isHiddenAtFirst: true,
        value: (row) => row.overlayNames.join(', ') || null,
        missing: t('territories.accounts.noOverlay')
      },
      ...fields.filter(hasField).map((field) => ({
        key: field,
        header: t(`territories.accounts.columns.${field}`),
        kind: 'text' as const,
        isHiddenAtFirst: true,
        width: 120,
        value: (row: TerritoryAccountRow) => row[field],
        missing: t('territories.accounts.unknown'),
        isGroupable: true
      }))
    ]
  }, [t, words, of, isLeaf, scenarioId, settings, currency, rows])
  return (
    <>
      <DataTable
        label={t('territories.accounts.title')}
        layoutName={of === null ? 'territory-accounts-unassigned' : 'territory-accounts'}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.accountId}
        isLoading={query.value === undefined}
        totals={t('territories.accounts.total')}
        exportName="territory-accounts"
        tools={tools}
        isCompact
        empty={
          <EmptyState title={t(of === null ? 'territories.accounts.noneUnassigned' : 'territories.accounts.none')} />
        }
        {...(isLocked
          ? {}
          : {
              checkedKeys: checked,
              onCheck: setChecked,
              checkedActions: [
                {
                  label: t('territories.accounts.assign'),
                  onRun: () => setAssigning(true),
                  isDisabled: ticked.length === 0 || territories.length === 0
                },
                ...(of === null
                  ? []
                  : [
                      {
                        label: t('territories.accounts.unassign'),
                        isDisabled: ticked.length === 0,
                        isBusy: unassign.isBusy,
                        onRun: () => {
                          void unassign.run({ scenarioId, accountIds: ticked.map((row) => row.accountId) })
                          setChecked(new Set())
                        }
                      }
                    ])
              ]
            })}
      />
      {isAssigning ? (
        <AssignDialog
          scenarioId={scenarioId}
          accountIds={ticked.map((row) => row.accountId)}
          territories={territories}
          onClose={(isDone) => {
            setAssigning(false)
            if (isDone) setChecked(new Set())
          }}
        />
      ) : null}
    </>
  )
}
