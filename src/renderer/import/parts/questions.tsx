// What the files leave open: asked once, with the cells that show why, and what is done while there is no answer. Those that hold the
// import stand first.
import { Radio } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Question, TablePreview } from '#shared/import/types.ts'
import type { AnsweredQuestion } from './wizard-state.ts'

export interface QuestionsProps {
  readonly questions: readonly AnsweredQuestion[]
  readonly tables: readonly TablePreview[]
  readonly onAnswer: (question: Question, option: string | null) => void
}

const optionWords: Record<string, TextKey> = {
  'dateOrder ymd': 'import.wizard.orders.ymd',
  'dateOrder dmy': 'import.wizard.orders.dmy',
  'dateOrder mdy': 'import.wizard.orders.mdy',
  'decimalSign .': 'import.wizard.decimals.point',
  'decimalSign ,': 'import.wizard.decimals.comma',
  'scale 1': 'import.wizard.scales.one',
  'scale 1000': 'import.wizard.scales.thousand',
  'scale 1000000': 'import.wizard.scales.million',
  'territory placedIn': 'import.wizard.territories.placedIn',
  'territory placedInWithOwner': 'import.wizard.territories.placedInWithOwner'
}

export function Questions({ questions, tables, onAnswer }: QuestionsProps) {
  const { t } = useText()
  return (
    <section className="import-questions" aria-label={t('import.wizard.questions')}>
      <h2>
        <IconHelpCircle size={16} aria-hidden="true" /> {t('import.wizard.questions')}
      </h2>
      {questions.map(({ question, option: answer }) => {
        const table = tables.find((each) => each.key === question.tableKey)
        return (
          <Radio.Group
            key={`${question.tableKey} ${question.column} ${question.kind}`}
            label={t(`import.wizard.ask.${question.kind}`, {
              header: question.header,
              examples: question.examples.join(', ')
            })}
            description={table === undefined ? undefined : [table.fileName, table.sheet].filter(Boolean).join(' › ')}
            value={answer ?? (question.whileOpen === null ? '' : 'open')}
            onChange={(option) => onAnswer(question, option === 'open' ? null : option)}
          >
            <div className="wizard-options">
              {question.options.map((option) => {
                const words = optionWords[`${question.kind} ${option}`]
                return <Radio key={option} size="xs" value={option} label={words === undefined ? option : t(words)} />
              })}
              {question.whileOpen === null ? null : (
                <Radio
                  size="xs"
                  value="open"
                  label={t(
                    question.kind === 'territory' ? 'import.wizard.territories.word' : 'import.wizard.scaleUnknown'
                  )}
                />
              )}
            </div>
          </Radio.Group>
        )
      })}
    </section>
  )
}
