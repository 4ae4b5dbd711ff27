// One condition of a rule: which field, how it is compared, and with what, chosen from the values there are, with how many accounts have each.
import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { NumberField, RuleCondition, TextField } from '#shared/territories/rule-types.ts'
import { AccountValues, ProductValues, TextValues } from './chosen-values.tsx'
import { NumberRange, PostalRanges } from './ranges.tsx'
import { isOwnField, ownName, type RuleWords } from './words.ts'

interface ConditionEditorProps {
  readonly condition: RuleCondition
  readonly accounts: number
  readonly words: RuleWords
  readonly isFirst: boolean
  readonly isDisabled: boolean
  /** For how many accounts this condition holds by itself; null where that isn't known before it is saved. */
  readonly onCount: (count: number | null) => void
  readonly onChange: (condition: RuleCondition) => void
  readonly onRemove: () => void
}

const textFields: readonly TextField[] = [
  'country',
  'region',
  'province',
  'city',
  'industry',
  'segment',
  'owner',
  'parent'
]
const numberFields: readonly NumberField[] = ['employees', 'revenue']

/** What is compared, as one choice: a field of words or of numbers, or one of the special ones. */
function choiceOf(condition: RuleCondition): string {
  switch (condition.kind) {
    case 'text':
    case 'filled':
      return `text ${condition.field}`
    case 'number':
      return `number ${condition.field}`
    default:
      return condition.kind
  }
}

function startOf(choice: string): RuleCondition {
  const space = choice.indexOf(' ')
  const field = choice.slice(space + 1)
  if (choice.startsWith('text ')) return { kind: 'text', field: field as TextField, isNot: false, values: [] }
  if (choice.startsWith('number ')) return { kind: 'number', field: field as NumberField, min: null, max: null }
  if (choice === 'postal') return { kind: 'postal', ranges: [{ from: '', to: '' }] }
  return choice === 'product' ? { kind: 'product', productIds: [] } : { kind: 'account', accountIds: [] }
}

function useFieldChoices(words: RuleWords) {
  const { t } = useText()
  const own = useQuery('territories.listOwnFields', {}).value
  return useMemo(
    () => [
      {
        group: t('territories.rules.groups.words'),
        items: [
          ...textFields.map((field) => ({ value: `text ${field}`, label: words.field(field) })),
          { value: 'postal', label: t('territories.fields.postal') }
        ]
      },
      {
        group: t('territories.rules.groups.numbers'),
        items: numberFields.map((field) => ({ value: `number ${field}`, label: words.field(field) }))
      },
      {
        group: t('territories.rules.groups.lists'),
        items: [
          { value: 'product', label: t('territories.fields.product') },
          { value: 'account', label: t('territories.fields.account') }
        ]
      },
      ...(own && own.length > 0
        ? [
            {
              group: t('territories.rules.groups.own'),
              items: own.flatMap(({ name, isNumeric }) => [
                { value: `text custom:${name}`, label: name },
                ...(isNumeric
                  ? [{ value: `number custom:${name}`, label: t('territories.rules.asNumber', { name }) }]
                  : [])
              ])
            }
          ]
        : [])
    ],
    [t, own, words]
  )
}

export function ConditionEditor(props: ConditionEditorProps) {
  const { condition, words, isFirst, isDisabled, onChange, onRemove } = props
  const { t } = useText()
  const choices = useFieldChoices(words)
  const choice = choiceOf(condition)
  const isKnown = choices.some((group) => group.items.some((item) => item.value === choice))
  const field = choice.slice(choice.indexOf(' ') + 1)
  const lost = isOwnField(field) && !isKnown ? [{ value: choice, label: ownName(field) }] : []
  return (
    <div className="rule-condition">
      <div className="rule-condition-head">
        <span className="muted small">{t(isFirst ? 'territories.rules.if' : 'territories.rules.and')}</span>
        <Select
          className="rule-field"
          aria-label={t('territories.rules.field')}
          searchable
          allowDeselect={false}
          disabled={isDisabled}
          value={choice}
          data={[...choices, ...(lost.length > 0 ? [{ group: t('territories.rules.groups.own'), items: lost }] : [])]}
          onChange={(next) => {
            if (next !== null && next !== choice) onChange(startOf(next))
          }}
        />
        <ActionIcon
          variant="subtle"
          aria-label={t('territories.rules.removeCondition', { condition: words.condition(condition) })}
          disabled={isDisabled}
          onClick={onRemove}
        >
          <IconX size={14} />
        </ActionIcon>
      </div>
      <Values {...props} />
    </div>
  )
}

function Values(props: ConditionEditorProps) {
  const { condition, accounts, words, isDisabled, onCount, onChange } = props
  const common = { accounts, words, isDisabled, onCount, onChange }
  switch (condition.kind) {
    case 'text':
    case 'filled':
      return <TextValues {...common} condition={condition} />
    case 'number':
      return <NumberRange {...common} condition={condition} />
    case 'postal':
      return <PostalRanges {...common} condition={condition} />
    case 'product':
      return <ProductValues {...common} condition={condition} />
    case 'account':
      return <AccountValues {...common} condition={condition} />
  }
}
