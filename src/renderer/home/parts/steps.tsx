// What to do next: the steps of the main job with their state, each a way to its screen. The first open one stands out.
import { IconCircle, IconCircleCheck, IconProgress } from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Section } from '#renderer/ui/section.tsx'
import type { Step } from './use-steps.ts'
import './home.css'

const icons = { done: IconCircleCheck, started: IconProgress, todo: IconCircle } as const

export function Steps({ steps, isWide = false }: { readonly steps: readonly Step[]; readonly isWide?: boolean }) {
  const { t } = useText()
  const { go } = useSession()
  const next = steps.find((step) => step.state !== 'done')
  return (
    <div className={isWide ? 'home-steps home-steps-wide' : 'home-steps'}>
      <Section title={t('home.steps.title')} isCard>
        <ol>
          {steps.map((step) => {
            const Icon = icons[step.state]
            return (
              <li key={step.id}>
                <button
                  type="button"
                  className={step === next ? 'home-step home-step-next' : 'home-step'}
                  onClick={() => (step.id === 'import' ? go('data', { start: 'import' }) : go(step.id))}
                >
                  <Icon size={18} className={`home-step-${step.state}`} aria-hidden />
                  <span>
                    <span className="home-step-name">{t(`home.steps.${step.id}`)}</span>
                    <span className="only-read">{t(`home.steps.${step.state}`)}</span>
                    <span className="muted small">{step.words}</span>
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
      </Section>
    </div>
  )
}
