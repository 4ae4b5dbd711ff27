// A short word about a row ("ramping", "n too small"). The words carry the meaning; the tone only helps the eye.
import type { ReactNode } from 'react'
import './tag.css'

export type Tone = 'neutral' | 'accent' | 'amber' | 'red' | 'green'

export interface TagProps {
  readonly tone?: Tone | undefined
  readonly title?: string | undefined
  readonly children: ReactNode
}

export function Tag({ tone = 'neutral', title, children }: TagProps) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {children}
    </span>
  )
}
