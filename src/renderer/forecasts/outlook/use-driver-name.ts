// What a driver is called: those the product knows in the user's language, the others as they were pasted.
import { useText } from '#renderer/i18n/use-text.ts'

export function useDriverName(): (id: string) => string {
  const { t } = useText()
  return (id) => (id === 'workingDays' || id === 'headcount' ? t(`forecasts.series.drivers.names.${id}`) : id)
}
