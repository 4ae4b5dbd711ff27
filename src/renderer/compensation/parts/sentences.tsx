// The plan in plain sentences, as the handbook prints them: the whole plan's rules, and those of each component under its name.
import { useText } from '#renderer/i18n/use-text.ts'
import { describePlan, nameComponent, type PayPlanRules } from '#shared/compensation/index.ts'

export function Sentences({ rules }: { readonly rules: PayPlanRules }) {
  const { language } = useText()
  const sentences = describePlan(rules, language)
  const ofPlan = sentences.filter((sentence) => sentence.componentId === null)
  return (
    <div className="pay-sentences">
      {rules.components.map((component) => (
        <section key={component.id}>
          <h3>{nameComponent(rules, component.id, language)}</h3>
          <ul>
            {sentences
              .filter((sentence) => sentence.componentId === component.id)
              .map((sentence) => (
                <li key={`${sentence.rule} ${sentence.text}`}>{sentence.text}</li>
              ))}
          </ul>
        </section>
      ))}
      <ul className="pay-sentences-plan">
        {ofPlan.map((sentence) => (
          <li key={sentence.rule}>{sentence.text}</li>
        ))}
      </ul>
    </div>
  )
}
