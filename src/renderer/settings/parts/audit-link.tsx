// The way to the audit log.
import { Button } from '@mantine/core'
import { useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.ts'
import { Section } from '../../ui/section.tsx'

export function AuditLink() {
  const { t } = useText()
  const { go } = useSession()
  return (
    <Section
      title={t('settings.audit')}
      subtitle={t('settings.auditMeaning')}
      isCard
      actions={<Button onClick={() => go('audit')}>{t('settings.openAudit')}</Button>}
    >
      {null}
    </Section>
  )
}
