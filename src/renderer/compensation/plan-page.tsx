// One pay plan on the screen: its views, its primary action, and the pane that explains what was asked about.
import { SegmentedControl } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Page, type PageAction } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { PayPlanId, PayPlanRow, PayRunRow } from '#shared/compensation/index.ts'
import { type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'
import { AddPeopleDialog } from './parts/add-people-dialog.tsx'
import { type Asked, PayView } from './parts/pay-view.tsx'
import { PeopleView } from './parts/people-view.tsx'
import { PlanBar } from './parts/plan-bar.tsx'
import { RulesView } from './parts/rules-view.tsx'
import { RunStatement } from './parts/run-statement.tsx'
import { RunsView } from './parts/runs-view.tsx'
import { Statement } from './parts/statement.tsx'
import { useDraft } from './use-draft.ts'
import { useExamplePerson } from './use-example-person.ts'
import { useFinding } from './use-finding.ts'

const views = ['pay', 'rules', 'people', 'runs'] as const
type View = (typeof views)[number]

export interface PlanPageProps {
  readonly plans: readonly PayPlanRow[]
  readonly plan: PayPlanRow
  readonly fiscalYear: number
  readonly onChoose: (id: PayPlanId) => void
  readonly onNew: () => void
}

export function PlanPage({ plans, plan, fiscalYear, onChoose, onNew }: PlanPageProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const { settings, asOf, isLocked, params } = useSession()
  const [view, setView] = useState<View>(views.find((each) => each === params.view) ?? 'pay')
  const [asked, setAsked] = useState<Asked | undefined>()
  const [run, setRun] = useState<PayRunRow | undefined>()
  const [isAdding, setAdding] = useState(false)
  const [throughKey, setThrough] = useState<string | undefined>()
  const draft = useDraft(plan)
  const update = useCommand('compensation.updatePlan')
  const keep = useCommand('compensation.run')

  const rules = draft !== undefined && draft.problems.length === 0 ? draft.rules : plan.rules
  const periods = periodsOfYear(fiscalYear, rules.period.grain, settings.calendar)
  const through = choosePeriod(periods, throughKey, asOf)
  const question = useMemo(
    () => ({ payPlanId: plan.id, throughPeriodKey: through.key, ...(rules === plan.rules ? {} : { rules }) }),
    [plan, rules, through.key]
  )
  const preview = useQuery('compensation.preview', question)
  const detail = useQuery('compensation.getPlan', { payPlanId: plan.id })
  const runs = useQuery('compensation.listRuns', view === 'runs' ? { scenarioId: plan.scenarioId } : null)
  const explained = useQuery(
    'compensation.explain',
    asked === undefined ? null : { ...question, sellerId: asked.sellerId }
  )
  const periodWords = useCallback(
    (key: string) => {
      const period = periodByKey(key, settings.calendar)
      return period === undefined ? key : format.period(period)
    },
    [settings.calendar, format]
  )
  const finding = useFinding(preview.value, through, asOf)
  const person = useExamplePerson(detail.value, preview.value, periods.length)

  const save = useCallback(async () => {
    if (draft === undefined) return
    const reply = await update.run({ payPlanId: plan.id, rules: draft.rules })
    if (reply.ok) draft.discard()
  }, [draft, plan.id, update])

  const runAction: PageAction = {
    label: t('compensation.runs.keep', { period: format.period(through) }),
    hint: t('compensation.pay.keepHint'),
    isBusy: keep.isBusy,
    isDisabled: preview.value === undefined || preview.value.rows.length === 0,
    onRun: () => {
      void keep.run({ scenarioId: plan.scenarioId, throughPeriodKey: through.key }).then((reply) => {
        if (reply.ok) setView('runs')
      })
    }
  }
  const addAction: PageAction = { label: t('compensation.people.add'), onRun: () => setAdding(true) }
  const primary = view === 'people' ? (isLocked ? undefined : addAction) : view === 'rules' ? undefined : runAction

  const pane = view === 'pay' && asked !== undefined ? explained : undefined
  const paneContent =
    view === 'runs' && run !== undefined ? (
      <RunStatement key={run.id} run={run} calendar={settings.calendar} />
    ) : pane === undefined ? undefined : pane.value !== undefined && pane.value.sellerId === asked?.sellerId ? (
      <Statement
        key={`${asked.sellerId} ${asked.componentId ?? ''}`}
        statement={pane.value}
        calendar={settings.calendar}
        componentId={asked.componentId}
      />
    ) : pane.error ? (
      <Problem title={tError(pane.error)} />
    ) : (
      <Skeleton kind="text" />
    )

  return (
    <Page
      title={t('compensation.title')}
      finding={view === 'rules' && isLocked ? t('compensation.locked') : finding}
      primary={primary}
      extra={<PlanBar plans={plans} plan={plan} isLocked={isLocked} onChoose={onChoose} onNew={onNew} />}
      isFilling={view !== 'rules'}
      detail={paneContent}
      detailTitle={
        view === 'runs' && run !== undefined
          ? t('compensation.runs.detail', { at: format.dateTime(run.madeAt) })
          : t('compensation.statement.title', { name: pane?.value?.sellerName ?? '' })
      }
      detailSubtitle={
        view === 'runs'
          ? run && t('compensation.found.through', { period: periodWords(run.throughPeriodKey) })
          : t('compensation.statement.subtitle', {
              plan: plan.name,
              period: t('compensation.found.through', { period: format.period(through) })
            })
      }
      onCloseDetail={() => {
        setAsked(undefined)
        setRun(undefined)
      }}
    >
      <div>
        <SegmentedControl
          value={view}
          onChange={(value) => setView(views.find((each) => each === value) ?? 'pay')}
          data={views.map((each) => ({ value: each, label: t(`compensation.views.${each}`) }))}
        />
        {draft?.isDirty && view === 'pay' ? (
          <span className="pay-open small"> {t('compensation.pay.trying')}</span>
        ) : null}
      </div>
      {view === 'pay' && preview.error ? (
        <Problem title={tError(preview.error)} action={{ label: t('ui.again'), onRun: preview.reload }} />
      ) : null}
      {view === 'pay' && preview.value === undefined && !preview.error ? <Skeleton kind="table" /> : null}
      {view === 'pay' && preview.value !== undefined ? (
        <PayView
          preview={preview.value}
          rules={rules}
          periods={periods}
          through={through}
          onThrough={(period) => setThrough(period.key)}
          asked={asked}
          onAsk={setAsked}
          onTargets={() => setView('people')}
          onAddPeople={() => {
            setView('people')
            setAdding(!isLocked)
          }}
        />
      ) : null}
      {view === 'rules' && draft !== undefined ? (
        <RulesView
          draft={draft}
          isLocked={isLocked}
          isSaving={update.isBusy}
          person={person}
          onSave={() => void save()}
        />
      ) : null}
      {view === 'people' && detail.value !== undefined ? (
        <PeopleView plan={detail.value} isLocked={isLocked} onAdd={() => setAdding(true)} />
      ) : null}
      {view === 'runs' && runs.value !== undefined ? (
        <RunsView runs={runs.value} periodWords={periodWords} selected={run} onSelect={setRun} />
      ) : null}
      {isAdding && detail.value !== undefined ? (
        <AddPeopleDialog plan={detail.value} onClose={() => setAdding(false)} />
      ) : null}
    </Page>
  )
}

/** The chosen period; at first the one in which the data ends, or the whole year when the data ends outside it. */
function choosePeriod(periods: readonly Period[], chosenKey: string | undefined, asOf: string): Period {
  const last = periods.at(-1)
  if (last === undefined) throw new Error('a fiscal year has periods')
  const current = periods.find((period) => period.startsOn <= asOf && asOf <= period.endsOn)
  return periods.find((period) => period.key === chosenKey) ?? current ?? last
}
