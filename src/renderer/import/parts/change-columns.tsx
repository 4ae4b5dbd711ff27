// The columns of a table of deals that an import changes: which deal, what happened to it, and each field before and after.
import { useMemo } from 'react'
import { useChangeWords } from '#renderer/crm/field-changes.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Column } from '#renderer/ui/data-table.tsx'
import type { DealChange } from '#shared/import/types.ts'

export function useChangeColumns(): Column<DealChange>[] {
  const { t } = useText()
  const { line, field, value } = useChangeWords()
  return useMemo((): Column<DealChange>[] => {
    const kindWords = (row: DealChange) => row.kinds.map((each) => t(`import.changeKinds.${each}`)).join(', ')
    const whole = (row: DealChange) => row.changes.map((change) => line(change, row.currency)).join('; ')
    return [
      { key: 'deal', header: t('crm.deal'), kind: 'text', width: 160, value: (row) => row.label },
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
        width: 140,
        value: (row) => row.sellerName,
        missing: t('crm.noSeller'),
        isGroupable: true
      },
      { key: 'kinds', header: t('import.changes.what'), kind: 'text', width: 150, value: kindWords, isGroupable: true },
      {
        key: 'before',
        header: t('import.changes.before'),
        kind: 'money',
        currency: (row) => row.currency,
        value: (row) => row.beforeMinor,
        missing: t('crm.noAmount')
      },
      {
        key: 'now',
        header: t('import.changes.now'),
        kind: 'money',
        currency: (row) => row.currency,
        value: (row) => row.amountMinor,
        missing: t('crm.noAmount')
      },
      {
        key: 'changes',
        header: t('import.changes.fields'),
        kind: 'text',
        width: 360,
        value: whole,
        render: (row) => (
          <span className="kept-changes" title={whole(row)}>
            {row.changes.map((change) => (
              <span key={change.field}>
                <span className="muted">{field(change.field)} </span>
                {value(change, 'before', row.currency) ?? '—'} → {value(change, 'after', row.currency) ?? '—'}
              </span>
            ))}
          </span>
        )
      }
    ]
  }, [t, line, field, value])
}
