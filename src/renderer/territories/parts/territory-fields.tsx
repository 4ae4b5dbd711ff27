// What a territory is, to be changed in place: main or overlay, capacity, days, base, where it hangs in the tree, and its team.
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField, FieldRow } from '#renderer/ui/fields.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { wouldLoop } from '#shared/territories/rules.ts'
import type { TerritoryId, TerritoryRow } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { CommitField, NumberCommit } from './commit-field.tsx'

interface TerritoryFieldsProps {
  readonly line: TerritoryRow
  readonly territories: readonly TerritoryRow[]
  readonly isLocked: boolean
}

export function TerritoryFields({ line, territories, isLocked }: TerritoryFieldsProps) {
  const { t } = useText()
  const move = useCommand('territories.move')
  const change = useCommand('territories.change')
  const teams = useQuery('people.listTeams', {}).value ?? []
  const territoryId = line.id
  const parents = territories.filter((each) => each.id !== line.id && !wouldLoop(territories, line.id, each.id))
  return (
    <Section title={t('territories.pane.what')}>
      <div>
        <SegmentedControl
          aria-label={t('territories.pane.kind')}
          disabled={isLocked}
          value={line.kind}
          data={(['main', 'overlay'] as const).map((each) => ({ value: each, label: t(`territories.kinds.${each}`) }))}
          onChange={(kind) => void change.run({ territoryId, kind: kind === 'overlay' ? 'overlay' : 'main' })}
        />
        <p className="muted small territory-help">{t(`territories.kindHelp.${line.kind}`)}</p>
      </div>
      <Base line={line} isLocked={isLocked} />
      <NumberCommit
        label={t('territories.columns.capacity')}
        help={t('territories.pane.capacityHelp')}
        value={line.capacityRatio}
        min={0.01}
        max={100}
        isDisabled={isLocked}
        onCommit={(capacityRatio) => void change.run({ territoryId, capacityRatio })}
      />
      <Days key={`${line.fromOn} ${line.toOn}`} line={line} isLocked={isLocked} />
      <Select
        label={t('territories.pane.parent')}
        disabled={isLocked}
        allowDeselect={false}
        searchable
        value={String(line.parentId ?? '')}
        data={[
          { value: '', label: t('territories.create.top') },
          ...parents.map((each) => ({ value: String(each.id), label: each.name }))
        ]}
        onChange={(id) => {
          const parentId = parents.find((each) => String(each.id) === id)?.id ?? (null as TerritoryId | null)
          if (parentId !== line.parentId) void move.run({ territoryId, parentId })
        }}
      />
      <Select
        label={t('territories.pane.teamField')}
        disabled={isLocked}
        allowDeselect={false}
        searchable
        value={String(line.teamId ?? '')}
        data={[
          { value: '', label: t('territories.pane.teamNone') },
          ...teams.map((each) => ({ value: String(each.id), label: each.name }))
        ]}
        onChange={(id) => {
          const teamId = teams.find((each) => String(each.id) === id)?.id ?? null
          if (teamId !== line.teamId) void change.run({ territoryId, teamId })
        }}
      />
    </Section>
  )
}

function Base({ line, isLocked }: Omit<TerritoryFieldsProps, 'territories'>) {
  const { t, tError } = useText()
  const { run } = useCommand('territories.change', { silent: true })
  const [problem, setProblem] = useState<string | undefined>()
  const territoryId = line.id
  const { base } = line
  const save = async (text: string) => {
    const reply = await run({ territoryId, base: text === '' ? null : { text } })
    setProblem(reply.ok ? undefined : tError(reply.error))
  }
  return (
    <div>
      <CommitField
        label={t('territories.columns.base')}
        help={t('territories.pane.baseHelp')}
        isDisabled={isLocked}
        placeholder={t(base === null ? 'territories.pane.noBase' : 'territories.pane.baseOfAccounts')}
        shown={base?.isPinned ? base.label : ''}
        commit={(text) => {
          void save(text)
          return undefined
        }}
      />
      {problem === undefined ? null : (
        <p className="negative small" role="alert">
          {problem}
        </p>
      )}
      {base?.isPinned && !isLocked ? (
        <Button variant="subtle" size="compact-xs" onClick={() => void save('')}>
          {t('territories.pane.baseFollow')}
        </Button>
      ) : null}
    </div>
  )
}

function Days({ line, isLocked }: Omit<TerritoryFieldsProps, 'territories'>) {
  const { t } = useText()
  const [fromOn, setFromOn] = useState<IsoDate | null>(line.fromOn)
  const [toOn, setToOn] = useState<IsoDate | null>(line.toOn)
  const change = useCommand('territories.change')
  const isChanged = fromOn !== line.fromOn || toOn !== line.toOn
  return (
    <form
      className="territory-days"
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) void change.run({ territoryId: line.id, fromOn, toOn })
      }}
    >
      <FieldRow>
        <DateField label={t('territories.pane.existsFrom')} value={fromOn} isDisabled={isLocked} onChange={setFromOn} />
        <DateField label={t('territories.pane.existsTo')} value={toOn} isDisabled={isLocked} onChange={setToOn} />
      </FieldRow>
      {isChanged ? (
        <Button type="submit" variant="default" loading={change.isBusy}>
          {t('territories.pane.saveDates')}
        </Button>
      ) : null}
    </form>
  )
}
