// Printing from the window: one page to a file the user names, or all letters into a folder, with progress and cancel.
import { useCallback, useEffect, useRef, useState } from 'react'
import { engine } from '#renderer/engine.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { notifyError, notifySaved, notifyText } from '#renderer/shell/notices.tsx'
import { askShell, printPdf, saveFile } from '#renderer/shell-client.ts'
import type { LetterRow, RenderedHandbook } from '#shared/handbook/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { Language } from '#shared/workspace/types.ts'
import type { Paper } from './preview.tsx'

export interface Printing {
  done: number
  total: number
  what: string
}

const requestOf = (page: RenderedHandbook, language: Language, pageSize: Paper, soundness: string) => ({
  html: page.html,
  title: page.title,
  language,
  pageSize,
  headerText: page.headerText,
  footerText: [page.footerText, soundness].filter((part) => part !== '').join('  ·  ')
})

/** @param soundness what the foot says of the data under the figures; '' for nothing */
export function usePrinting(language: Language, paper: Paper, soundness: string) {
  const { t } = useText()
  const [progress, setProgress] = useState<Printing>()
  const running = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = useCallback(() => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    return controller.signal
  }, [])
  const finish = useCallback(() => {
    running.current = undefined
    setProgress(undefined)
  }, [])
  const refuse = useCallback(
    (error: { code: string }) => {
      if (error.code === 'engine.cancelled') return
      if (error.code === 'print.failed' && 'problem' in error)
        notifyText(t('handbook.printFailed', { problem: String(error.problem) }))
      else notifyError(error)
    },
    [t]
  )

  const printOne = useCallback(
    async (page: RenderedHandbook, suggestedName: string) => {
      const signal = start()
      setProgress({ done: 0, total: 1, what: t('handbook.printing') })
      try {
        const printed = await printPdf(requestOf(page, language, paper, soundness), signal)
        if (signal.aborted) return
        if (!printed.ok) return refuse(printed.error)
        const saved = await saveFile({ suggestedName, kind: 'pdf', bytes: new Uint8Array(printed.value.bytes) })
        if (saved?.ok) notifySaved(saved.value.fileName)
        else if (saved) notifyError(saved.error)
      } finally {
        finish()
      }
    },
    [language, paper, soundness, start, finish, refuse, t]
  )

  const printLetters = useCallback(
    async (scenarioId: ScenarioId, letters: readonly LetterRow[]) => {
      const folder = await askShell('chooseFolder', {})
      if (folder === undefined) return
      const signal = start()
      let saved = 0
      try {
        for (const letter of letters) {
          if (signal.aborted) break
          setProgress({
            done: saved,
            total: letters.length,
            what: t('handbook.printingLetters', { name: letter.sellerName })
          })
          const page = await engine.ask('handbook.renderLetter', { scenarioId, sellerId: letter.sellerId, language })
          if (!page.ok) return refuse(page.error)
          const printed = await printPdf(requestOf(page.value, language, paper, soundness), signal)
          if (!printed.ok) {
            if (!signal.aborted) return refuse(printed.error)
            break
          }
          const bytes = new Uint8Array(printed.value.bytes)
          const file = await askShell('saveInFolder', {
            token: folder.token,
            suggestedName: page.value.fileName,
            kind: 'pdf',
            bytes
          })
          if (!file.ok) return refuse(file.error)
          saved += 1
        }
        notifyText(
          t(signal.aborted ? 'handbook.lettersStopped' : 'handbook.lettersSaved', { count: saved, folder: folder.name })
        )
      } finally {
        finish()
      }
    },
    [language, paper, soundness, start, finish, refuse, t]
  )

  const cancel = useCallback(() => running.current?.abort(), [])
  return { progress, printOne, printLetters, cancel }
}
