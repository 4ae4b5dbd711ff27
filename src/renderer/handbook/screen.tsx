// The handbook's screen: the text at the left, the printed page at the right, in either language; and a letter per person.
import { SegmentedControl, Select, Tabs } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { HandbookKind } from '#shared/handbook/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { Language } from '#shared/workspace/types.ts'
import { useCommand, useQuery } from '../engine-client.ts'
import { useText } from '../i18n/use-text.ts'
import { useSession } from '../session.ts'
import { Soundness, useQualityScores } from '../shell/soundness.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormat } from '../ui/format.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Work } from '../ui/work.tsx'
import { LettersPane } from './parts/letters-pane.tsx'
import { MissingList } from './parts/missing-list.tsx'
import { type Paper, Preview } from './parts/preview.tsx'
import { writePrintedSoundness } from './parts/printed-soundness.ts'
import { TextPane } from './parts/text-pane.tsx'
import { usePrinting } from './parts/use-printing.ts'
import './handbook.css'

export function HandbookScreen() {
  const { t } = useText()
  const { scenario, go } = useSession()
  if (scenario === undefined)
    return (
      <Page title={t('handbook.title')}>
        <EmptyState
          title={t('handbook.noPlan')}
          picture="page"
          action={{ label: t('handbook.createYear'), onRun: () => go('settings') }}
        />
      </Page>
    )
  return <HandbookOf key={scenario.id} scenarioId={scenario.id} scenarioName={scenario.name} />
}

function HandbookOf({ scenarioId, scenarioName }: { readonly scenarioId: ScenarioId; readonly scenarioName: string }) {
  const { t, tError } = useText()
  const { settings, plan, isLocked, params, go } = useSession()
  const [kind, setKind] = useState<HandbookKind>(params.document === 'letter' ? 'letter' : 'handbook')
  const [language, setLanguage] = useState<Language>(settings.language)
  const [paper, setPaper] = useState<Paper>(/-(US|MX|CO|CL|VE)$/.test(settings.numberLocale) ? 'Letter' : 'A4')
  const [pane, setPane] = useState<string>('text')
  const [blockId, setBlockId] = useState<string | undefined>()
  const [chapterId, setChapterId] = useState<string | undefined>()
  const [chosenId, setChosenId] = useState<SellerId | undefined>()
  const isLetter = kind === 'letter'

  const text = useQuery('handbook.getDocument', { scenarioId, kind, language })
  const letters = useQuery('handbook.listLetters', isLetter ? { scenarioId, language } : null)
  const sellerId = letters.value?.find((row) => row.sellerId === chosenId)?.sellerId ?? letters.value?.[0]?.sellerId
  const handbook = useQuery('handbook.render', isLetter ? null : { scenarioId, kind: 'handbook', language })
  const letter = useQuery(
    'handbook.renderLetter',
    isLetter && sellerId !== undefined ? { scenarioId, sellerId, language } : null
  )
  const reset = useCommand('handbook.createFromTemplate')
  const format = useFormat()
  const scores = useQualityScores()
  const printing = usePrinting(language, paper, writePrintedSoundness(scores.value ?? [], language, format))

  const shown = isLetter ? letter : handbook
  const page = isLetter ? letter.value : handbook.value
  const year = String(plan?.fiscalYear ?? '')
  const missing = page?.missing ?? []
  const incomplete = letters.value?.filter((row) => row.missing.length > 0).length ?? 0
  const print = () => {
    if (page === undefined || printing.progress) return
    const name =
      letter.value && isLetter
        ? letter.value.fileName
        : `${t('handbook.fileName', { company: settings.company, year })}.pdf`
    void printing.printOne(page, name.slice(-200))
  }

  const show = (next: HandbookKind) => {
    setKind(next)
    setPane('text')
    setBlockId(undefined)
    setChapterId(undefined)
  }
  const finding = () => {
    if (isLocked) return t('handbook.locked')
    if (isLetter && incomplete > 0) return t('handbook.letterGaps', { count: incomplete })
    if (isLetter)
      return t('handbook.completeLetters', { letters: letters.value?.length ?? 0, scenario: scenarioName, year })
    if (missing.length > 0) return t('handbook.gaps', { count: missing.length })
    const chapters = page?.headings.filter(({ level }) => level === 1).length ?? 0
    return t('handbook.complete', {
      what: t('handbook.documents.handbook').toLowerCase(),
      chapters,
      scenario: scenarioName,
      year
    })
  }
  const printer = <IconPrinter size={16} />
  return (
    <Page
      title={t('handbook.title')}
      finding={
        page ? (
          <>
            {finding()} <Soundness of={['bookings', 'credit']} isNamed />
          </>
        ) : undefined
      }
      isFilling
      extra={
        <>
          <SegmentedControl
            aria-label={t('handbook.documents.label')}
            value={kind}
            onChange={(value) => show(value === 'letter' ? 'letter' : 'handbook')}
            data={(['handbook', 'letter'] as const).map((value) => ({
              value,
              label: t(`handbook.documents.${value}`)
            }))}
          />
          <Select
            w={104}
            aria-label={t('handbook.language.label')}
            value={language}
            allowDeselect={false}
            onChange={(value) => setLanguage(value === 'es' ? 'es' : 'en')}
            data={(['en', 'es'] as const).map((value) => ({ value, label: t(`handbook.language.${value}`) }))}
          />
          <Select
            w={88}
            aria-label={t('handbook.paper.label')}
            value={paper}
            allowDeselect={false}
            onChange={(value) => setPaper(value === 'Letter' ? 'Letter' : 'A4')}
            data={(['A4', 'Letter'] as const).map((value) => ({ value, label: t(`handbook.paper.${value}`) }))}
          />
        </>
      }
      actions={
        isLetter
          ? [
              {
                label: t('handbook.printLetter'),
                icon: printer,
                hint: 'Ctrl+P',
                onRun: print,
                isDisabled: page === undefined || printing.progress !== undefined
              }
            ]
          : []
      }
      primary={
        isLetter
          ? {
              label: t('handbook.printAll'),
              icon: printer,
              onRun: () => void printing.printLetters(scenarioId, letters.value ?? []),
              isDisabled: !letters.value?.length || printing.progress !== undefined
            }
          : {
              label: t('handbook.print'),
              icon: printer,
              hint: 'Ctrl+P',
              onRun: print,
              isDisabled: page === undefined || printing.progress !== undefined
            }
      }
    >
      {/* What Ctrl+P and the menu press: the shell looks for it on the page. */}
      <button type="button" hidden data-print aria-label={t('handbook.print')} onClick={print} />
      {printing.progress ? <Work progress={printing.progress} onCancel={printing.cancel} /> : null}
      <div className="handbook">
        <Tabs
          value={pane}
          onChange={(value) => setPane(value ?? 'text')}
          className="handbook-panes"
          keepMounted={false}
        >
          <Tabs.List>
            <Tabs.Tab value="text">{t(isLetter ? 'handbook.panes.people' : 'handbook.panes.text')}</Tabs.Tab>
            {isLetter ? <Tabs.Tab value="words">{t('handbook.panes.letterText')}</Tabs.Tab> : null}
            <Tabs.Tab value="missing">
              {t('handbook.panes.missing')} {missing.length > 0 ? `(${missing.length})` : ''}
            </Tabs.Tab>
            {text.value?.isEdited && !isLocked ? (
              <button
                type="button"
                className="handbook-reset"
                onClick={() => {
                  setBlockId(undefined)
                  void reset.run({ scenarioId, template: 'standard', kind, language })
                }}
              >
                {t('handbook.reset')}
              </button>
            ) : null}
          </Tabs.List>
          <div className="handbook-pane">
            {pane === 'missing' ? (
              <MissingList missing={missing} onGo={(screen) => go(screen === 'handbook' ? 'handbook' : screen)} />
            ) : isLetter && pane === 'text' ? (
              letters.value ? (
                <LettersPane letters={letters.value} chosenId={sellerId} onChoose={setChosenId} />
              ) : (
                <Skeleton kind="text" />
              )
            ) : text.value ? (
              <TextPane
                key={`${kind} ${language}`}
                scenarioId={scenarioId}
                text={text.value}
                isLocked={isLocked}
                blockId={blockId}
                onChoose={setBlockId}
                onOpen={setChapterId}
              />
            ) : (
              <Skeleton kind="text" />
            )}
          </div>
        </Tabs>
        <div className="handbook-preview">
          {shown.error ? (
            <Problem title={tError(shown.error)} action={{ label: t('ui.again'), onRun: shown.reload }} />
          ) : isLetter && letters.value?.length === 0 ? (
            <EmptyState
              title={t('handbook.noLetters')}
              picture="page"
              action={{ label: t('handbook.goPeople'), onRun: () => go('people') }}
            />
          ) : page ? (
            <Preview
              html={page.html}
              label={t('handbook.preview')}
              paper={paper}
              blockId={blockId ?? chapterId}
              onChooseBlock={(id) => {
                setPane(isLetter ? 'words' : 'text')
                setBlockId(id)
              }}
            />
          ) : (
            <Skeleton kind="text" />
          )}
        </div>
      </div>
    </Page>
  )
}
