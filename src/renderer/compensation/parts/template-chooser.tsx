// The templates a plan can start from, each with what it does.
import { Button } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { Section } from '#renderer/ui/section.tsx'
import { planTemplates, type TemplateName } from '#shared/compensation/index.ts'

export interface TemplateChooserProps {
  readonly isBusy: boolean
  readonly onChoose: (template: TemplateName) => void
}

export function TemplateChooser({ isBusy, onChoose }: TemplateChooserProps) {
  const { t } = useText()
  return (
    <div className="pay-templates">
      {planTemplates.map(({ name }, index) => (
        <Section key={name} title={t(`compensation.templates.${name}.name`)} isCard>
          <div className="pay-template">
            <p>{t(`compensation.templates.${name}.text`)}</p>
            <Button variant={index === 0 ? 'filled' : 'default'} loading={isBusy} onClick={() => onChoose(name)}>
              {t('compensation.templates.use')}
            </Button>
          </div>
        </Section>
      ))}
    </div>
  )
}
