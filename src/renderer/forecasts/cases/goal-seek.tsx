// Which value of one lever brings the year to an amount, all else as the case says; worked out when asked, as a percentile takes a while.
import { Button, Select } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { MoneyField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { CaseAssumptions, CaseBase, CaseOutcome, LeverSetting } from '#shared/forecasts/case-types.ts'
import {
  caseLevers,
  type GoalAnswer,
  getLever,
  keyOfSetting,
  percentileAt,
  seekGoal
} from '#shared/forecasts/cases/index.ts'
import { type CaseView, caseSeed } from './case-view.ts'
import { useToolWords } from './use-tool-words.ts'

type Choice = Pick<LeverSetting, 'lever' | 'currency'>

const percentiles = { p10: 0.1, p20: 0.2, p50: 0.5, p80: 0.8, p90: 0.9 } as const
type At = 'middle' | keyof typeof percentiles
const percentileKeys = ['p10', 'p20', 'p50', 'p80', 'p90'] as const

/** A question with all that its answer stands on. */
interface Asked {
  readonly choice: Choice
  readonly targetMinor: number
  readonly at: At
  readonly assumptions: CaseAssumptions
  readonly base: CaseBase
  readonly outcome: CaseOutcome
}

export function GoalSeek({ base, settings, assumptions, outcome, isLocked, onSave }: CaseView) {
  const { t } = useText()
  const words = useToolWords(base)
  const choices = choicesOf(base)
  const offered = choices.filter(({ choice }) => getLever(choice.lever).lacks(base, choice) === null)
  const lacking = choices.filter((each) => !offered.includes(each))
  const [key, setKey] = useState(offered[0]?.key)
  const [typed, setTyped] = useState<number | null>()
  const [at, setAt] = useState<At>('middle')
  const [asked, setAsked] = useState<Asked>()
  const [found, setFound] = useState<{ asked: Asked; answer: GoalAnswer }>()
  const hasRange = base.percentilesMinor !== null
  const targetMinor = typed === undefined ? settings.targetMinor : typed
  const choice = (offered.find((each) => each.key === key) ?? offered[0])?.choice
  // After the picture: it shows that the search is on before the search holds the window.
  useEffect(() => {
    if (asked === undefined) return
    const timer = setTimeout(() => {
      setFound({ asked, answer: seek(asked) })
      setAsked(undefined)
    }, 30)
    return () => clearTimeout(timer)
  }, [asked])

  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (choice !== undefined && targetMinor !== null)
      setAsked({ choice, targetMinor, at: hasRange ? at : 'middle', assumptions, base, outcome })
  }
  const isSame =
    found !== undefined &&
    choice !== undefined &&
    keyOfSetting(found.asked.choice) === keyOfSetting(choice) &&
    found.asked.targetMinor === targetMinor &&
    found.asked.at === at &&
    found.asked.base === base
  const isCurrent = isSame && say(found.asked.assumptions) === say(assumptions)
  const isSet =
    isSame &&
    found.answer.kind === 'reached' &&
    say(withSetting(found.asked.assumptions, found.answer.setting)) === say(assumptions)
  return (
    <>
      <form className="case-question" onSubmit={ask}>
        <Select
          label={t('forecasts.cases.tools.goal.lever')}
          w={210}
          allowDeselect={false}
          value={choice === undefined ? null : keyOfSetting(choice)}
          data={offered.map((each) => ({ value: each.key, label: words.effect(each.key) }))}
          onChange={(value) => setKey(value ?? undefined)}
        />
        <MoneyField
          label={t('forecasts.cases.tools.goal.reaches')}
          value={targetMinor}
          currency={base.currency}
          onChange={setTyped}
        />
        <Select
          label={t('forecasts.cases.tools.goal.at')}
          w={250}
          allowDeselect={false}
          value={hasRange ? at : 'middle'}
          description={hasRange ? undefined : t('forecasts.cases.tools.noRange')}
          data={[
            { value: 'middle', label: t('forecasts.cases.tools.goal.atMiddle') },
            ...(hasRange
              ? percentileKeys.map((value) => ({ value, label: t(`forecasts.cases.tools.goal.percentiles.${value}`) }))
              : [])
          ]}
          onChange={(value) => setAt(percentileKeys.find((each) => each === value) ?? 'middle')}
        />
        <Button
          type="submit"
          variant="default"
          loading={asked !== undefined}
          disabled={choice === undefined || targetMinor === null}
          title={targetMinor === null ? t('forecasts.cases.tools.goal.needsTarget') : undefined}
        >
          {t(
            found !== undefined && !isCurrent ? 'forecasts.cases.tools.goal.again' : 'forecasts.cases.tools.goal.find'
          )}
        </Button>
      </form>
      <div aria-live="polite" aria-busy={asked !== undefined} className="case-answer">
        {asked !== undefined ? (
          <p className="muted">{t('forecasts.cases.tools.goal.busy')}</p>
        ) : found === undefined ? (
          <p className="muted">{t('forecasts.cases.tools.goal.start')}</p>
        ) : (
          <>
            <Answer {...found} isFresh={isCurrent} />
            {isSet ? (
              <p className="muted">{t('forecasts.cases.tools.goal.isSet')}</p>
            ) : isCurrent ? (
              <SetButton {...found} isLocked={isLocked} onSave={onSave} />
            ) : (
              <p className="muted">{t('forecasts.cases.tools.goal.stale')}</p>
            )}
          </>
        )}
      </div>
      {lacking.length > 0 ? (
        <p className="muted small">
          {t('forecasts.cases.tools.goal.lacking', {
            levers: lacking.map((each) => words.effect(each.key)).join(', ')
          })}
        </p>
      ) : null}
    </>
  )
}

interface FoundProps {
  readonly asked: Asked
  readonly answer: GoalAnswer
}

function SetButton({ asked, answer, isLocked, onSave }: FoundProps & Pick<CaseView, 'isLocked' | 'onSave'>) {
  const { t } = useText()
  if (answer.kind !== 'reached' || isReachedAnyway(asked, answer.setting)) return null
  return (
    <Button
      variant="default"
      disabled={isLocked}
      title={isLocked ? t('forecasts.locked') : undefined}
      onClick={() => onSave(withSetting(asked.assumptions, answer.setting))}
    >
      {t('forecasts.cases.tools.goal.set')}
    </Button>
  )
}

function Answer({ asked, answer, isFresh }: FoundProps & { readonly isFresh: boolean }) {
  const { t } = useText()
  const format = useFormat()
  const words = useToolWords(asked.base)
  const { lever } = asked.choice
  const name = words.effect(keyOfSetting(asked.choice))
  const target = words.money(asked.targetMinor)
  if (answer.kind === 'noRange') return <p>{t('forecasts.cases.tools.noRange')}</p>
  const year = words.money(answer.yearMinor)
  if (answer.kind === 'noEffect')
    return (
      <p>
        {t('forecasts.cases.tools.goal.noEffect', { lever: name, year })}{' '}
        <span className="muted">
          {lever === 'startDelay' || lever === 'ramp'
            ? t('forecasts.cases.tools.goal.noEffectHires')
            : lever === 'price'
              ? t('forecasts.cases.tools.goal.noEffectPrice')
              : null}
        </span>
      </p>
    )
  const measured = getLever(lever).measuredOf(asked.base)
  const value = words.change(lever, answer.setting.middle)
  const absolute = answer.absolute === null || measured === null ? null : words.measure(measured.unit, answer.absolute)
  const said = { lever: name, value, target, year, absolute: absolute ?? '' }
  const sentence =
    answer.kind === 'outOfReach'
      ? t(`forecasts.cases.tools.goal.${absolute === null ? 'outOfReach' : 'outOfReachAbsolute'}`, said)
      : isReachedAnyway(asked, answer.setting)
        ? t('forecasts.cases.tools.goal.anyway', said)
        : t(`forecasts.cases.tools.goal.${absolute === null ? 'reached' : 'reachedAbsolute'}`, said)
  return (
    <div className={isFresh ? undefined : 'muted'}>
      <p className="case-finding">
        <Why title={t('forecasts.cases.tools.goal.whyTitle', { value: absolute ?? value })} of={sentence}>
          <WhyAnswer asked={asked} answer={answer} />
        </Why>
      </p>
      <p className="muted">
        {[
          t('forecasts.cases.tools.goal.change', { value }),
          ...(measured === null
            ? []
            : measured.n === null || measured.of === null
              ? [t('forecasts.cases.tools.goal.measuredAlone', { value: words.measure(measured.unit, measured.value) })]
              : [
                  t('forecasts.cases.tools.goal.measured', {
                    value: words.measure(measured.unit, measured.value),
                    basis: t(`forecasts.cases.tools.goal.basis.${measured.of}`, { n: format.number(measured.n) })
                  })
                ])
        ].join(' · ')}
      </p>
    </div>
  )
}

function WhyAnswer({ asked, answer }: { asked: Asked; answer: Extract<GoalAnswer, { setting: LeverSetting }> }) {
  const { t } = useText()
  const words = useToolWords(asked.base)
  const { lever } = asked.choice
  const key = keyOfSetting(asked.choice)
  const bounds = getLever(lever).bounds(asked.base)
  const now = asked.assumptions.levers.find((setting) => keyOfSetting(setting) === key)?.middle ?? 0
  const at = asked.at === 'middle' ? t('forecasts.cases.tools.goal.atMiddle') : words.percentile(percentiles[asked.at])
  return (
    <>
      <WhySteps
        steps={[
          {
            key: 'now',
            label: t('forecasts.cases.tools.goal.whyNow', { lever: words.effect(key) }),
            value: words.change(lever, now)
          },
          {
            key: 'year',
            label: t('forecasts.cases.tools.goal.whyYear', { at }),
            value: words.money(yearOf(asked))
          },
          {
            key: 'bounds',
            label: t('forecasts.cases.tools.goal.whyBounds'),
            value: t('forecasts.cases.tools.goal.whyBoundsValue', {
              low: words.change(lever, bounds.low),
              high: words.change(lever, bounds.high)
            })
          },
          {
            key: 'found',
            label: t('forecasts.cases.tools.goal.whyFound'),
            value: words.change(lever, answer.setting.middle)
          },
          {
            key: 'then',
            label: t('forecasts.cases.tools.goal.whyThen', { at }),
            value: words.money(answer.yearMinor),
            isResult: true
          }
        ]}
      />
      <WhyNote>
        {t(asked.at === 'middle' ? 'forecasts.cases.tools.goal.whyMiddle' : 'forecasts.cases.tools.goal.whyPercentile')}
      </WhyNote>
    </>
  )
}

function choicesOf(base: CaseBase): { key: string; choice: Choice }[] {
  const foreign = base.measured.currencies.filter(({ currency }) => currency !== base.currency)
  return caseLevers
    .flatMap(({ id }): Choice[] =>
      id === 'exchangeRate' ? foreign.map(({ currency }) => ({ lever: id, currency })) : [{ lever: id }]
    )
    .map((choice) => ({ key: keyOfSetting(choice), choice }))
}

function seek({ base, assumptions, choice, targetMinor, at }: Asked): GoalAnswer {
  const percentileRatio = at === 'middle' ? null : percentiles[at]
  return seekGoal(base, assumptions, { lever: choice, targetMinor, percentileRatio }, { seed: caseSeed })
}

function yearOf({ outcome, at }: Asked): number {
  return at === 'middle' || outcome.percentilesMinor === null
    ? outcome.middleMinor
    : percentileAt(outcome.percentilesMinor, percentiles[at])
}

/** The lever stands at the end that brings least, and still the year is enough. */
function isReachedAnyway({ base }: Asked, setting: LeverSetting): boolean {
  const lever = getLever(setting.lever)
  const { low, high } = lever.bounds(base)
  return setting.middle === (lever.direction(setting) === 'down' ? high : low)
}

function withSetting(assumptions: CaseAssumptions, setting: LeverSetting): CaseAssumptions {
  const key = keyOfSetting(setting)
  const isThere = assumptions.levers.some((each) => keyOfSetting(each) === key)
  return {
    ...assumptions,
    levers: isThere
      ? assumptions.levers.map((each) => (keyOfSetting(each) === key ? setting : each))
      : [...assumptions.levers, setting]
  }
}

/** The same for the same assumptions, whatever order their fields were written in. */
function say({ levers, hires, events }: CaseAssumptions): string {
  const inOrder = (entry: object) => Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([levers.map(inOrder), hires.map(inOrder), events.map(inOrder)])
}
