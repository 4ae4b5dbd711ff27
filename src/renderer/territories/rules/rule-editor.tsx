// One rule: the territory it leads to, its conditions, the user's own words, and how many accounts the conditions can hold for.
import { Button, Group, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useCallback, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { RuleCondition, RuleId, RuleRow } from '#shared/territories/rule-types.ts'
import type { TerritoryId, TerritoryKind, TerritoryRow } from '#shared/territories/types.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { useRuleWords } from './words.ts'

interface RuleEditorProps {
  /** Absent: a new rule. */
  readonly rule: RuleRow | undefined
  readonly kind: TerritoryKind
  readonly territories: readonly TerritoryRow[]
  /** All accounts there are. */
  readonly accounts: number
  readonly isLocked: boolean
  readonly onSaved: (id: RuleId) => void
  readonly onRemoved: () => void
}

/** A condition with a key of its own, so that a row keeps what is typed in it while others go. */
interface Draft {
  readonly key: number
  readonly condition: RuleCondition
}

/** Whether a condition says something that can be saved: with values, ranges or names in it. */
function isWhole(condition: RuleCondition): boolean {
  switch (condition.kind) {
    case 'text':
      return condition.values.length > 0
    case 'filled':
      return true
    case 'number':
      return (
        (condition.min !== null || condition.max !== null) &&
        (condition.min === null || condition.max === null || condition.min < condition.max)
      )
    case 'postal':
      return condition.ranges.length > 0 && condition.ranges.every((range) => range.from !== '' && range.to !== '')
    case 'product':
      return condition.productIds.length > 0
    case 'account':
      return condition.accountIds.length > 0
  }
}

export function RuleEditor({ rule, kind, territories, accounts, isLocked, onSaved, onRemoved }: RuleEditorProps) {
  const { t, tError } = useText()
  const [territoryId, setTerritoryId] = useState<TerritoryId | undefined>(rule?.territoryId)
  const [drafts, setDrafts] = useState<readonly Draft[]>(
    rule ? rule.conditions.map((condition, key) => ({ key, condition })) : [{ key: 0, condition: firstCondition }]
  )
  const [note, setNote] = useState(rule?.note ?? '')
  const [counts, setCounts] = useState<ReadonlyMap<number, number | null>>(new Map())
  const [problem, setProblem] = useState<string | undefined>()
  const save = useCommand('territories.saveRule', { silent: true })
  const remove = useCommand('territories.removeRule')
  const conditions = drafts.map((draft) => draft.condition)
  const words = useRuleWords(conditions)
  const isReady = territoryId !== undefined && conditions.every(isWhole)
  const onCount = useCallback((key: number, count: number | null) => {
    setCounts((known) => (known.get(key) === count ? known : new Map([...known, [key, count]])))
  }, [])
  // Where a rule leads stays a choice, also once territories were put below it.
  const choices = territories.filter((each) => each.kind === kind && (each.isLeaf || each.id === rule?.territoryId))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (territoryId === undefined || !isReady) return
    const reply = await save.run({ ...(rule ? { ruleId: rule.id } : {}), territoryId, conditions, note })
    if (reply.ok) onSaved(reply.value)
    else setProblem(tError(reply.error))
  }
  return (
    <form className="territory-pane" onSubmit={(event) => void submit(event)}>
      <Section title={t('territories.rules.when')}>
        {drafts.length === 0 ? <p className="muted">{t('territories.rules.noCondition')}</p> : null}
        {drafts.map(({ key, condition }, at) => (
          <ConditionEditor
            key={key}
            condition={condition}
            accounts={accounts}
            words={words}
            isFirst={at === 0}
            isDisabled={isLocked}
            onCount={(count) => onCount(key, count)}
            onChange={(next) =>
              setDrafts(drafts.map((draft) => (draft.key === key ? { key, condition: next } : draft)))
            }
            onRemove={() => setDrafts(drafts.filter((draft) => draft.key !== key))}
          />
        ))}
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            disabled={isLocked || drafts.length >= 20}
            onClick={() =>
              setDrafts([
                ...drafts,
                { key: 1 + Math.max(-1, ...drafts.map((draft) => draft.key)), condition: firstCondition }
              ])
            }
          >
            {t('territories.rules.addCondition')}
          </Button>
        </div>
      </Section>
      <Select
        label={t('territories.rules.goesTo')}
        searchable
        disabled={isLocked}
        value={territoryId === undefined ? null : String(territoryId)}
        data={choices.map((each) => ({ value: String(each.id), label: each.name }))}
        onChange={(id) => setTerritoryId(choices.find((each) => String(each.id) === id)?.id)}
      />
      <p className="rule-sentence" aria-live="polite">
        {words.sentence(conditions.filter(isWhole))}. <Reach drafts={drafts} counts={counts} accounts={accounts} />
      </p>
      <TextInput
        label={t('territories.rules.note')}
        value={note}
        maxLength={500}
        disabled={isLocked}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem === undefined ? null : (
        <p className="negative" role="alert">
          {problem}
        </p>
      )}
      <Group justify="space-between" gap={8}>
        {rule ? (
          <Button
            variant="subtle"
            disabled={isLocked}
            loading={remove.isBusy}
            onClick={() => {
              void remove.run({ ruleId: rule.id })
              onRemoved()
            }}
          >
            {t('territories.rules.remove')}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" variant="default" disabled={isLocked || !isReady} loading={save.isBusy}>
          {t('territories.rules.save')}
        </Button>
      </Group>
    </form>
  )
}

const firstCondition: RuleCondition = { kind: 'text', field: 'country', isNot: false, values: [] }

interface ReachProps {
  readonly drafts: readonly Draft[]
  readonly counts: ReadonlyMap<number, number | null>
  readonly accounts: number
}

/** For how many accounts the conditions hold: exactly for one condition; of several together, at most the smallest of them. */
function Reach({ drafts, counts, accounts }: ReachProps) {
  const { t } = useText()
  const format = useFormat()
  const whole = drafts.filter((draft) => isWhole(draft.condition))
  if (whole.length === 0) return <span className="muted">{t('territories.rules.holds', { count: accounts })}</span>
  const known = whole.flatMap((draft) => counts.get(draft.key) ?? [])
  if (known.length === 0) return <span className="muted">{t('territories.rules.countedLater')}</span>
  const least = Math.min(...known)
  if (whole.length === 1) return <span className="muted">{t('territories.rules.holds', { count: least })}</span>
  return (
    <span className="muted">{t('territories.rules.holdsAtMost', { count: least, shown: format.number(least) })}</span>
  )
}
