// How many accounts could be placed on the map, how exactly, and why the others could not.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { MapAccounts } from '#shared/territories/alignment-types.ts'

interface PlacedProps {
  readonly accounts: MapAccounts
  readonly placed: number
  readonly onMap: number
  /** Known no closer than their region or country. */
  readonly coarse: number
}

const kinds = ['coordinates', 'postalCode', 'city', 'region', 'country'] as const

export function Placed({ accounts, placed, onMap, coarse }: PlacedProps) {
  const { t } = useText()
  const format = useFormat()
  const total = accounts.accountIds.length
  const words = t('territories.map.placed', { placed: format.number(onMap), total: format.number(total) })
  const counted = kinds.flatMap((kind) => {
    const count = accounts.placedBy.filter((each) => each === kind).length
    return count === 0 ? [] : { key: kind, label: t(`territories.map.placedBy.${kind}`), value: format.number(count) }
  })
  const missing = accounts.unplaced.map(({ reason, accounts: count }) => ({
    key: reason,
    label: t(`territories.map.unplacedBecause.${reason}`),
    value: format.number(count)
  }))
  return (
    <Why title={words} of={coarse > 0 ? `${words}, ${t('territories.map.coarse', { count: coarse })}` : words}>
      <WhySteps
        steps={[
          ...counted,
          ...missing,
          ...(placed > onMap
            ? [{ key: 'elsewhere', label: t('territories.map.elsewhere'), value: format.number(placed - onMap) }]
            : [])
        ]}
      />
      {coarse > 0 ? <WhyNote>{t('territories.map.coarseNote')}</WhyNote> : null}
      {missing.length > 0 ? <WhyNote>{t('territories.map.unplacedNote')}</WhyNote> : null}
    </Why>
  )
}
