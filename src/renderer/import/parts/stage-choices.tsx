// What each stage name of the files means: a stage that is here, or a new one that is open, won or lost.
import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Tag, type Tone } from '#renderer/ui/tag.tsx'
import type { StageChoice, StagePreview } from '#shared/import/types.ts'
import type { Stage, StageStatus } from '#shared/playbook/types.ts'
import type { Wizard } from './use-wizard.ts'

const statuses = ['open', 'won', 'lost'] as const satisfies readonly StageStatus[]
const noStages: readonly Stage[] = []

const surenessTones = {
  known: undefined,
  words: undefined,
  guess: 'amber',
  chosen: 'accent'
} as const satisfies Record<StagePreview['sureness'], Tone | undefined>

/** A guess is looked at until the user has said something about it. */
export const isGuessed = (stage: StagePreview, choices: readonly StageChoice[]): boolean =>
  stage.sureness === 'guess' && !choices.some((choice) => choice.name === stage.name)

const markOf = (of: { stageId?: number | null | undefined; status?: StageStatus | undefined }): string =>
  of.stageId === undefined || of.stageId === null ? `new:${of.status ?? 'open'}` : `stage:${of.stageId}`

export function StageChoices({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useText()
  const format = useFormat()
  const known = useQuery('playbook.listStages', {}).value ?? noStages
  const previews = wizard.preview?.stages ?? []
  const options = [
    ...(known.length > 0
      ? [
          {
            group: t('import.wizard.stagesHere'),
            items: known.map((stage) => ({
              value: markOf({ stageId: stage.id }),
              label: `${stage.name} (${t(`crm.status.${stage.status}`)})`
            }))
          }
        ]
      : []),
    {
      group: t('import.wizard.stagesNew'),
      items: statuses.map((status) => ({
        value: markOf({ status }),
        label: t('import.wizard.stageNewAs', { status: t(`crm.status.${status}`) })
      }))
    }
  ]
  const choose = (name: string, mark: string): void => {
    const stage = known.find((each) => markOf({ stageId: each.id }) === mark)
    const status = statuses.find((each) => markOf({ status: each }) === mark)
    wizard.change({
      type: 'chooseStage',
      name,
      choice: stage !== undefined ? { stageId: stage.id } : { status: status ?? 'open' }
    })
  }
  return (
    <div className="import-scroll">
      <table className="import-grid" aria-label={t('import.wizard.stages')}>
        <thead>
          <tr>
            <th>{t('import.wizard.stageName')}</th>
            <th>{t('import.wizard.stageIs')}</th>
            <th>{t('import.wizard.sure')}</th>
            <th className="import-number">{t('import.entities.opportunities')}</th>
            <th>
              <span className="only-read">{t('import.wizard.takeBack')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {previews.map((stage) => {
            const choice = wizard.state.stages.find((each) => each.name === stage.name)
            const sureness = choice === undefined ? stage.sureness : 'chosen'
            const tone = surenessTones[sureness]
            const words = t(`import.wizard.stageSureness.${sureness}`)
            return (
              <tr key={stage.name}>
                <th scope="row">{stage.name}</th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('import.wizard.stageIsOf', { name: stage.name })}
                    data={options}
                    value={markOf(choice ?? stage)}
                    onChange={(event) => choose(stage.name, event.currentTarget.value)}
                  />
                </td>
                <td>{tone === undefined ? <span className="muted">{words}</span> : <Tag tone={tone}>{words}</Tag>}</td>
                <td className="import-number numbers">{format.number(stage.deals)}</td>
                <td>
                  {choice === undefined ? null : (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('import.wizard.takeBackOf', { name: stage.name })}
                      onClick={() => wizard.change({ type: 'chooseStage', name: stage.name, choice: null })}
                    >
                      {t('import.wizard.takeBack')}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
