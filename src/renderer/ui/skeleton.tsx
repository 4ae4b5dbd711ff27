// The true layout in grey while its content loads. It appears only after 100 ms: what is quick should not blink.
import { Skeleton as Block } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'

export interface SkeletonProps {
  /** What is loading: a table of rows, cards of key numbers, a chart, lines of text. */
  readonly kind?: 'table' | 'cards' | 'chart' | 'text' | undefined
  readonly rows?: number | undefined
}

export function Skeleton({ kind = 'table', rows = 8 }: SkeletonProps) {
  const { t } = useText()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 100)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return <div aria-busy="true" />
  return (
    <div aria-busy="true" role="status" aria-label={t('ui.loading')}>
      {kind === 'cards' ? <Cards /> : null}
      {kind === 'chart' ? <Block height={240} radius="sm" /> : null}
      {kind === 'table' || kind === 'text' ? <Lines rows={rows} height={kind === 'table' ? 14 : 10} /> : null}
    </div>
  )
}

function Cards() {
  return (
    <div className="key-numbers">
      {['a', 'b', 'c'].map((key) => (
        <Block key={key} height={84} radius="sm" />
      ))}
    </div>
  )
}

function Lines({ rows, height }: { readonly rows: number; readonly height: number }) {
  return Array.from({ length: rows }, (_, index) => `line ${index}`).map((key, index) => (
    <Block key={key} height={height} mb={18} width={`${92 - ((index * 17) % 30)}%`} radius="sm" />
  ))
}
