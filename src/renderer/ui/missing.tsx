// A value that isn't there: a dash, with the reason on hover and for screen readers. Never a zero.
import { Tooltip } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'

export function Missing({ reason }: { readonly reason?: string | undefined }) {
  const { t } = useText()
  const words = reason ?? t('ui.missing')
  return (
    <Tooltip label={words}>
      <span className="muted">
        <span aria-hidden="true">—</span>
        <span className="only-read">{words}</span>
      </span>
    </Tooltip>
  )
}
