// The controls with which a value of a deal is corrected: one for each field, in the field's own way of being typed or chosen.
import { Autocomplete, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { CurrencyField, DateField, MoneyField } from '#renderer/ui/fields.tsx'
import type { CorrectableField } from '#shared/crm/types.ts'
import { parseIsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, parseCurrencyCode } from '#shared/units/money.ts'

export type FieldValue = string | number | null

export const correctableFields: readonly CorrectableField[] = [
  'amountMinor',
  'closeOn',
  'stageId',
  'sellerId',
  'accountId',
  'productId',
  'createdOn',
  'currency',
  'name'
]

const fieldKeys: Readonly<Record<CorrectableField, TextKey>> = {
  name: 'crm.name',
  accountId: 'crm.account',
  productId: 'crm.product',
  sellerId: 'crm.seller',
  stageId: 'crm.stage',
  amountMinor: 'crm.amount',
  currency: 'crm.currency',
  createdOn: 'crm.created',
  closeOn: 'crm.close'
}

export const correctableWords = (t: (key: TextKey) => string, field: CorrectableField): string => t(fieldKeys[field])

export interface FieldControlProps {
  readonly field: CorrectableField
  readonly value: FieldValue
  readonly currency: CurrencyCode
  readonly onChange: (value: FieldValue) => void
}

export function FieldControl({ field, value, currency, onChange }: FieldControlProps) {
  const { t } = useText()
  const label = correctableWords(t, field)
  switch (field) {
    case 'name':
      return (
        <TextInput
          aria-label={label}
          value={value === null ? '' : String(value)}
          maxLength={500}
          onChange={(event) => onChange(event.currentTarget.value.trim() === '' ? null : event.currentTarget.value)}
        />
      )
    case 'amountMinor':
      return (
        <MoneyField
          label={label}
          isLabelHidden
          value={typeof value === 'number' ? value : null}
          currency={currency}
          onChange={onChange}
        />
      )
    case 'currency':
      return (
        <CurrencyField
          label={label}
          isLabelHidden
          value={parseCurrencyCode(String(value ?? '')) ?? null}
          onChange={onChange}
        />
      )
    case 'createdOn':
    case 'closeOn':
      return (
        <DateField label={label} isLabelHidden value={parseIsoDate(String(value ?? '')) ?? null} onChange={onChange} />
      )
    case 'accountId':
      return <AccountControl label={label} value={value} onChange={onChange} />
    case 'productId':
      return <ProductControl label={label} value={value} onChange={onChange} />
    case 'sellerId':
      return <SellerControl label={label} value={value} onChange={onChange} />
    case 'stageId':
      return <StageControl label={label} value={value} onChange={onChange} />
  }
}

interface ChoiceProps {
  readonly label: string
  readonly value: FieldValue
  readonly onChange: (value: FieldValue) => void
}

/** Thousands of names: only those that match what is typed are drawn. */
const mostOffered = 60

function Choice({
  label,
  value,
  onChange,
  options,
  isClearable = true
}: ChoiceProps & { readonly options: readonly { id: number; name: string }[]; readonly isClearable?: boolean }) {
  const { t } = useText()
  const data = useMemo(() => namesApart(options), [options])
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      clearable={isClearable}
      clearButtonProps={{ 'aria-label': t('crm.correct.empty') }}
      limit={mostOffered}
      nothingFoundMessage={t('crm.correct.noMatch')}
      data={data}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
    />
  )
}

/** Two rows of one name are told apart by their number: a list must not offer the same words twice. */
function namesApart(options: readonly { id: number; name: string }[]): { value: string; label: string }[] {
  const counts = new Map<string, number>()
  for (const { name } of options) counts.set(name, (counts.get(name) ?? 0) + 1)
  return options.map(({ id, name }) => ({
    value: String(id),
    label: (counts.get(name) ?? 0) > 1 ? `${name} (#${id})` : name
  }))
}

export function AccountControl(props: ChoiceProps) {
  const query = useQuery('crm.listAccounts', {})
  return <Choice {...props} options={query.value ?? []} />
}

function ProductControl(props: ChoiceProps) {
  const query = useQuery('crm.listProducts', {})
  return <Choice {...props} options={query.value ?? []} />
}

function SellerControl(props: ChoiceProps) {
  const { asOf } = useSession()
  const query = useQuery('people.listSellers', { on: asOf })
  return <Choice {...props} options={query.value ?? []} />
}

function StageControl(props: ChoiceProps) {
  const query = useQuery('playbook.listStages', {})
  return <Choice {...props} options={query.value ?? []} isClearable={false} />
}

const mostReasons = 20

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (reason: string) => void
  /** The first thing asked for in a dialog. */
  readonly isFirst?: boolean
}

/** Why a value is corrected; reasons given before are offered, as the same fault is often found many times. */
export function ReasonField({ value, onChange, isFirst = false }: ReasonFieldProps) {
  const { t } = useText()
  const corrections = useQuery('crm.listCorrections', {})
  const reasons = useMemo(
    () => [...new Set((corrections.value ?? []).map((each) => each.reason))].slice(0, mostReasons),
    [corrections.value]
  )
  return (
    <Autocomplete
      label={t('crm.correct.reason')}
      placeholder={t('crm.correct.reasonExample')}
      data={reasons}
      value={value}
      maxLength={500}
      onChange={onChange}
      {...(isFirst ? { 'data-autofocus': true } : {})}
    />
  )
}
