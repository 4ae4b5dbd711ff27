// The table of deals: search over all of them in the engine, the newest ten thousand in the table.
import { SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPencilCheck, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { OpportunityId, OpportunityRow } from '#shared/crm/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import './crm.css'

const mostRows = 10_000
export const statusTones = { open: 'neutral', won: 'green', lost: 'amber' } as const

/** What a deal is called: its name, or where the CRM gives none, its id there. */
export const dealTitle = (deal: Pick<OpportunityRow, 'id' | 'name' | 'externalId'>): string =>
  deal.name ?? deal.externalId ?? `#${deal.id}`

/** The name, with a mark where a person has corrected something over the file. */
export function DealName({ deal }: { readonly deal: OpportunityRow }) {
  const { t } = useText()
  const title = dealTitle(deal)
  if (!deal.isCorrected) return <span title={title.length > 18 ? title : undefined}>{title}</span>
  return (
    <span className="crm-name" title={title}>
      {title}
      <IconPencilCheck size={13} className="crm-mark" role="img" aria-label={t('crm.correct.isCorrected')} />
    </span>
  )
}

export interface DealsProps {
  readonly selected: OpportunityId | undefined
  readonly onSelect: (id: OpportunityId | undefined, title?: string) => void
}

export function Deals({ selected, onSelect }: DealsProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const [status, setStatus] = useState<StageStatus | 'all'>('all')
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), 250)
  const query = useQuery('crm.listOpportunities', {
    filter: { ...(status === 'all' ? {} : { status }), ...(wanted === '' ? {} : { text: wanted }) },
    limit: mostRows
  })
  // Amounts of several currencies are told apart, on the screen and in what is exported.
  const isMixed = query.value?.rows.some((row) => row.currency !== currency) ?? false
  const columns = useMemo((): Column<OpportunityRow>[] => {
    return [
      {
        key: 'deal',
        header: t('crm.deal'),
        kind: 'text',
        width: 125,
        value: dealTitle,
        render: (row) => <DealName deal={row} />
      },
      {
        key: 'account',
        header: t('crm.account'),
        kind: 'text',
        width: 150,
        value: (row) => row.accountName,
        missing: t('crm.noAccount'),
        isGroupable: true
      },
      {
        key: 'seller',
        header: t('crm.seller'),
        kind: 'text',
        width: 150,
        value: (row) => row.sellerName,
        missing: t('crm.noSeller'),
        isGroupable: true
      },
      {
        key: 'product',
        header: t('crm.product'),
        kind: 'text',
        width: 125,
        value: (row) => row.productName,
        missing: t('crm.noProduct'),
        isGroupable: true
      },
      {
        key: 'stage',
        header: t('crm.stage'),
        kind: 'text',
        width: 115,
        value: (row) => row.stageName,
        render: (row) => <Tag tone={statusTones[row.status]}>{row.stageName}</Tag>,
        isGroupable: true
      },
      {
        key: 'amount',
        header: t('crm.amount'),
        kind: 'money',
        width: 115,
        currency: (row) => row.currency,
        value: (row) => row.amountMinor,
        missing: t('crm.noAmount'),
        total: 'sum'
      },
      {
        key: 'currency',
        header: t('crm.currency'),
        kind: 'text',
        width: 84,
        value: (row) => row.currency,
        isHiddenAtFirst: !isMixed,
        isGroupable: true
      },
      {
        key: 'created',
        header: t('crm.created'),
        kind: 'date',
        width: 110,
        value: (row) => row.createdOn,
        missing: t('crm.noDate')
      },
      {
        key: 'close',
        header: t('crm.close'),
        kind: 'date',
        width: 115,
        value: (row) => row.closeOn,
        missing: t('crm.noDate')
      },
      {
        key: 'externalId',
        header: t('crm.externalId'),
        kind: 'text',
        value: (row) => row.externalId,
        isHiddenAtFirst: true
      },
      {
        key: 'leadSource',
        header: t('crm.leadSource'),
        kind: 'text',
        value: (row) => row.leadSource,
        isHiddenAtFirst: true,
        isGroupable: true
      },
      {
        key: 'home',
        header: t('crm.homeColumn'),
        kind: 'money',
        width: 125,
        currency,
        value: (row) => row.homeMinor,
        missing: (row) => t(row.amountMinor === null ? 'crm.noAmount' : 'crm.noRate'),
        total: 'sum',
        isHiddenAtFirst: true
      },
      {
        key: 'probability',
        header: t('crm.probability'),
        kind: 'percent',
        value: (row) => row.probabilityRatio,
        missing: t('crm.notGiven'),
        isHiddenAtFirst: true
      },
      {
        key: 'category',
        header: t('crm.category'),
        kind: 'text',
        value: (row) => row.forecastCategory,
        missing: t('crm.notGiven'),
        isHiddenAtFirst: true,
        isGroupable: true
      },
      {
        key: 'lastActivity',
        header: t('crm.lastActivity'),
        kind: 'date',
        value: (row) => row.lastActivityOn,
        missing: t('crm.noDate'),
        isHiddenAtFirst: true
      },
      {
        key: 'lossReason',
        header: t('crm.lossReason'),
        kind: 'text',
        value: (row) => row.lossReason,
        missing: t('crm.notGiven'),
        isHiddenAtFirst: true,
        isGroupable: true
      },
      {
        key: 'corrected',
        header: t('crm.correct.column'),
        kind: 'text',
        value: (row) => t(row.isCorrected ? 'crm.correct.yes' : 'crm.correct.no'),
        isHiddenAtFirst: true,
        isGroupable: true
      }
    ]
  }, [t, currency, isMixed])
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const rows = query.value?.rows ?? []
  const total = query.value?.total ?? 0
  const statuses = (['all', 'open', 'won', 'lost'] as const).map((value) => ({
    value,
    label: value === 'all' ? t('crm.allStatuses') : t(`crm.status.${value}`)
  }))
  const isCut = total > rows.length && rows.length > 0
  return (
    <>
      {isCut ? (
        <p className="muted small">
          {t('crm.newestOnly', { shown: format.number(rows.length), total: format.number(total) })}
        </p>
      ) : null}
      <DataTable
        label={t('crm.deals')}
        layoutName="deals"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        isLoading={query.value === undefined}
        selectedKey={selected}
        onSelect={(row) => onSelect(row?.id, row && dealTitle(row))}
        search={false}
        exportName="deals"
        totals={total > 0 ? t('crm.total', { count: rows.length }) : undefined}
        initialSort={[{ column: 'close', isDescending: true }]}
        empty={<p className="muted crm-none">{t('crm.noDeals')}</p>}
        tools={
          <>
            <TextInput
              size="xs"
              aria-label={t('crm.searchAll')}
              placeholder={t('crm.searchAll')}
              leftSection={<IconSearch size={14} />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              data-table-filter
            />
            <SegmentedControl
              size="xs"
              aria-label={t('crm.statusFilter')}
              data={statuses}
              value={status}
              onChange={(value) => setStatus(value)}
            />
          </>
        }
      />
    </>
  )
}
