// The facts of a person as fields; each is saved when it is left.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { CurrencyField, DateField, FieldRow, MoneyField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import type { ArgsOf } from '#shared/contract/index.ts'
import { type SellerDetail, sellerRoles } from '#shared/people/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { divide } from '#shared/units/ratio.ts'
import { targetPayOf } from './people-columns.tsx'

type Change = Omit<ArgsOf<'people.updateSeller'>, 'sellerId'>

export function PersonFacts({ person, currency }: { readonly person: SellerDetail; readonly currency: CurrencyCode }) {
  const { t } = useText()
  const { run } = useCommand('people.updateSeller')
  const save = (change: Change) => run({ sellerId: person.id, ...change })
  const payCurrency = person.payCurrency ?? currency
  const texts = ['email', 'location', 'externalId'] as const
  return (
    <>
      <Section title={t('people.detail.facts')}>
        <FieldRow>
          <TextFact
            label={t('people.columns.name')}
            value={person.name}
            isRequired
            onSave={(name) => save({ name: name ?? person.name })}
          />
          <Select
            label={t('people.columns.role')}
            allowDeselect={false}
            value={person.role}
            data={sellerRoles.map((value) => ({ value, label: t(`people.roles.${value}`) }))}
            onChange={(value) => void save({ role: sellerRoles.find((each) => each === value) ?? person.role })}
          />
        </FieldRow>
        <FieldRow>
          <DateField
            label={t('people.columns.hiredOn')}
            value={person.hiredOn}
            onChange={(hiredOn) => void save({ hiredOn })}
          />
          <DateField
            label={t('people.columns.leftOn')}
            value={person.leftOn}
            onChange={(leftOn) => void save({ leftOn })}
          />
        </FieldRow>
        {texts.slice(0, 1).map((key) => (
          <TextFact
            key={key}
            label={t(`people.columns.${key}`)}
            value={person[key]}
            onSave={(text) => save({ [key]: text })}
          />
        ))}
        <FieldRow>
          {texts.slice(1).map((key) => (
            <TextFact
              key={key}
              label={t(`people.columns.${key}`)}
              value={person[key]}
              onSave={(text) => save({ [key]: text })}
            />
          ))}
        </FieldRow>
        <NotesFact value={person.notes} onSave={(notes) => save({ notes })} />
      </Section>
      <Section title={t('people.detail.pay')}>
        <FieldRow>
          <AmountFact
            label={t('people.columns.basePayMinor')}
            value={person.basePayMinor}
            currency={payCurrency}
            onSave={(basePayMinor) => save({ basePayMinor, payCurrency })}
          />
          <AmountFact
            label={t('people.columns.variablePayMinor')}
            value={person.variablePayMinor}
            currency={payCurrency}
            onSave={(variablePayMinor) => save({ variablePayMinor, payCurrency })}
          />
        </FieldRow>
        <CurrencyField
          label={t('people.columns.payCurrency')}
          value={person.payCurrency}
          placeholder={currency}
          onChange={(code) => {
            if (code !== null) void save({ payCurrency: code })
          }}
        />
        <PayMix person={person} currency={payCurrency} />
      </Section>
    </>
  )
}

function PayMix({ person, currency }: { readonly person: SellerDetail; readonly currency: CurrencyCode }) {
  const { t } = useText()
  const format = useFormat()
  const target = targetPayOf(person)
  const share = target === null ? undefined : divide(person.variablePayMinor ?? 0, target)
  if (target === null || share === undefined) return null
  return (
    <KeyValues
      items={[
        { key: 'target', label: t('people.columns.targetPay'), value: format.money(target, currency) },
        {
          key: 'mix',
          label: t('people.detail.mix'),
          value: t('people.detail.mixOf', { base: format.percent(1 - share), variable: format.percent(share) })
        }
      ]}
    />
  )
}

interface FactProps<Value> {
  readonly label: string
  readonly value: Value
  readonly onSave: (value: Value) => Promise<{ ok: boolean }>
}

/** Keeps what is typed until the field is left or Enter is pressed; Esc takes it back, a refusal too. */
function TextFact({ label, value, onSave, isRequired }: FactProps<string | null> & { readonly isRequired?: boolean }) {
  const [draft, setDraft] = useState<string>()
  const leave = () => {
    const text = draft?.trim()
    if (text !== undefined && text !== (value ?? '') && !(isRequired && text === ''))
      void onSave(text === '' ? null : text).finally(() => setDraft(undefined))
    else setDraft(undefined)
  }
  return (
    <TextInput
      label={label}
      value={draft ?? value ?? ''}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape' || draft === undefined) return
        event.preventDefault()
        setDraft(undefined)
      }}
    />
  )
}

function NotesFact({
  value,
  onSave
}: {
  readonly value: string
  readonly onSave: (value: string) => Promise<unknown>
}) {
  const { t } = useText()
  const [draft, setDraft] = useState<string>()
  return (
    <Textarea
      label={t('people.columns.notes')}
      rows={2}
      resize="vertical"
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== undefined && draft !== value) void onSave(draft).finally(() => setDraft(undefined))
        else setDraft(undefined)
      }}
    />
  )
}

function AmountFact({
  label,
  value,
  currency,
  onSave
}: FactProps<number | null> & { readonly currency: CurrencyCode }) {
  const [draft, setDraft] = useState<number | null>()
  const save = () => {
    if (draft !== undefined && draft !== value) void onSave(draft).finally(() => setDraft(undefined))
    else setDraft(undefined)
  }
  return (
    <form
      onBlur={save}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <MoneyField label={label} value={draft === undefined ? value : draft} currency={currency} onChange={setDraft} />
    </form>
  )
}
