// The cuts of the company to choose from, with what each is called in the window's language.
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { AskedCut, CutDimension, ForecastCut } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { sayCut } from './series-cut-words.ts'

export interface CutChoice {
  readonly key: string
  readonly cut: ForecastCut
  readonly label: string
}

export interface CutGroups {
  readonly groups: readonly { readonly dimension: CutDimension; readonly choices: readonly CutChoice[] }[]
  readonly byKey: ReadonlyMap<string, CutChoice>
  /** What a cut is called, also one that isn't there any more. */
  readonly labelOf: (cut: AskedCut) => string
}

export function useCutGroups(scenarioId: ScenarioId, dataAsOf?: IsoDate): CutGroups {
  const { t } = useText()
  const found = useQuery('forecasts.listCuts', {
    scenarioId,
    ...(dataAsOf === undefined ? {} : { dataAsOf })
  }).value
  return useMemo(() => {
    const company: CutChoice = { key: 'company', cut: { kind: 'company' }, label: t('forecasts.cuts.company') }
    const groups = (found ?? []).map(({ dimension, cuts }) => ({
      dimension,
      choices: cuts.map(
        ({ cut, label }): CutChoice => ({
          key: cutKey(cut),
          cut,
          label: label === '' ? sayCut(t, cut) : label
        })
      )
    }))
    const byKey = new Map([company, ...groups.flatMap((group) => group.choices)].map((choice) => [choice.key, choice]))
    return { groups, byKey, labelOf: (cut) => byKey.get(cutKey(cut))?.label ?? ('name' in cut ? cut.name : '') }
  }, [found, t])
}
