// The templates a plan can start from, each with what it does and the pay curve it makes.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Section } from '#renderer/ui/section.tsx'
import { makePlanRules, payCurve, planTemplates, type TemplateName } from '#shared/compensation/index.ts'
import { PayCurveDrawing } from './pay-curve-drawing.tsx'

export interface TemplateChooserProps {
  readonly isBusy: boolean
  readonly onChoose: (template: TemplateName) => void
}

export function TemplateChooser({ isBusy, onChoose }: TemplateChooserProps) {
  const { t } = useText()
  const { settings } = useSession()
  const pictures = useMemo(
    () =>
      planTemplates.map(({ name }) => {
        const rules = makePlanRules(name, settings.currency)
        return { name, rules, points: payCurve(rules) }
      }),
    [settings.currency]
  )
  return (
    <div className="pay-templates">
      {pictures.map(({ name, rules, points }, index) => (
        <Section key={name} title={t(`compensation.templates.${name}.name`)} isCard>
          <div className="pay-template">
            <PayCurveDrawing rules={rules} points={points} />
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
