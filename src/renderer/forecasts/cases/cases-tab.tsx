// The tab of cases: what may come side by side, the levers of the one in view with its pictures, tools that answer questions, and handing one
// over as the target of quotas.
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { MoneyField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { CaseBase, ForecastCase } from '#shared/forecasts/case-types.ts'
import { proposeCases } from '#shared/forecasts/cases/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'
import { CaseCharts } from './case-charts.tsx'
import { CaseList } from './case-list.tsx'
import type { CaseView } from './case-view.ts'
import { Levers } from './levers.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { Basis, Targets } from './targets.tsx'
import { CaseTools } from './tools.tsx'
import { useCaseWords } from './use-case-words.ts'
import { toArgs, useCases } from './use-cases.ts'
import './cases.css'

export function CasesTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  const { t, tError } = useText()
  const { isLocked, go, settings: workspace } = useSession()
  const state = useCases(scenarioId)
  const [isHandingOver, setHandingOver] = useState(false)
  const [renamed, setRenamed] = useState<ForecastCase>()
  const add = useAddCases(scenarioId, state.base, state.cases)
  const { base, cases, settings, chosen, assumptions, outcome } = state
  const view: CaseView | undefined =
    base && cases && settings && chosen && assumptions && outcome
      ? {
          scenarioId,
          base,
          cases,
          settings,
          chosen,
          assumptions,
          outcome,
          isLocked,
          onMove: state.onMove,
          onSave: state.onSave
        }
      : undefined
  const finding = useFinding(view, workspace.currency)
  const lockedHint = isLocked ? t('forecasts.locked') : undefined

  if (!view)
    return (
      <ForecastPage finding={cases?.length === 0 ? t('forecasts.cases.empty.finding') : undefined}>
        {state.error?.code === 'forecasts.noSales' ? (
          <EmptyState
            title={t('forecasts.empty.noSales')}
            picture="chart"
            action={{ label: t('forecasts.empty.import'), onRun: () => go('data') }}
          />
        ) : state.error ? (
          <Problem title={tError(state.error)} action={{ label: t('ui.again'), onRun: state.reload }} />
        ) : base && cases?.length === 0 ? (
          <EmptyState
            title={t('forecasts.cases.empty.title')}
            picture="chart"
            action={{
              label: t('forecasts.cases.empty.make'),
              onRun: add.three,
              isDisabled: isLocked,
              hint: lockedHint
            }}
          />
        ) : (
          <Skeleton kind="chart" />
        )}
      </ForecastPage>
    )

  return (
    <ForecastPage
      finding={finding}
      primary={{
        label: t('forecasts.cases.target.open'),
        onRun: () => setHandingOver(true),
        isDisabled: isLocked,
        hint: lockedHint ?? t('forecasts.cases.target.openHint')
      }}
      actions={[{ label: t('forecasts.cases.add'), onRun: add.own, isDisabled: isLocked, hint: lockedHint }]}
    >
      <div className="cases">
        <CaseList
          scenarioId={scenarioId}
          base={view.base}
          cases={view.cases}
          outcomes={state.outcomes}
          chosenId={view.chosen.id}
          targetMinor={view.settings.targetMinor}
          isLocked={isLocked}
          onChoose={state.choose}
          onRename={setRenamed}
        />
        <div className="cases-body">
          <div className="cases-levers">
            <TargetField view={view} />
            <Levers {...view} />
            <Notes key={`${view.chosen.id} ${view.chosen.notes}`} view={view} />
            <Targets {...view} />
            {state.answer ? <Basis answer={state.answer} /> : null}
          </div>
          <div className="cases-pictures">
            <CaseCharts {...view} />
            <CaseTools {...view} />
          </div>
        </div>
      </div>
      {isHandingOver ? <TargetDialog view={view} onClose={() => setHandingOver(false)} /> : null}
      {renamed ? <RenameDialog each={renamed} onClose={() => setRenamed(undefined)} /> : null}
    </ForecastPage>
  )
}

/** Adds the first three, as far as the data tell what a good and a bad case could be, or one of one's own. */
function useAddCases(scenarioId: ScenarioId, base: CaseBase | undefined, cases: readonly ForecastCase[] | undefined) {
  const { t } = useText()
  const command = useCommand('forecasts.addCases')
  const none = { levers: [], hires: [], events: [] }
  return {
    three: () => {
      if (base === undefined) return
      const { good, bad } = proposeCases(base)
      void command.run({
        scenarioId,
        cases: [
          { kind: 'base', name: t('forecasts.cases.names.base'), assumptions: none },
          { kind: 'good', name: t('forecasts.cases.names.good'), assumptions: toArgs(good ?? none) },
          { kind: 'bad', name: t('forecasts.cases.names.bad'), assumptions: toArgs(bad ?? none) }
        ]
      })
    },
    own: () => {
      const taken = new Set(cases?.map(({ name }) => name))
      let number = 1
      while (taken.has(t('forecasts.cases.names.own', { number: String(number) }))) number += 1
      const name = t('forecasts.cases.names.own', { number: String(number) })
      void command.run({ scenarioId, cases: [{ kind: 'own', name, assumptions: none }] })
    }
  }
}

/** The range before the middle, and what the case is against the forecast. */
function useFinding(view: CaseView | undefined, currency: CaseBase['currency']): string | undefined {
  const { t } = useText()
  const format = useFormat()
  const words = useCaseWords(currency)
  if (!view) return undefined
  const { base, chosen, outcome } = view
  const before = base.months.reduce((sum, month) => sum + month.soldMinor + month.openMinor + month.newMinor, 0)
  const delta = outcome.middleMinor - before
  const params = {
    name: chosen.name,
    year: words.period(`FY${base.fiscalYear}`),
    middle: words.money(outcome.middleMinor),
    change: words.signed(delta),
    ratio: before === 0 ? '' : format.signedPercent(delta / before, 1)
  }
  if (outcome.range === null) return t('forecasts.cases.finding.noRange', params)
  const [low = '', high = ''] = words.short(outcome.range.p10Minor, outcome.range.p90Minor)
  return t(delta === 0 ? 'forecasts.cases.finding.same' : 'forecasts.cases.finding.range', { ...params, low, high })
}

function TargetField({ view }: { readonly view: CaseView }) {
  const { t } = useText()
  const change = useCommand('forecasts.changeSettings')
  return (
    <MoneyField
      label={t('forecasts.cases.targetOfYear')}
      help={t('forecasts.cases.targetHelp')}
      value={view.settings.targetMinor}
      currency={view.base.currency}
      isDisabled={view.isLocked}
      onChange={(targetMinor) => void change.run({ scenarioId: view.scenarioId, change: { targetMinor } })}
    />
  )
}

function Notes({ view: { chosen, isLocked } }: { readonly view: CaseView }) {
  const { t } = useText()
  const [text, setText] = useState(chosen.notes)
  const note = useCommand('forecasts.noteCase')
  return (
    <Textarea
      label={t('forecasts.cases.notes')}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={10_000}
      value={text}
      disabled={isLocked}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== chosen.notes) void note.run({ caseId: chosen.id, notes: text })
      }}
    />
  )
}

function RenameDialog({ each, onClose }: { readonly each: ForecastCase; readonly onClose: () => void }) {
  const { t } = useText()
  const [name, setName] = useState(each.name)
  const rename = useCommand('forecasts.renameCase')
  useEffect(() => setName(each.name), [each])
  const save = async () => {
    const reply = await rename.run({ caseId: each.id, name: name.trim() })
    if (reply.ok) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('forecasts.cases.menu.rename')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        className="cases-fields"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          label={t('forecasts.cases.name')}
          value={name}
          maxLength={80}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" loading={rename.isBusy} disabled={name.trim() === ''}>
          {t('forecasts.cases.save')}
        </Button>
      </form>
    </Modal>
  )
}
