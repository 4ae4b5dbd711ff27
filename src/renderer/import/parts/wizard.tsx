// The import wizard: it takes the whole content area, shows what the files hold and what importing them would do, part by part, and
// imports everything in one step.
import { useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { chooseImportFiles } from '#renderer/shell-client.ts'
import { Page } from '#renderer/ui/page.tsx'
import type { GrantedFile } from '#shared/contract/messages.ts'
import { Outcome } from './outcome.tsx'
import { PasteDialog } from './paste.tsx'
import type { Tab } from './tab-row.tsx'
import { useWizard } from './use-wizard.ts'
import { useWizardKeys } from './use-wizard-keys.ts'
import { WizardFinding } from './wizard-finding.tsx'
import { WizardNotices } from './wizard-notices.tsx'
import { type Part, parts, WizardParts } from './wizard-parts.tsx'
import { mainWords, rejectedRows } from './words.ts'

export interface WizardProps {
  /** Files that come later are added to those at hand. */
  readonly files: readonly GrantedFile[]
  readonly onClose: (tab?: Tab) => void
}

export function Wizard({ files, onClose }: WizardProps) {
  const { t } = useText()
  const wizard = useWizard(files)
  const [part, setPart] = useState<Part>('files')
  const [isPasting, setPasting] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const { preview, outcome, hold, change } = wizard
  const addFiles = (more: readonly GrantedFile[]): void => change({ type: 'addFiles', files: more })
  useWizardKeys({
    onPart: (index) => setPart((old) => parts[index] ?? old),
    onImport: () => (outcome === undefined ? wizard.run() : onClose('deals')),
    onLeave: () => {
      if (!wizard.isImporting) onClose(outcome === undefined ? undefined : 'deals')
    }
  })
  // Tab goes on from here instead of from the top of the window.
  useEffect(() => place.current?.focus(), [])
  if (outcome !== undefined)
    return <Outcome outcome={outcome} lastWonOn={preview?.lastWonOn ?? null} onClose={onClose} />
  const what = preview === undefined ? undefined : mainWords(t, preview.entities)
  const rejected = preview?.isEmpty ? rejectedRows(preview) : 0
  const run = rejected > 0 ? t('import.wizard.runRejected', { count: rejected }) : t('import.wizard.run')
  return (
    <Page
      title={t('import.wizard.title')}
      finding={preview ? <WizardFinding preview={preview} /> : undefined}
      isFilling
      actions={[{ label: t('import.wizard.cancel'), onRun: () => onClose(), hint: 'Esc' }]}
      primary={{
        label: what === undefined ? run : t('import.wizard.runWhat', { what }),
        onRun: wizard.run,
        isBusy: wizard.isImporting,
        isDisabled: hold !== null,
        hint: hold === null ? t('import.wizard.runHint') : t(`import.wizard.hold.${hold}`)
      }}
    >
      <div className="wizard" ref={place} tabIndex={-1}>
        <WizardNotices
          wizard={wizard}
          onQuestions={part === 'files' ? undefined : () => setPart('files')}
          onImports={() => onClose('imports')}
        />
        <WizardParts
          wizard={wizard}
          part={part}
          onPart={setPart}
          onEmpty={() => onClose()}
          onAdd={() => void chooseImportFiles().then(addFiles)}
          onPaste={() => setPasting(true)}
        />
      </div>
      <PasteDialog isOpen={isPasting} onClose={() => setPasting(false)} onFile={(file) => addFiles([file])} />
    </Page>
  )
}
