// How the value of a measure is written: money, a count, hours, the unit of the potential field, or a share.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { Format } from '#renderer/ui/make-format.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { getMeasure } from '#shared/territories/measures/index.ts'
import type { MeasureId } from '#shared/territories/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type MeasureUnit = 'money' | 'count' | 'hours' | 'share'

/** Potential has the unit of the field chosen for it: revenue is money, others are plain numbers. */
export function unitOf(measureId: MeasureId, settings: TerritorySettings): MeasureUnit {
  const { unit } = getMeasure(measureId)
  if (unit !== 'potential') return unit
  return settings.potentialField === 'revenue' ? 'money' : 'count'
}

interface Shown {
  readonly currency: CurrencyCode
  readonly settings: TerritorySettings
  readonly hours: (hours: string) => string
}

export function writeMeasure(
  measureId: MeasureId,
  value: number,
  { currency, settings, hours }: Shown,
  format: Format
): string {
  switch (unitOf(measureId, settings)) {
    case 'money':
      return format.money(Math.round(value), currency, { digits: 0 })
    case 'hours':
      return hours(format.number(value))
    case 'share':
      return format.percent(value, 1)
    case 'count':
      return format.number(value, Number.isInteger(value) ? 0 : 1)
  }
}

export function useShowMeasure(
  currency: CurrencyCode,
  settings: TerritorySettings
): (measureId: MeasureId, value: number) => string {
  const { t } = useText()
  const format = useFormat()
  return useMemo(() => {
    const shown: Shown = { currency, settings, hours: (hours) => t('territories.hours', { hours }) }
    return (measureId, value) => writeMeasure(measureId, value, shown, format)
  }, [t, format, currency, settings])
}
