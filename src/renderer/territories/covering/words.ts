// Days of coverage in words: "from 1 Mar 2027", "always".
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { IsoDate } from '#shared/units/date.ts'

export interface CoverageWords {
  readonly days: (stretch: { readonly fromOn: IsoDate | null; readonly toOn: IsoDate | null }) => string
}

export function useCoverageWords(): CoverageWords {
  const { t } = useText()
  const format = useFormat()
  return useMemo(
    () => ({
      days: ({ fromOn, toOn }) => {
        if (fromOn && toOn) return t('territories.pane.fromTo', { from: format.date(fromOn), to: format.date(toOn) })
        if (fromOn) return t('territories.pane.from', { from: format.date(fromOn) })
        return toOn ? t('territories.pane.to', { to: format.date(toOn) }) : t('territories.pane.always')
      }
    }),
    [t, format]
  )
}
