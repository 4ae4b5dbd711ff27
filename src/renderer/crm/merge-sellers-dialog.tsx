// Two people who are one: who stays, what moves to them, and whose counts where both have something of which one alone can count.
// Nothing is merged before each such case is decided.
import { Button, Group, Modal, Radio, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { SellerMergeChoices, SellerMergeConflict, SellerMergePreview, SellerMergeSide } from '#shared/crm/types.ts'
import type { SellerId, SellerRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import './crm.css'

export interface MergeSellersDialogProps {
  /** The person whose page asks; undefined where both are chosen. */
  readonly person?: SellerId | undefined
  readonly onClose: () => void
  /** Given the person who is left. */
  readonly onMerged?: ((kept: SellerId) => void) | undefined
}

type Kind = SellerMergeConflict['kind']
type Choice = 'keep' | 'take' | 'add'

export function MergeSellersDialog({ person, onClose, onMerged }: MergeSellersDialogProps) {
  const { t } = useText()
  const { asOf } = useSession()
  const people = useQuery('people.listSellers', { on: asOf })
  const [one, setOne] = useState(person)
  const [other, setOther] = useState<SellerId>()
  const [isSwapped, setSwapped] = useState(false)
  const rows = people.value ?? []
  const nameOf = (id: SellerId | undefined): string => rows.find((row) => row.id === id)?.name ?? ''
  const wordsOf = (id: SellerId | undefined): string => {
    const row = rows.find((each) => each.id === id)
    return row === undefined ? '' : t('crm.people.keep', { name: writePerson(row) })
  }
  const [keepId, mergeId] = isSwapped ? [other, one] : [one, other]
  const isReady = keepId !== undefined && mergeId !== undefined && keepId !== mergeId
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('crm.people.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="sm">
        {people.value === undefined ? <Skeleton kind="text" /> : null}
        {person === undefined ? (
          <PersonChoice isFirst label={t('crm.people.one')} rows={rows} without={other} value={one} onChange={setOne} />
        ) : null}
        <PersonChoice
          isFirst={person !== undefined}
          label={person === undefined ? t('crm.people.other') : t('crm.people.which', { name: nameOf(one) })}
          rows={rows}
          without={one}
          value={other}
          onChange={setOther}
        />
        {isReady ? (
          <>
            <Radio.Group
              label={t('crm.people.stays')}
              value={isSwapped ? 'other' : 'one'}
              onChange={(value) => setSwapped(value === 'other')}
            >
              <Stack gap="xs">
                <Radio value="one" label={wordsOf(one)} />
                <Radio value="other" label={wordsOf(other)} />
              </Stack>
            </Radio.Group>
            <Decisions
              key={`${keepId} ${mergeId}`}
              keepId={keepId}
              mergeId={mergeId}
              names={{ kept: nameOf(keepId), merged: nameOf(mergeId) }}
              onClose={onClose}
              onMerged={onMerged}
            />
          </>
        ) : (
          <Group justify="flex-end" mt="md">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}

interface PersonChoiceProps {
  /** Typing begins here. */
  readonly isFirst?: boolean
  readonly label: string
  readonly rows: readonly SellerRow[]
  readonly without: SellerId | undefined
  readonly value: SellerId | undefined
  readonly onChange: (id: SellerId | undefined) => void
}

/** People of one name are told apart by what stands behind it: team, email, external id. */
function PersonChoice({ isFirst = false, label, rows, without, value, onChange }: PersonChoiceProps) {
  const { t } = useText()
  return (
    <Select
      label={label}
      placeholder={t('crm.people.choose')}
      searchable
      data-autofocus={isFirst || undefined}
      data={rows.filter((row) => row.id !== without).map((row) => ({ value: String(row.id), label: writePerson(row) }))}
      value={value === undefined ? null : String(value)}
      onChange={(id) => onChange(id === null ? undefined : (Number(id) as SellerId))}
    />
  )
}

const writePerson = (row: SellerRow): string =>
  [row.name, row.teamName, row.email, row.externalId].filter((part) => part !== null && part !== '').join(' · ')

interface DecisionsProps {
  readonly keepId: SellerId
  readonly mergeId: SellerId
  readonly names: { readonly kept: string; readonly merged: string }
  readonly onClose: () => void
  readonly onMerged: MergeSellersDialogProps['onMerged']
}

function Decisions({ keepId, mergeId, names, onClose, onMerged }: DecisionsProps) {
  const { t, tError } = useText()
  const query = useQuery('crm.previewSellerMerge', { keepId, mergeId })
  const merge = useCommand('crm.mergeSellers', { silent: false })
  const [choices, setChoices] = useState<Partial<Record<Kind, Choice>>>({})
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const preview = query.value
  if (preview === undefined) return <Skeleton kind="text" rows={4} />
  const kinds = [...new Set(preview.conflicts.map((conflict) => conflict.kind))]
  const locked = preview.conflicts.find((conflict) => conflict.isLocked)
  const run = async () => {
    const reply = await merge.run({ keepId, mergeId, choices: choices as SellerMergeChoices })
    if (!reply.ok) return
    onClose()
    onMerged?.(keepId)
  }
  return (
    <>
      <WhatMoves preview={preview} names={names} />
      {locked === undefined ? (
        kinds.map((kind) => (
          <Conflict
            key={kind}
            kind={kind}
            conflicts={preview.conflicts.filter((conflict) => conflict.kind === kind)}
            names={names}
            value={choices[kind]}
            onChange={(choice) => setChoices({ ...choices, [kind]: choice })}
          />
        ))
      ) : (
        <Problem title={t('crm.errors.mergeLocked', { scenarioName: locked.scenarioName ?? '' })} />
      )}
      <p className="muted small">{t('crm.people.back', { name: names.merged })}</p>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button
          variant="filled"
          disabled={locked !== undefined || kinds.some((kind) => choices[kind] === undefined)}
          loading={merge.isBusy}
          onClick={() => void run()}
        >
          {t('crm.people.merge')}
        </Button>
      </Group>
    </>
  )
}

/** Tables that have words; the rows of any other are "other rows". */
const tables = [
  'opportunities',
  'accounts',
  'activities',
  'teams',
  'quotas',
  'territory_sellers',
  'pay_plan_members',
  'pay_lines',
  'team_memberships',
  'seller_aliases',
  'leads',
  'invoices'
] as const

const columnOf: Readonly<Record<string, TextKey>> = {
  external_id: 'people.columns.externalId',
  email: 'people.columns.email',
  location: 'people.columns.location',
  hired_on: 'people.columns.hiredOn',
  left_on: 'people.columns.leftOn',
  base_pay_minor: 'people.columns.basePayMinor',
  variable_pay_minor: 'people.columns.variablePayMinor',
  pay_currency: 'people.columns.payCurrency',
  role: 'people.columns.role'
}

function WhatMoves({ preview, names }: Pick<DecisionsProps, 'names'> & { readonly preview: SellerMergePreview }) {
  const { t } = useText()
  const format = useFormat()
  const word = (field: string): string => t(columnOf[field] ?? 'people.columns.notes')
  const value = (field: string, text: string): string =>
    field === 'role'
      ? t(`people.roles.${text}` as TextKey)
      : field.endsWith('_on')
        ? format.date(text as IsoDate)
        : text
  const others = preview.moves.filter(({ table }) => !tables.some((name) => name === table))
  const rest = others.reduce((sum, move) => sum + move.rows, 0)
  const lines = preview.moves.flatMap(({ table, rows }) => {
    const name = tables.find((each) => each === table)
    return name === undefined ? [] : [{ what: t(`crm.people.tables.${name}`), rows }]
  })
  if (rest > 0) lines.push({ what: t('crm.people.tables.other'), rows: rest })
  return (
    <>
      <p>
        {lines.length === 0
          ? t('crm.people.nothing', names)
          : t('crm.people.moves', {
              ...names,
              what: format.list(lines.map((line) => `${line.what} ${format.number(line.rows)}`))
            })}
      </p>
      {preview.filled.length > 0 ? (
        <p>{t('crm.people.filled', { ...names, what: format.list(preview.filled.map(word)) })}</p>
      ) : null}
      {preview.differing.length > 0 ? (
        <>
          <p>{t('crm.people.differing', names)}</p>
          <ul className="crm-differs">
            {preview.differing.map(({ field, kept, merged }) => (
              <li key={field}>
                {t('crm.people.differs', {
                  what: word(field),
                  kept: value(field, kept),
                  merged: value(field, merged)
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

interface ConflictProps {
  readonly kind: Kind
  readonly conflicts: readonly SellerMergeConflict[]
  readonly names: DecisionsProps['names']
  readonly value: Choice | undefined
  readonly onChange: (choice: Choice) => void
}

const shown = 6

function Conflict({ kind, conflicts, names, value, onChange }: ConflictProps) {
  const { t } = useText()
  const format = useFormat()
  const side = ({ label, amountMinor, currency, fromOn, toOn }: SellerMergeSide): string => {
    if (amountMinor !== null && currency !== null) return format.money(amountMinor, currency)
    if (fromOn === null && toOn === null) return kind === 'coverage' ? t('crm.people.always') : label
    const days = t('crm.people.days', {
      from: fromOn === null ? '…' : format.date(fromOn),
      to: toOn === null ? '…' : format.date(toOn)
    })
    return kind === 'coverage' ? days : `${label} (${days})`
  }
  const canAdd = kind === 'quotas' && conflicts.every(({ kept, merged }) => kept.currency === merged.currency)
  return (
    <fieldset className="crm-conflict">
      <legend>{t(`crm.people.conflicts.${kind}`, { count: conflicts.length })}</legend>
      <ul>
        {conflicts.slice(0, shown).map(({ scenarioName, kept, merged }) => (
          <li key={[scenarioName, kept.label, kept.fromOn, merged.label, merged.fromOn].join(' ')}>
            {[scenarioName, kind === 'quotas' || kind === 'coverage' ? kept.label : null].filter(Boolean).join(', ')}{' '}
            {t('crm.people.against', { ...names, keptWhat: side(kept), mergedWhat: side(merged) })}
          </li>
        ))}
        {conflicts.length > shown ? <li>{t('crm.people.more', { count: conflicts.length - shown })}</li> : null}
      </ul>
      <Radio.Group value={value ?? ''} onChange={(choice) => onChange(choice as Choice)}>
        <Group gap="md">
          <Radio value="keep" label={t('crm.people.those', { name: names.kept, which: t('crm.people.whoStays') })} />
          <Radio value="take" label={t('crm.people.those', { name: names.merged, which: t('crm.people.whoGoes') })} />
          {canAdd ? <Radio value="add" label={t('crm.people.sum')} /> : null}
        </Group>
      </Radio.Group>
    </fieldset>
  )
}
