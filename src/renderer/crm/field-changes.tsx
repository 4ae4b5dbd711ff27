// One field of a deal before and after an export, in words: amounts as money, days as dates, names as they are.
import { useMemo } from 'react'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import type { FieldChange } from '#shared/import/types.ts'
import { parseIsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

const fieldKeys: Readonly<Record<string, TextKey>> = {
  stage: 'crm.stage',
  amount: 'crm.amount',
  amountMinor: 'crm.amount',
  currency: 'crm.currency',
  closeOn: 'crm.close',
  createdOn: 'crm.created',
  seller: 'crm.seller',
  account: 'crm.account',
  product: 'crm.product',
  name: 'crm.name',
  leadSource: 'crm.leadSource',
  isNewBusiness: 'crm.business',
  probabilityRatio: 'crm.probability',
  forecastCategory: 'crm.category',
  lastActivityOn: 'crm.lastActivity',
  lossReason: 'crm.lossReason',
  externalId: 'crm.externalId'
}

/** Fields are named as the columns of deals are; an amount is told by its kind, not by its size. */
const moneyFields = new Set(['amount', 'amountMinor'])

export function useChangeWords() {
  const { t } = useText()
  const format = useFormat()
  return useMemo(() => {
    // A further column of the file is named by its header.
    const field = (name: string): string => {
      const key = fieldKeys[name]
      return key === undefined ? name : t(key)
    }
    const value = (change: FieldChange, side: 'before' | 'after', currency: CurrencyCode): string | null => {
      const held = change[side]
      if (held === null || held === '') return null
      if (typeof held === 'number') {
        if (moneyFields.has(change.field)) return format.money(held, currency)
        if (change.field.endsWith('Ratio')) return format.percent(held, 1)
        // A flag comes as 1 or 0.
        if (change.field === 'isNewBusiness') return t(held === 1 ? 'crm.newBusiness' : 'crm.existingBusiness')
        return format.number(held)
      }
      const date = change.field.endsWith('On') ? parseIsoDate(held) : undefined
      return date === undefined ? held : format.date(date)
    }
    const line = (change: FieldChange, currency: CurrencyCode): string => {
      const empty = t('crm.history.empty')
      const [before, after] = [value(change, 'before', currency), value(change, 'after', currency)]
      return `${field(change.field)}: ${before ?? empty} → ${after ?? empty}`
    }
    return { field, value, line }
  }, [t, format])
}

export interface FieldChangesProps {
  readonly changes: readonly FieldChange[]
  readonly currency: CurrencyCode
}

export function FieldChanges({ changes, currency }: FieldChangesProps) {
  const { t } = useText()
  const words = useChangeWords()
  return (
    <ul className="crm-changes">
      {changes.map((change) => (
        <li key={change.field}>
          <span className="muted">{words.field(change.field)}</span>{' '}
          <span>{words.value(change, 'before', currency) ?? <Missing reason={t('crm.history.empty')} />}</span>
          <span aria-hidden="true"> → </span>
          <span>{words.value(change, 'after', currency) ?? <Missing reason={t('crm.history.empty')} />}</span>
        </li>
      ))}
    </ul>
  )
}
