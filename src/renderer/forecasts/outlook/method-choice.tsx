// The methods with what each would have done before: automatic, the baseline and the chosen one at first, all of them when they are asked for.
import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useJob, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { WhyNote } from '#renderer/ui/why.tsx'
import { Work } from '#renderer/ui/work.tsx'
import type { ArgsOf } from '#shared/contract/index.ts'
import type { Backtest, ForecastDraft, MethodComparison, MethodId } from '#shared/forecasts/types.ts'
import { WhyMethod } from './why-method.tsx'
import './method-choice.css'

interface MethodChoiceProps {
  /** What is asked for, the method left away. Null for a kept forecast, whose comparison is that of its day. */
  readonly asked: ArgsOf<'forecasts.comparison'> | null
  readonly backtest: Backtest
  readonly draft: ForecastDraft | null
  readonly onChange: (method: MethodId) => void
}

export function MethodChoice({ asked, backtest: quick, draft, onChange }: MethodChoiceProps) {
  const { t, tError } = useText()
  const full = useQuery('forecasts.comparison', asked)
  const compare = useJob('forecasts.compareMethods', { silent: true })
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string>()
  const backtest = (asked === null ? undefined : full.value) ?? quick
  const method = draft?.method ?? null
  const isComplete = backtest.isComplete !== false
  const rows = sortMethods(backtest, isOpen, method)
  const best = findBest(backtest)
  const tryAll = async () => {
    setOpen(true)
    setProblem(undefined)
    if (asked === null || isComplete) return
    const reply = await compare.run(asked)
    if (reply.ok) full.reload()
    else if (reply.error.code !== 'engine.cancelled') setProblem(tError(reply.error))
  }
  return (
    <Section
      title={t('forecasts.method')}
      actions={draft ? <WhyMethod draft={draft} backtest={backtest} /> : undefined}
    >
      <Radio.Group
        aria-label={t('forecasts.method')}
        value={method ?? ''}
        onChange={(id) => {
          const chosen = backtest.methods.find((each) => each.method === id)
          if (chosen) onChange(chosen.method)
        }}
      >
        <div className="method-list">
          {rows.map((each) => (
            <MethodRow
              key={each.method}
              comparison={each}
              isChosen={each.method === method}
              isProposed={each.method === backtest.proposed}
              isBest={each === best}
              isTried={isComplete || each.comparedCount > 0 || backtest.origins === 0}
              isDisabled={asked === null}
            />
          ))}
        </div>
      </Radio.Group>
      {compare.isBusy ? (
        <Work
          progress={compare.progress && { ...compare.progress, total: compare.progress.total ?? 0 }}
          label={t('forecasts.progress.compare')}
          onCancel={compare.cancel}
        />
      ) : (
        <div className="method-actions">
          {isOpen ? (
            <Button variant="subtle" size="xs" onClick={() => setOpen(false)}>
              {t('forecasts.methodWords.fewer')}
            </Button>
          ) : null}
          {!isOpen || (!isComplete && asked !== null) ? (
            <Button variant="default" size="xs" onClick={() => void tryAll()}>
              {t(isComplete || backtest.origins === 0 ? 'forecasts.methodWords.all' : 'forecasts.methodWords.compare')}
            </Button>
          ) : null}
        </div>
      )}
      {problem ? <Problem title={problem} action={{ label: t('ui.again'), onRun: () => void tryAll() }} /> : null}
      <WhyNote>
        {backtest.origins > 0
          ? t('forecasts.backtest.explain', { origins: backtest.origins })
          : t('forecasts.backtest.missing', { count: backtest.missingPeriods })}
      </WhyNote>
      {backtest.origins > 0 && backtest.origins < 3 ? <WhyNote>{t('forecasts.backtest.few')}</WhyNote> : null}
    </Section>
  )
}

/** The smallest error of those that beat the baseline. */
function findBest(backtest: Backtest): MethodComparison | undefined {
  return backtest.methods
    .filter((each) => each.beatsBaseline === true)
    .sort((one, other) => (one.maseRatio ?? 0) - (other.maseRatio ?? 0))[0]
}

/** Automatic, baseline and chosen first; the others by their error, those without one last. */
function sortMethods(backtest: Backtest, isOpen: boolean, method: MethodId | null): MethodComparison[] {
  const isShort = (each: MethodComparison) =>
    each.method === 'automatic' || each.isBaseline || each.method === method || each.method === backtest.proposed
  const short = backtest.methods.filter(isShort)
  if (!isOpen) return short
  const errorOf = (each: MethodComparison) => each.maseRatio ?? Number.POSITIVE_INFINITY
  const rest = backtest.methods.filter((each) => !isShort(each))
  const byError = (one: MethodComparison, other: MethodComparison) => {
    const [first, second] = [errorOf(one), errorOf(other)]
    return first === second ? Number(other.isPossible) - Number(one.isPossible) : first - second
  }
  return [...short, ...rest.sort(byError)]
}

interface MethodRowProps {
  readonly comparison: MethodComparison
  readonly isChosen: boolean
  readonly isProposed: boolean
  readonly isBest: boolean
  readonly isTried: boolean
  readonly isDisabled: boolean
}

function MethodRow({ comparison, isChosen, isProposed, isBest, isTried, isDisabled }: MethodRowProps) {
  const { t } = useText()
  const format = useFormat()
  const { method, isPossible, needs, maseRatio, wapeRatio, comparedCount } = comparison
  const figures = [
    maseRatio === null ? '' : `${t('forecasts.backtest.mase')} ${format.number(maseRatio, 2)}`,
    wapeRatio === null ? '' : `${t('forecasts.backtest.wape')} ${format.percent(wapeRatio)}`,
    comparedCount === 0 ? '' : t('ui.cases', { n: format.number(comparedCount) })
  ].filter((text) => text !== '')
  return (
    <div className="method-row">
      <Radio
        value={method}
        disabled={isDisabled || !isPossible}
        label={t(`forecasts.methods.${method}.name`)}
        description={isChosen ? t(`forecasts.methods.${method}.how`) : undefined}
        title={t(`forecasts.methods.${method}.how`)}
      />
      <div className="method-figures">
        {figures.length > 0 ? <span className="muted small numbers">{figures.join(' · ')}</span> : null}
        {isPossible && !isTried ? <span className="muted small">{t('forecasts.methodWords.untried')}</span> : null}
        {isPossible && isTried && comparedCount === 0 ? (
          <span className="muted small">{t('forecasts.methodWords.tooShortToTry')}</span>
        ) : null}
        {isPossible ? null : (
          <Tag>{needs === null ? t('forecasts.methodWords.noUse') : t('forecasts.needs', { count: needs })}</Tag>
        )}
        {isProposed ? <Tag tone="accent">{t('forecasts.proposed')}</Tag> : null}
        {comparison.isBaseline ? <Tag>{t('forecasts.baseline')}</Tag> : null}
        {isBest && !isProposed ? <Tag>{t('forecasts.methodWords.best')}</Tag> : null}
        {comparison.beatsBaseline === false ? <Tag tone="amber">{t('forecasts.notBetter')}</Tag> : null}
      </div>
      {isChosen && comparison.beatsBaseline === false ? (
        <p className="small method-warning">{t('forecasts.methodWords.warning')}</p>
      ) : null}
    </div>
  )
}
