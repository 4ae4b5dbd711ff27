// Accounts that are probably one company, pair by pair and side by side: merged into either, or said to be different for good.
import { Button } from '@mantine/core'
import { IconEqualNot } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { AccountId, AccountPair } from '#shared/crm/types.ts'

export interface SimilarAccountsProps {
  readonly onAccount: (id: AccountId | undefined, title?: string) => void
}

export function SimilarAccounts({ onAccount }: SimilarAccountsProps) {
  const { t, tError } = useText()
  const query = useQuery('crm.listAccountPairs', {})
  const { run: merge, isBusy: isMerging } = useCommand('crm.mergeAccounts')
  const { run: keepApart, isBusy: isParting } = useCommand('crm.keepAccountsApart')
  const isBusy = isMerging || isParting
  const columns = useMemo((): Column<AccountPair>[] => {
    const reasons = (row: AccountPair) =>
      row.reasons.map((reason) => t(`import.identity.reasons.${reason}` as TextKey)).join(', ')
    const side = (row: AccountPair, which: 'left' | 'right') => {
      const [kept, merged] = which === 'left' ? [row.leftName, row.rightName] : [row.rightName, row.leftName]
      const [keepId, mergeId] = which === 'left' ? [row.leftId, row.rightId] : [row.rightId, row.leftId]
      const words = t('import.pairs.keepName', { kept, merged })
      return (
        <span className="kept-side">
          <button type="button" className="crm-link" title={kept} onClick={() => onAccount(keepId, kept)}>
            {kept}
          </button>
          <Button
            size="compact-xs"
            aria-label={words}
            title={words}
            disabled={isBusy}
            onClick={() => void merge({ keepId, mergeId })}
          >
            {t('import.pairs.keep')}
          </Button>
        </span>
      )
    }
    return [
      {
        key: 'left',
        header: t('import.pairs.left'),
        kind: 'custom',
        width: 245,
        value: (row) => row.leftName,
        render: (row) => side(row, 'left')
      },
      { key: 'leftDeals', header: t('import.pairs.deals'), kind: 'number', width: 66, value: (row) => row.leftDeals },
      {
        key: 'right',
        header: t('import.pairs.right'),
        kind: 'custom',
        width: 245,
        value: (row) => row.rightName,
        render: (row) => side(row, 'right')
      },
      { key: 'rightDeals', header: t('import.pairs.deals'), kind: 'number', width: 66, value: (row) => row.rightDeals },
      {
        key: 'similarity',
        header: t('import.pairs.similarity'),
        kind: 'percent',
        width: 70,
        value: (row) => row.similarity
      },
      { key: 'reasons', header: t('import.pairs.reasons'), kind: 'text', width: 130, value: reasons },
      {
        key: 'decide',
        header: t('import.pairs.decide'),
        kind: 'custom',
        width: 110,
        isSortable: false,
        value: () => null,
        render: (row) => (
          <Button
            size="compact-xs"
            leftSection={<IconEqualNot size={13} />}
            aria-label={t('import.pairs.differentNames', { left: row.leftName, right: row.rightName })}
            disabled={isBusy}
            onClick={() => void keepApart({ leftId: row.leftId, rightId: row.rightId })}
          >
            {t('import.pairs.different')}
          </Button>
        )
      }
    ]
  }, [t, merge, keepApart, isBusy, onAccount])
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  return (
    <>
      <p className="muted">{t('import.pairs.meaning')}</p>
      <DataTable
        label={t('import.pairs.title')}
        layoutName="account-pairs"
        columns={columns}
        rows={query.value ?? []}
        rowKey={(row) => `${row.leftId} ${row.rightId}`}
        isLoading={query.value === undefined}
        exportName="similar-accounts"
        empty={<EmptyState title={t('import.pairs.none')} />}
      />
    </>
  )
}
