// By what the company is parted, by which periods, how parts are made to add up, and which figures are in view.
import { SegmentedControl, Select } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { reconcilers } from '#shared/forecasts/hierarchy/reconcilers/index.ts'
import type { PartsForecast, PartsTreeId } from '#shared/forecasts/hierarchy-types.ts'
import { settleShown, useShownWords } from './use-part-words.ts'
import { keepPartsView, usePartsView } from './view-state.ts'
import './hierarchy.css'

const trees: readonly PartsTreeId[] = ['teams', 'territories', 'segments']

interface PartsChoicesProps {
  readonly forecast: PartsForecast | null
  /** A kept forecast stands as it was kept. */
  readonly isFixed: boolean
  /** While forecasts are made, what they are of doesn't change. */
  readonly isBusy: boolean
}

export function PartsChoices({ forecast, isFixed, isBusy }: PartsChoicesProps) {
  const { t } = useText()
  const view = usePartsView()
  const shownWords = useShownWords()
  const hasLeavers = forecast?.parts.some((part) => part.kind === 'leavers') ?? false
  return (
    <div className="parts-choices">
      <SegmentedControl
        aria-label={t('forecasts.hierarchy.tree')}
        value={view.tree}
        disabled={isBusy}
        data={trees.map((tree) => ({ value: tree, label: t(`forecasts.hierarchy.trees.${tree}`) }))}
        onChange={(value) => keepPartsView({ tree: trees.find((each) => each === value) ?? 'teams' })}
      />
      <SegmentedControl
        aria-label={t('forecasts.hierarchy.grain')}
        value={view.grain}
        disabled={isBusy}
        data={[
          { value: 'quarter', label: t('forecasts.grains.quarter') },
          { value: 'month', label: t('forecasts.grains.month') }
        ]}
        onChange={(value) => keepPartsView({ grain: value === 'quarter' ? 'quarter' : 'month', shown: 'year' })}
      />
      <Select
        aria-label={t('forecasts.hierarchy.reconciler')}
        title={t('forecasts.hierarchy.reconciler')}
        w={186}
        disabled={isFixed}
        allowDeselect={false}
        value={isFixed ? (forecast?.reconciler ?? view.reconciler) : view.reconciler}
        data={reconcilers.map(({ id }) => ({ value: id, label: t(`forecasts.hierarchy.reconcilers.${id}.name`) }))}
        onChange={(value) =>
          keepPartsView({ reconciler: reconcilers.find((each) => each.id === value)?.id ?? 'minimumTrace' })
        }
      />
      {forecast ? (
        <Select
          aria-label={t('forecasts.hierarchy.shown')}
          title={t('forecasts.hierarchy.shown')}
          w={190}
          allowDeselect={false}
          value={settleShown(forecast, view.shown)}
          data={[
            ...(forecast.parts[0]?.year ? [{ value: 'year', label: shownWords(forecast, 'year') }] : []),
            { value: 'all', label: shownWords(forecast, 'all') },
            ...forecast.periods.map(({ key }) => ({ value: key, label: shownWords(forecast, key) }))
          ]}
          onChange={(value) => keepPartsView({ shown: value ?? 'all' })}
        />
      ) : null}
      {hasLeavers ? (
        <Select
          aria-label={t('forecasts.hierarchy.leavers')}
          title={t('forecasts.hierarchy.leaversHint')}
          w={178}
          disabled={isFixed}
          allowDeselect={false}
          value={isFixed ? (forecast?.leavers ?? view.leavers) : view.leavers}
          data={[
            { value: 'end', label: t('forecasts.hierarchy.leaversChoices.end') },
            { value: 'goOn', label: t('forecasts.hierarchy.leaversChoices.goOn') }
          ]}
          onChange={(value) => keepPartsView({ leavers: value === 'goOn' ? 'goOn' : 'end' })}
        />
      ) : null}
    </div>
  )
}
