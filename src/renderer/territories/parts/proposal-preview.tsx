// What a rule would do: its territories with what they would hold, what moves, what goes, and the accounts it leaves out with the reason.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { ProposalPreview } from '#shared/territories/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { useReasonWords } from './why-here.tsx'
import './territories.css'

type ProposedRow = ProposalPreview['territories'][number]

interface ProposalPreviewProps {
  readonly preview: ProposalPreview
  readonly currency: CurrencyCode
}

/** With more left out than this the list says how many more there are. */
const mostListed = 100

export function ProposalPreviewPart({ preview, currency }: ProposalPreviewProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useReasonWords()
  const columns = useMemo(
    (): Column<ProposedRow>[] => [
      {
        key: 'name',
        header: t('territories.propose.columns.name'),
        kind: 'text',
        width: 180,
        value: (row) => row.name,
        render: (row) => (
          <>
            {row.name} {row.isNew ? <Tag tone="accent">{t('territories.propose.isNew')}</Tag> : null}
          </>
        )
      },
      {
        key: 'accounts',
        header: t('territories.propose.columns.accounts'),
        kind: 'number',
        width: 90,
        value: (row) => row.accounts,
        total: 'sum'
      },
      {
        key: 'revenue',
        header: t('territories.propose.columns.revenue'),
        kind: 'money',
        currency,
        width: 130,
        value: (row) => row.wonMinor,
        total: 'sum'
      },
      {
        key: 'sellers',
        header: t('territories.propose.columns.sellers'),
        kind: 'number',
        width: 100,
        value: (row) => row.sellers,
        total: 'sum'
      }
    ],
    [t, currency]
  )
  if (preview.territories.length === 0) return <p className="muted">{t('territories.propose.nothing')}</p>
  const said = [
    t('territories.propose.placed', { count: preview.placed }),
    ...(preview.moved > 0 ? [t('territories.propose.moved', { count: preview.moved })] : []),
    ...(preview.keptManual > 0 ? [t('territories.propose.kept', { count: preview.keptManual })] : [])
  ]
  const { unplaced } = preview
  return (
    <div className="propose-preview">
      <p>
        {said.join(', ')}. <Soundness of={['bookings', 'credit']} isNamed />
      </p>
      <DataTable
        label={t('territories.propose.title')}
        layoutName="territory-proposal"
        columns={columns}
        rows={preview.territories}
        rowKey={(row) => row.key}
        height={Math.min(260, 76 + preview.territories.length * 32)}
        search={false}
        totals={t('territories.all')}
      />
      {preview.removedNames.length > 0 ? (
        <p className="muted">{t('territories.propose.removed', { names: format.list(preview.removedNames) })}</p>
      ) : null}
      {unplaced.length > 0 ? (
        <>
          <p>{t('territories.propose.unplaced', { count: unplaced.length })}:</p>
          <ul className="propose-unplaced">
            {unplaced.slice(0, mostListed).map((each) => (
              <li key={each.accountId}>
                {each.accountName}: {words.reason(each.reason)}
              </li>
            ))}
            {unplaced.length > mostListed ? <li>… {format.number(unplaced.length - mostListed)}</li> : null}
          </ul>
        </>
      ) : null}
    </div>
  )
}
