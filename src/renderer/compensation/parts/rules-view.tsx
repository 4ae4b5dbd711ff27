// The designer: the rules as fields at the left; beside them, at every keystroke, the sentences they mean and the pay curve.
import { Button, CloseButton, Menu, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import {
  type ComponentKind,
  type ExamplePerson,
  nameComponent,
  type PayComponent,
  type PayPlanRules,
  type RulesProblem
} from '#shared/compensation/index.ts'
import { ComponentFields, componentUis } from '../component-ui.tsx'
import type { RulesDraft } from '../use-draft.ts'
import { PayCurveChart } from './pay-curve-chart.tsx'
import { PlanFields } from './plan-fields.tsx'
import { Sentences } from './sentences.tsx'

const kinds: readonly ComponentKind[] = ['targetBonus', 'commission', 'teamBonus']

export interface RulesViewProps {
  readonly draft: RulesDraft
  readonly isLocked: boolean
  readonly isSaving: boolean
  readonly person: ExamplePerson
  readonly onSave: () => void
}

export function RulesView({ draft, isLocked, isSaving, person, onSave }: RulesViewProps) {
  const { t } = useText()
  const { rules, problems } = draft
  const canBeSaid = !problems.some((problem) => problem.problem === 'shape')
  return (
    <div className="pay-designer">
      <div className="pay-designer-form">
        {draft.isDirty ? (
          <div className="pay-unsaved" role="status">
            <span>{problems.length > 0 ? <Problems problems={problems} /> : t('compensation.rules.unsaved')}</span>
            <Button size="xs" variant="default" onClick={draft.discard}>
              {t('compensation.rules.discard')}
            </Button>
            <Button size="xs" variant="filled" loading={isSaving} disabled={problems.length > 0} onClick={onSave}>
              {t('compensation.rules.save')}
            </Button>
          </div>
        ) : null}
        <Components draft={draft} isDisabled={isLocked} />
        <PlanFields rules={rules} isDisabled={isLocked} onChange={draft.set} />
      </div>
      <div className="pay-designer-side">
        <Section title={t('compensation.curve.title')} isCard>
          {problems.length === 0 ? (
            <PayCurveChart rules={rules} person={person} />
          ) : (
            <p className="muted">{t('compensation.curve.none')}</p>
          )}
        </Section>
        <Section title={t('compensation.rules.sentences')} isCard>
          {canBeSaid ? <Sentences rules={rules} /> : <p className="muted">{t('compensation.curve.none')}</p>}
        </Section>
      </div>
    </div>
  )
}

function Problems({ problems }: { readonly problems: readonly RulesProblem[] }) {
  const { t } = useText()
  const words = [...new Set(problems.map(({ problem }) => t(`compensation.rules.problems.${problem}`)))]
  return words.map((text) => (
    <p key={text} className="pay-problem">
      {text}
    </p>
  ))
}

function Components({ draft, isDisabled }: { readonly draft: RulesDraft; readonly isDisabled: boolean }) {
  const { t } = useText()
  const { rules } = draft
  const set = (components: PayComponent[]) => draft.set({ ...rules, components })
  return (
    <>
      {rules.components.map((component, index) => (
        <ComponentCard
          key={component.id}
          component={component}
          rules={rules}
          isDisabled={isDisabled}
          isOnly={rules.components.length === 1}
          onChange={(changed) => set(rules.components.map((each, place) => (place === index ? changed : each)))}
          onRemove={() => set(rules.components.filter((_, place) => place !== index))}
        />
      ))}
      <WeightSum rules={rules} />
      {isDisabled ? null : (
        <div>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default">{t('compensation.rules.addComponent')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {kinds.map((kind) => (
                <Menu.Item
                  key={kind}
                  onClick={() =>
                    set([...rules.components, componentUis[kind].make(freeId(rules, kind), rules.currency)])
                  }
                >
                  {t(`compensation.rules.kinds.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </>
  )
}

/** An id that no component of the plan has: lines of pay refer to it. */
function freeId(rules: PayPlanRules, kind: ComponentKind): string {
  const taken = new Set(rules.components.map((component) => component.id))
  for (let number = rules.components.length + 1; ; number += 1)
    if (!taken.has(`${kind}${number}`)) return `${kind}${number}`
}

/** The weights as a person adds them up; the format checks the exact sum. */
function WeightSum({ rules }: { readonly rules: PayPlanRules }) {
  const { t } = useText()
  const format = useFormat()
  const weights = useMemo(
    () =>
      rules.components.flatMap((component) => {
        if (component.kind === 'targetBonus') return [component.weight]
        return component.kind === 'commission' && component.weight !== null ? [component.weight] : []
      }),
    [rules]
  )
  if (weights.length === 0) return null
  const sum = Number(weights.reduce((total, weight) => total + Number(weight), 0).toPrecision(12))
  const parts = weights.map((weight) => format.percent(Number(weight), 1)).join(' + ')
  return (
    <p className="pay-weights">
      {t('compensation.rules.weightSum')}: <span className="numbers">{parts}</span>{' '}
      {sum === 1 ? (
        <span className="muted">{t('compensation.rules.weightOk')}</span>
      ) : (
        <strong className="negative">{t('compensation.rules.weightOff', { sum: format.percent(sum, 1) })}</strong>
      )}
    </p>
  )
}

interface ComponentCardProps {
  readonly component: PayComponent
  readonly rules: PayPlanRules
  readonly isDisabled: boolean
  readonly isOnly: boolean
  readonly onChange: (component: PayComponent) => void
  readonly onRemove: () => void
}

function ComponentCard({ component, rules, isDisabled, isOnly, onChange, onRemove }: ComponentCardProps) {
  const { t, language } = useText()
  const name = nameComponent(rules, component.id, language)
  return (
    <Section
      title={name}
      subtitle={t(`compensation.rules.kinds.${component.kind}`)}
      isCard
      actions={
        isDisabled || isOnly ? null : (
          <CloseButton
            size="sm"
            aria-label={`${t('compensation.rules.removeComponent')}: ${name}`}
            onClick={onRemove}
          />
        )
      }
    >
      <FieldRow>
        <TextInput
          label={t('compensation.rules.componentName')}
          placeholder={name}
          maxLength={80}
          disabled={isDisabled}
          value={component.name ?? ''}
          onChange={(event) => {
            const typed = event.currentTarget.value
            onChange({ ...component, name: typed.trim() === '' ? null : typed })
          }}
        />
      </FieldRow>
      <ComponentFields component={component} currency={rules.currency} isDisabled={isDisabled} onChange={onChange} />
    </Section>
  )
}
