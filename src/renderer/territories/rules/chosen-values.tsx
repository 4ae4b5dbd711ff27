// Values a condition compares with, chosen from lists: the values of a field with how many accounts have each, products, and named accounts.
import { Button, MultiSelect, NativeSelect } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { FieldValue, RuleCondition } from '#shared/territories/rule-types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { RuleWords } from './words.ts'

export interface ValuesProps<Kind extends RuleCondition['kind']> {
  readonly condition: Extract<RuleCondition, { kind: Kind }>
  readonly accounts: number
  readonly words: RuleWords
  readonly isDisabled: boolean
  readonly onCount: (count: number | null) => void
  readonly onChange: (condition: RuleCondition) => void
}

/** A long list is searched, not scrolled. */
const mostListed = 100
/** More named accounts than this are counted, not listed. */
const mostNamed = 200

/** The spelling that most accounts have where case and accents make no difference; codes as they are. */
const kept = ({ value, label }: FieldValue): string => (nameKey(value) === nameKey(label) ? label : value)

type Comparison = 'is' | 'isNot' | 'filled' | 'empty'

export function TextValues({
  condition,
  accounts,
  words,
  isDisabled,
  onCount,
  onChange
}: ValuesProps<'text' | 'filled'>) {
  const { t } = useText()
  const format = useFormat()
  const { field } = condition
  const found = useQuery('territories.listFieldValues', { field }).value
  const comparison: Comparison =
    condition.kind === 'filled' ? (condition.isFilled ? 'filled' : 'empty') : condition.isNot ? 'isNot' : 'is'
  const values = condition.kind === 'text' ? condition.values : []
  const count = useMemo(() => {
    if (!found) return null
    const keys = new Set(values.map(nameKey))
    const filled = found.reduce((sum, each) => sum + each.accounts, 0)
    const named = found.reduce((sum, each) => sum + (keys.has(nameKey(each.value)) ? each.accounts : 0), 0)
    return { is: named, isNot: accounts - named, filled, empty: accounts - filled }[comparison]
  }, [found, values, comparison, accounts])
  useEffect(() => onCount(count), [count, onCount])
  const counts = useMemo(() => new Map(found?.map((each) => [kept(each), each.accounts])), [found])
  const options = useMemo(() => {
    const listed = (found ?? []).map((each) => ({
      value: kept(each),
      label: field === 'country' ? words.value(field, each.value) : each.label
    }))
    const known = new Set(listed.map((each) => each.value))
    // A value that no account has any more stays in the rule until someone takes it out.
    return [...listed, ...values.filter((each) => !known.has(each)).map((each) => ({ value: each, label: each }))]
  }, [found, values, field, words])
  return (
    <>
      <NativeSelect
        aria-label={t('territories.rules.comparison')}
        disabled={isDisabled}
        value={comparison}
        data={(['is', 'isNot', 'filled', 'empty'] as const).map((each) => ({
          value: each,
          label: t(`territories.rules.comparisons.${each}`)
        }))}
        onChange={(event) => {
          const next = event.currentTarget.value
          onChange(
            next === 'filled' || next === 'empty'
              ? { kind: 'filled', field, isFilled: next === 'filled' }
              : { kind: 'text', field, isNot: next === 'isNot', values }
          )
        }}
      />
      {condition.kind === 'text' ? (
        <MultiSelect
          aria-label={t('territories.rules.values', { field: words.field(field) })}
          placeholder={values.length === 0 ? t('territories.rules.pickValues') : ''}
          searchable
          hidePickedOptions
          limit={mostListed}
          disabled={isDisabled}
          nothingFoundMessage={t('territories.rules.noValue')}
          value={[...values]}
          data={options}
          renderOption={({ option }) => (
            <span className="rule-option">
              <span>{option.label}</span>
              <span className="muted numbers">{format.number(counts.get(option.value) ?? 0)}</span>
            </span>
          )}
          onChange={(chosen) => onChange({ ...condition, values: chosen })}
        />
      ) : null}
    </>
  )
}

export function ProductValues({ condition, isDisabled, onCount, onChange }: ValuesProps<'product'>) {
  const { t } = useText()
  const products = useQuery('crm.listProducts', {}).value ?? []
  useEffect(() => onCount(null), [onCount])
  return (
    <MultiSelect
      aria-label={t('territories.fields.product')}
      placeholder={condition.productIds.length === 0 ? t('territories.rules.pickProducts') : ''}
      searchable
      hidePickedOptions
      limit={mostListed}
      disabled={isDisabled}
      nothingFoundMessage={t('territories.rules.noValue')}
      value={condition.productIds.map(String)}
      data={products.map((each) => ({ value: String(each.id), label: each.name }))}
      onChange={(chosen) =>
        onChange({
          kind: 'product',
          productIds: products.filter((each) => chosen.includes(String(each.id))).map((each) => each.id)
        })
      }
    />
  )
}

export function AccountValues({ condition, isDisabled, onCount, onChange }: ValuesProps<'account'>) {
  const { t } = useText()
  const found = useQuery('crm.listAccounts', {}).value
  const options = useMemo(() => (found ?? []).map((each) => ({ value: String(each.id), label: each.name })), [found])
  const idOf = useMemo(() => new Map((found ?? []).map((each) => [String(each.id), each.id])), [found])
  const count = condition.accountIds.length
  useEffect(() => onCount(count), [count, onCount])
  if (count > mostNamed)
    return (
      <div className="rule-postal">
        <span>{t('territories.rules.manyNamed', { count })}</span>
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={isDisabled}
          onClick={() => onChange({ kind: 'account', accountIds: [] })}
        >
          {t('territories.rules.startOver')}
        </Button>
      </div>
    )
  return (
    <MultiSelect
      aria-label={t('territories.fields.account')}
      placeholder={count === 0 ? t('territories.rules.pickAccounts') : ''}
      searchable
      hidePickedOptions
      limit={mostListed}
      disabled={isDisabled}
      nothingFoundMessage={t('territories.rules.noValue')}
      value={condition.accountIds.map(String)}
      data={options}
      onChange={(chosen) => onChange({ kind: 'account', accountIds: chosen.flatMap((id) => idOf.get(id) ?? []) })}
    />
  )
}
