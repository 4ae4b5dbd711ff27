// Why a method says what it says: its error before against the baseline's, and what it found in the history.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, type WhyStep, WhySteps } from '#renderer/ui/why.tsx'
import type { RegressionTerm } from '#shared/forecasts/method-types.ts'
import type { Backtest, ForecastDraft, MethodExplanation } from '#shared/forecasts/types.ts'
import { useDriverName } from './use-driver-name.ts'
import { useForecastWords } from './use-words.ts'

export function WhyMethod({ draft, backtest }: { readonly draft: ForecastDraft; readonly backtest: Backtest }) {
  const { t } = useText()
  const format = useFormat()
  const ours = backtest.methods.find((each) => each.method === draft.method)
  const theirs = backtest.methods.find((each) => each.isBaseline)
  const name = t(`forecasts.methods.${draft.method}.name`)
  return (
    <Why title={t('forecasts.methodWords.whyTitle', { method: name })} of={t('forecasts.methodWords.why')}>
      <p>{t(`forecasts.methods.${draft.method}.how`)}</p>
      <p>
        {ours && theirs && ours.maseRatio !== null && theirs.maseRatio !== null
          ? t('forecasts.methodWords.errors', {
              ours: format.number(ours.maseRatio, 2),
              theirs: format.number(theirs.maseRatio, 2),
              count: ours.comparedCount
            })
          : t('forecasts.methodWords.noErrors')}
      </p>
      {draft.explanation ? <Explained explanation={draft.explanation} draft={draft} /> : null}
    </Why>
  )
}

interface ExplainedProps<Kind extends MethodExplanation['kind'] = MethodExplanation['kind']> {
  readonly explanation: Extract<MethodExplanation, { kind: Kind }>
  readonly draft: ForecastDraft
}

function Explained({ explanation, draft }: ExplainedProps) {
  switch (explanation.kind) {
    case 'automatic':
      return <Combined explanation={explanation} draft={draft} />
    case 'regression':
      return <Coefficients explanation={explanation} draft={draft} />
    default:
      return <Parameters explanation={explanation} draft={draft} />
  }
}

function Combined({ explanation }: ExplainedProps<'automatic'>) {
  const { t } = useText()
  const format = useFormat()
  const { reason, members, baselineShareRatio, seasonProbabilityRatio } = explanation
  return (
    <>
      <p>{t(`forecasts.methodWords.reasons.${reason}`, { share: format.percent(baselineShareRatio ?? 0) })}</p>
      {members.length > 0 ? (
        <table className="method-members" aria-label={t('forecasts.methodWords.members')}>
          <tbody>
            {members.map(({ id, maseRatio, weightRatio }) => (
              <tr key={id}>
                <th scope="row">{t(`forecasts.methodWords.memberNames.${id}`)}</th>
                <td className="muted">
                  {maseRatio === null
                    ? t('forecasts.methodWords.untold')
                    : t('forecasts.methodWords.memberLine', { mase: format.number(maseRatio, 2) })}
                </td>
                <td>{format.percent(weightRatio)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {seasonProbabilityRatio === null ? null : (
        <WhyNote>{t('forecasts.methodWords.season', { share: format.percent(seasonProbabilityRatio) })}</WhyNote>
      )}
    </>
  )
}

function Parameters({ explanation, draft }: ExplainedProps<'smoothing' | 'theta' | 'rate'>) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = draft.series
  const step = (key: string, label: string, value: WhyStep['value']): WhyStep => ({ key, label, value })
  if (explanation.kind === 'rate')
    return (
      <WhySteps
        steps={[
          step('interval', t('forecasts.methodWords.rate.interval'), format.number(explanation.meanInterval, 1)),
          step(
            'size',
            t('forecasts.methodWords.rate.size'),
            <Money minor={Math.round(explanation.meanSize)} currency={currency} />
          ),
          step(
            'rate',
            t('forecasts.methodWords.rate.rate'),
            <Money minor={Math.round(explanation.rate)} currency={currency} />
          )
        ]}
      />
    )
  const share = (key: 'alpha' | 'beta' | 'gamma' | 'phi', value: number | null): WhyStep[] =>
    value === null ? [] : [step(key, t(`forecasts.methodWords.smoothing.${key}`), format.percent(value))]
  if (explanation.kind === 'theta')
    return (
      <>
        <WhySteps
          steps={[
            ...share('alpha', explanation.alpha),
            step('theta', t('forecasts.methodWords.theta.theta'), format.number(explanation.theta, 2))
          ]}
        />
        <WhyNote>{t(`forecasts.methodWords.theta.seasons.${explanation.season}`)}</WhyNote>
      </>
    )
  const { form, alpha, beta, gamma, phi, tried } = explanation
  return (
    <>
      <WhySteps
        steps={[
          step('form', t('forecasts.methodWords.smoothing.form'), form),
          ...share('alpha', alpha),
          ...share('beta', beta),
          ...share('gamma', gamma),
          ...share('phi', phi)
        ]}
      />
      {tried.length > 1 ? (
        <WhyNote>
          {t('forecasts.methodWords.smoothing.tried', {
            forms: format.list(
              tried.slice(1).map((each) => `${each.form} (+${format.number(each.aicc - (tried[0]?.aicc ?? 0), 1)})`)
            )
          })}
        </WhyNote>
      ) : null}
    </>
  )
}

function Coefficients({ explanation, draft }: ExplainedProps<'regression'>) {
  const { t } = useText()
  const format = useFormat()
  const sayTerm = useTerm(draft)
  const { currency } = draft.series
  const { lines, rSquaredRatio, degrees } = explanation
  const money = (minor: number) => format.signedMoney(Math.round(minor), currency, { digits: 0 })
  return (
    <>
      <table className="method-members" aria-label={t('forecasts.methodWords.regression.title')}>
        <thead>
          <tr className="muted">
            <th scope="col">{t('forecasts.methodWords.regression.term')}</th>
            <td>{t('forecasts.methodWords.regression.estimate')}</td>
            <td>{t('forecasts.methodWords.regression.between')}</td>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ term, estimate, low95, high95 }) => (
            <tr key={JSON.stringify(term)}>
              <th scope="row">{sayTerm(term)}</th>
              <td>{money(estimate)}</td>
              <td className="muted">
                {money(low95)} … {money(high95)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rSquaredRatio === null ? null : (
        <WhyNote>
          {t('forecasts.methodWords.regression.explained', { share: format.percent(rSquaredRatio), degrees })}
        </WhyNote>
      )}
    </>
  )
}

function useTerm({ series }: ForecastDraft): (term: RegressionTerm) => string {
  const { t } = useText()
  const words = useForecastWords()
  const nameOf = useDriverName()
  return (term) => {
    switch (term.kind) {
      case 'driver':
        return nameOf(term.driver)
      case 'season': {
        // Places count from the first period of the history that was used.
        const at = (place: number) => words.period(series.points[place]?.periodKey ?? '')
        return t('forecasts.methodWords.regression.season', { period: at(term.place), first: at(0) })
      }
      case 'wave':
        return t('forecasts.methodWords.regression.wave', { pair: `${term.pair}${term.isSine ? 'a' : 'b'}` })
      default:
        return t(`forecasts.methodWords.regression.${term.kind}`)
    }
  }
}
