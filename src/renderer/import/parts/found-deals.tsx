// Deals that a quality rule found, corrected in their cells or several at once with one reason; duplicates and vanished ones can be taken out.
import { useMemo, useState } from 'react'
import { type CellCorrection, CorrectDialog } from '#renderer/crm/correct-dialog.tsx'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type Column, type ColumnEdit, DataTable, type RowKey } from '#renderer/ui/data-table.tsx'
import type { CorrectableField, OpportunityId } from '#shared/crm/types.ts'
import type { QualityFindingRow } from '#shared/import/types.ts'
import { detailColumns } from './finding-detail.ts'

export interface FoundDealsProps {
  readonly rule: string
  readonly rows: readonly QualityFindingRow[]
  readonly selected: OpportunityId | undefined
  readonly onDeal: (id: OpportunityId | undefined, title?: string) => void
}

/** Rules whose deals may be better gone than corrected. */
const removableRules = new Set(['probableDuplicate', 'vanished', 'duplicateId'])

/** What a correction of several deals most probably is about. */
const fieldOfRule: Readonly<Record<string, CorrectableField>> = {
  noSeller: 'sellerId',
  inactiveSeller: 'sellerId',
  noAccount: 'accountId',
  wonWithoutDate: 'closeOn',
  wonInFuture: 'closeOn',
  openPastDate: 'closeOn',
  openWithoutDate: 'closeOn',
  closeBeforeCreated: 'closeOn',
  staleOpen: 'stageId',
  stageRegression: 'stageId',
  vanished: 'stageId',
  currencyWithoutRate: 'currency'
}

export function FoundDeals({ rule, rows, selected, onDeal }: FoundDealsProps) {
  const { t } = useText()
  const { settings } = useSession()
  const [checked, setChecked] = useState<ReadonlySet<RowKey>>(new Set())
  const [cells, setCells] = useState<readonly CellCorrection[]>()
  const [isCorrecting, setCorrecting] = useState(false)
  const remove = useCommand('crm.removeDeals')
  const columns = useDealColumns(rule, rows, setCells)
  const ids = (some: readonly QualityFindingRow[]): OpportunityId[] =>
    some.flatMap((row) => (row.opportunityId === null ? [] : [row.opportunityId]))
  const ticked = rows.filter((row, at) => checked.has(keyOf(row, at)))
  const takeOut = async () => {
    const reply = await remove.run({ opportunityIds: ids(ticked) })
    if (reply.ok) setChecked(new Set())
  }
  const places = useMemo(() => new Map(rows.map((row, at) => [row, keyOf(row, at)])), [rows])
  return (
    <>
      <DataTable
        label={t('crm.deals')}
        layoutName="quality-deals"
        columns={columns}
        rows={rows}
        rowKey={(row) => places.get(row) ?? row.label}
        selectedKey={selected}
        onSelect={(row) => (row?.opportunityId ? onDeal(row.opportunityId, row.label) : undefined)}
        onEditMany={(edits) =>
          setCells(
            edits.flatMap((edit) => {
              const field = fieldOfColumn[edit.column]
              const id = edit.row.opportunityId
              return field === undefined || id === null
                ? []
                : [{ opportunityId: id, field, value: heldValue(field, edit.value) }]
            })
          )
        }
        checkedKeys={checked}
        onCheck={setChecked}
        checkedActions={[
          { label: t('import.found.correct'), onRun: () => setCorrecting(true) },
          ...(removableRules.has(rule)
            ? [{ label: t('import.found.takeOut'), isBusy: remove.isBusy, onRun: () => void takeOut() }]
            : [])
        ]}
        exportName={`quality-${rule}`}
        totals={t('crm.total', { count: rows.length })}
      />
      {isCorrecting ? (
        <CorrectDialog
          deals={ticked.flatMap((row) =>
            row.opportunityId === null ? [] : [{ id: row.opportunityId, currency: row.currency }]
          )}
          firstField={fieldOfRule[rule]}
          homeCurrency={settings.currency}
          onClose={(isDone) => {
            setCorrecting(false)
            if (isDone) setChecked(new Set())
          }}
        />
      ) : null}
      {cells !== undefined && cells.length > 0 ? (
        <CorrectDialog deals={[]} cells={cells} homeCurrency={settings.currency} onClose={() => setCells(undefined)} />
      ) : null}
    </>
  )
}

/** A deal may be found twice by one rule (two slips): the place tells the rows apart, the first keeps the deal's own id. */
const keyOf = (row: QualityFindingRow, at: number): RowKey => row.opportunityId ?? `row ${at}`

const fieldOfColumn: Readonly<Record<string, CorrectableField>> = {
  account: 'accountId',
  seller: 'sellerId',
  stage: 'stageId',
  amount: 'amountMinor',
  created: 'createdOn',
  close: 'closeOn'
}

/** Lists give ids as text. */
const heldValue = (field: CorrectableField, value: string | number | null): string | number | null =>
  value !== null && field.endsWith('Id') ? Number(value) : value

function useDealColumns(
  rule: string,
  rows: readonly QualityFindingRow[],
  onCells: (cells: readonly CellCorrection[]) => void
): readonly Column<QualityFindingRow>[] {
  const { t } = useText()
  const { asOf, settings } = useSession()
  const accounts = useQuery('crm.listAccounts', {})
  const sellers = useQuery('people.listSellers', { on: asOf })
  const stages = useQuery('playbook.listStages', {})
  return useMemo((): Column<QualityFindingRow>[] => {
    const options = (list: readonly { id: number; name: string }[] | undefined) => {
      const made = (list ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
      return () => made
    }
    const edit = (
      field: CorrectableField,
      how: Omit<ColumnEdit<QualityFindingRow>, 'commit'>
    ): ColumnEdit<QualityFindingRow> => ({
      ...how,
      canEdit: (row) => row.opportunityId !== null,
      commit: (row, value) =>
        row.opportunityId === null
          ? undefined
          : onCells([{ opportunityId: row.opportunityId, field, value: heldValue(field, value) }])
    })
    return [
      { key: 'deal', header: t('crm.deal'), kind: 'text', width: 200, value: (row) => row.label },
      ...detailColumns(rule, rows, t),
      {
        key: 'account',
        header: t('crm.account'),
        kind: 'text',
        width: 150,
        value: (row) => row.accountName,
        missing: t('crm.noAccount'),
        isGroupable: true,
        edit: edit('accountId', { kind: 'select', options: options(accounts.value) })
      },
      {
        key: 'seller',
        header: t('crm.seller'),
        kind: 'text',
        width: 140,
        value: (row) => row.sellerName,
        missing: t('crm.noSeller'),
        isGroupable: true,
        edit: edit('sellerId', { kind: 'select', options: options(sellers.value) })
      },
      {
        key: 'stage',
        header: t('crm.stage'),
        kind: 'text',
        width: 120,
        value: (row) => row.stageName,
        isGroupable: true,
        edit: edit('stageId', { kind: 'select', isRequired: true, options: options(stages.value) })
      },
      {
        key: 'amount',
        header: t('crm.amount'),
        kind: 'money',
        width: 120,
        currency: (row) => row.currency ?? settings.currency,
        value: (row) => row.amountMinor,
        missing: t('crm.noAmount'),
        total: 'sum',
        edit: edit('amountMinor', { kind: 'money' })
      },
      {
        key: 'currency',
        header: t('crm.currency'),
        kind: 'text',
        width: 84,
        value: (row) => row.currency,
        isHiddenAtFirst: rows.every((row) => row.currency === settings.currency),
        isGroupable: true
      },
      {
        key: 'created',
        header: t('crm.created'),
        kind: 'date',
        width: 115,
        value: (row) => row.createdOn,
        missing: t('crm.noDate'),
        edit: edit('createdOn', { kind: 'date' })
      },
      {
        key: 'close',
        header: t('crm.close'),
        kind: 'date',
        width: 115,
        value: (row) => row.closeOn,
        missing: t('crm.noDate'),
        edit: edit('closeOn', { kind: 'date' })
      }
    ]
  }, [t, rule, rows, settings.currency, accounts.value, sellers.value, stages.value, onCells])
}
