// The three numbers above the parts: the company with its range, how far its parts were from it, and what adding up moved.
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { summariseParts } from '#shared/forecasts/hierarchy/parts.ts'
import type { PartsForecast } from '#shared/forecasts/hierarchy-types.ts'
import { readShown, useShownWords } from './use-part-words.ts'
import type { ShownPeriod } from './view-state.ts'

interface PartsFiguresProps {
  readonly forecast: PartsForecast
  readonly shown: ShownPeriod
}

export function PartsFigures({ forecast, shown }: PartsFiguresProps) {
  const { t } = useText()
  const format = useFormat()
  const shownWords = useShownWords()
  const { currency, parts } = forecast
  const [company] = parts
  const summary = summariseParts(parts, (part) => readShown(part, forecast, shown))
  if (summary === null || company === undefined) return null
  const money = (minor: number) => format.money(minor, currency, { digits: 0 })
  const point = readShown(company, forecast, shown)
  const middle = money(point.middleMinor ?? 0)
  const hasRange = point.low80Minor !== null && point.high80Minor !== null
  return (
    <KeyNumbers>
      <KeyNumber
        label={t('forecasts.hierarchy.key.company', { span: shownWords(forecast, shown) })}
        value={hasRange ? `${money(point.low80Minor ?? 0)} – ${money(point.high80Minor ?? 0)}` : middle}
        against={hasRange ? t('forecasts.hierarchy.key.middle', { middle }) : undefined}
        mark={<Soundness of={forecast.tree === 'teams' ? ['bookings', 'credit'] : ['bookings']} />}
      />
      <KeyNumber
        label={t('forecasts.hierarchy.key.byItself')}
        value={money(summary.companyBaseMinor)}
        against={t('forecasts.hierarchy.key.against', { parts: money(summary.topPartsBaseMinor) })}
      />
      <KeyNumber
        label={t('forecasts.hierarchy.key.moved')}
        value={money(summary.movedMinor)}
        against={
          summary.companyMinor === 0
            ? undefined
            : t('forecasts.hierarchy.key.movedAgainst', {
                ratio: format.percent(summary.movedMinor / summary.companyMinor, 1)
              })
        }
      />
    </KeyNumbers>
  )
}
