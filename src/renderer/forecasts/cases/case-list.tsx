// The cases side by side: the range of the year before its middle, against the forecast, the chance of the target, and what each lever brings.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import type { CaseBase, CaseId, CaseOutcome, ForecastCase } from '#shared/forecasts/case-types.ts'
import { chanceToReach, compareCases, rangeOf } from '#shared/forecasts/cases/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { useCaseWords } from './use-case-words.ts'

interface CaseListProps {
  readonly scenarioId: ScenarioId
  readonly base: CaseBase
  readonly cases: readonly ForecastCase[]
  readonly outcomes: ReadonlyMap<CaseId, CaseOutcome>
  readonly chosenId: CaseId
  readonly targetMinor: number | null
  readonly isLocked: boolean
  readonly onChoose: (id: CaseId) => void
  readonly onRename: (each: ForecastCase) => void
}

export function CaseList(props: CaseListProps) {
  const { base, cases, outcomes, chosenId, targetMinor, onChoose } = props
  const { t } = useText()
  const format = useFormat()
  const words = useCaseWords(base.currency)
  const shown = cases.flatMap((each) => {
    const outcome = outcomes.get(each.id)
    return outcome ? [{ each, outcome }] : []
  })
  const comparison = compareCases(
    base,
    shown.map(({ outcome }) => outcome)
  )
  const forecastRange = base.percentilesMinor && rangeOf(base.percentilesMinor)
  const noRange = <Missing reason={t('forecasts.cases.list.noRange')} />
  const noTarget = <Missing reason={t('forecasts.cases.list.noTarget')} />
  const chance = (percentiles: readonly number[] | null) => {
    const ratio = targetMinor === null ? null : chanceToReach(percentiles, targetMinor)
    return targetMinor === null ? noTarget : ratio === null ? noRange : words.chance(ratio)
  }
  const rows = [
    { key: 'p10', forecast: forecastRange?.p10Minor, of: ({ range }: CaseOutcome) => range?.p10Minor },
    { key: 'p50', forecast: forecastRange?.p50Minor, of: ({ range }: CaseOutcome) => range?.p50Minor },
    { key: 'p90', forecast: forecastRange?.p90Minor, of: ({ range }: CaseOutcome) => range?.p90Minor }
  ] as const
  return (
    <div className="cases-scroll">
      <table className="cases-list">
        <caption className="only-read">{t('forecasts.cases.list.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('forecasts.cases.list.year', { year: words.period(`FY${base.fiscalYear}`) })}</th>
            <th scope="col">{t('forecasts.cases.list.forecast')}</th>
            {shown.map(({ each }, at) => (
              <th key={each.id} scope="col" aria-current={each.id === chosenId || undefined}>
                <span className="cases-head">
                  <button
                    type="button"
                    className="cases-name"
                    aria-pressed={each.id === chosenId}
                    onClick={() => onChoose(each.id)}
                  >
                    {each.name}
                  </button>
                  <CaseMenu {...props} each={each} at={at} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, forecast, of }) => (
            <tr key={key}>
              <th scope="row">{t(`forecasts.cases.list.${key}`)}</th>
              <td>{forecast === undefined ? noRange : words.money(forecast)}</td>
              {shown.map(({ each, outcome }) => {
                const value = of(outcome)
                return (
                  <td key={each.id} data-chosen={each.id === chosenId || undefined}>
                    {value === undefined ? noRange : words.money(value)}
                  </td>
                )
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('forecasts.cases.list.middle')}</th>
            <td>{words.money(comparison.base.middleMinor)}</td>
            {shown.map(({ each, outcome }) => (
              <td key={each.id} data-chosen={each.id === chosenId || undefined}>
                {words.money(outcome.middleMinor)}
              </td>
            ))}
          </tr>
          <tr className="cases-sum">
            <th scope="row">{t('forecasts.cases.list.against')}</th>
            <td />
            {comparison.cases.map(({ deltaMinor, deltaRatio }, at) => (
              <td key={shown[at]?.each.id} data-chosen={shown[at]?.each.id === chosenId || undefined}>
                {words.signed(deltaMinor)}
                {deltaRatio === null ? null : <span className="muted"> {format.signedPercent(deltaRatio, 1)}</span>}
              </td>
            ))}
          </tr>
          {comparison.effects.map(({ key, deltasMinor }) => (
            <tr key={key} className="cases-effect">
              <th scope="row">{words.effect(key)}</th>
              <td />
              {deltasMinor.map((minor, at) => (
                <td key={shown[at]?.each.id} data-chosen={shown[at]?.each.id === chosenId || undefined}>
                  {minor === 0 ? <Missing reason={t('forecasts.cases.list.notMoved')} /> : words.signed(minor)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              {targetMinor === null
                ? t('forecasts.cases.list.reachNone')
                : t('forecasts.cases.list.reach', { target: words.money(targetMinor) })}
            </th>
            <td>{chance(base.percentilesMinor)}</td>
            {shown.map(({ each, outcome }) => (
              <td key={each.id} data-chosen={each.id === chosenId || undefined}>
                {chance(outcome.percentilesMinor)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function CaseMenu({
  scenarioId,
  cases,
  each,
  at,
  isLocked,
  onRename
}: CaseListProps & { readonly each: ForecastCase; readonly at: number }) {
  const { t } = useText()
  const copy = useCommand('forecasts.copyCase')
  const order = useCommand('forecasts.orderCases')
  const remove = useCommand('forecasts.removeCase')
  const move = (by: number) => {
    const ids = cases.map(({ id }) => id)
    const [id] = ids.splice(at, 1)
    if (id !== undefined) ids.splice(at + by, 0, id)
    void order.run({ scenarioId, caseIds: ids })
  }
  const copyName = () => {
    const taken = new Set(cases.map(({ name }) => name))
    const name = t('forecasts.cases.menu.copyName', { name: each.name })
    if (!taken.has(name)) return name
    let number = 2
    while (taken.has(`${name} ${number}`)) number += 1
    return `${name} ${number}`
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('forecasts.cases.menu.label', { name: each.name })}>
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={isLocked} onClick={() => onRename(each)}>
          {t('forecasts.cases.menu.rename')}
        </Menu.Item>
        <Menu.Item disabled={isLocked} onClick={() => void copy.run({ caseId: each.id, name: copyName() })}>
          {t('forecasts.cases.menu.copy')}
        </Menu.Item>
        <Menu.Item disabled={isLocked || at === 0} onClick={() => move(-1)}>
          {t('forecasts.cases.menu.left')}
        </Menu.Item>
        <Menu.Item disabled={isLocked || at === cases.length - 1} onClick={() => move(1)}>
          {t('forecasts.cases.menu.right')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={isLocked} onClick={() => void remove.run({ caseId: each.id })}>
          {t('forecasts.cases.menu.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
