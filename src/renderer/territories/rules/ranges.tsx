// Ranges a condition compares with: of numbers (from, included, up to under) and of postal codes (both ends included).
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { FieldRow, MoneyField } from '#renderer/ui/fields.tsx'
import { NumberField } from '../parts/number-field.tsx'
import type { ValuesProps } from './chosen-values.tsx'

export function NumberRange({ condition, isDisabled, onCount, onChange }: ValuesProps<'number'>) {
  const { t } = useText()
  const { currency } = useSession().settings
  const { field, min, max } = condition
  const found = useQuery('territories.listFieldValues', { field }).value
  const count = useMemo(
    () =>
      found
        ? found
            .filter(({ value }) => (min === null || Number(value) >= min) && (max === null || Number(value) < max))
            .reduce((sum, each) => sum + each.accounts, 0)
        : null,
    [found, min, max]
  )
  useEffect(() => onCount(count), [count, onCount])
  const isReversed = min !== null && max !== null && min >= max
  const fields = {
    min: {
      label: t('territories.rules.from'),
      value: min,
      onChange: (value: number | null) => onChange({ ...condition, min: value })
    },
    max: {
      label: t('territories.rules.upToUnder'),
      value: max,
      error: isReversed ? t('territories.rules.reversed') : undefined,
      onChange: (value: number | null) => onChange({ ...condition, max: value })
    }
  }
  return (
    <FieldRow>
      {field === 'revenue' ? (
        <>
          <MoneyField {...fields.min} currency={currency} isDisabled={isDisabled} />
          <MoneyField {...fields.max} currency={currency} isDisabled={isDisabled} />
        </>
      ) : (
        <>
          <NumberField {...fields.min} isDisabled={isDisabled} />
          <NumberField {...fields.max} isDisabled={isDisabled} />
        </>
      )}
    </FieldRow>
  )
}

export function PostalRanges({ condition, isDisabled, onCount, onChange }: ValuesProps<'postal'>) {
  const { t } = useText()
  const { ranges } = condition
  useEffect(() => onCount(null), [onCount])
  const put = (at: number, change: Partial<{ from: string; to: string }>) =>
    onChange({ kind: 'postal', ranges: ranges.map((range, index) => (index === at ? { ...range, ...change } : range)) })
  return (
    <>
      {ranges.map((range, at) => (
        // Ranges have no name of their own; their place in the list is what tells them apart.
        <div className="rule-postal" key={String(at)}>
          <TextInput
            aria-label={t('territories.rules.postalFrom', { place: at + 1 })}
            placeholder="28"
            disabled={isDisabled}
            value={range.from}
            maxLength={12}
            onChange={(event) => {
              const from = event.currentTarget.value
              // One code alone is a range of itself.
              put(at, range.to === range.from ? { from, to: from } : { from })
            }}
          />
          <span className="muted">{t('territories.rules.to')}</span>
          <TextInput
            aria-label={t('territories.rules.postalTo', { place: at + 1 })}
            placeholder="28"
            disabled={isDisabled}
            value={range.to}
            maxLength={12}
            onChange={(event) => put(at, { to: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            aria-label={t('territories.rules.removeRange', { place: at + 1 })}
            disabled={isDisabled || ranges.length === 1}
            onClick={() => onChange({ kind: 'postal', ranges: ranges.filter((_, index) => index !== at) })}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={12} />}
          disabled={isDisabled}
          onClick={() => onChange({ kind: 'postal', ranges: [...ranges, { from: '', to: '' }] })}
        >
          {t('territories.rules.addRange')}
        </Button>
      </div>
      <p className="muted small">{t('territories.rules.postalHelp')}</p>
    </>
  )
}
