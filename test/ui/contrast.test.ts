// Words on their grounds keep a contrast of 4.5 : 1 in both themes, and the series are told apart from their ground.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../src/renderer/theme/tokens.css'), 'utf8')

function tokensOf(scheme: 'light' | 'dark'): Map<string, string> {
  const block = new RegExp(`:root\\[data-mantine-color-scheme="${scheme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map([...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name ?? '', value ?? '']))
}

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['bg', 'panel', 'soft', 'hover', 'selected', 'accent-soft']
const words: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...grounds, 'amber-soft', 'red-soft', 'green-soft']],
  ['muted', ['bg', 'panel', 'soft', 'selected']],
  ['accent', ['bg', 'panel', 'soft', 'accent-soft', 'selected']],
  ['amber', ['amber-soft', 'panel']],
  ['red', ['red-soft', 'panel', 'bg', 'selected']],
  ['green', ['green-soft', 'panel', 'bg', 'selected']],
  ['on-accent', ['accent', 'accent-strong']]
]

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  const tokens = tokensOf(scheme)
  const colour = (name: string): string => {
    const found = tokens.get(name)
    if (!found) throw new Error(`no token ${name} in ${scheme}`)
    return found
  }
  test.each(words.flatMap(([word, on]) => on.map((ground) => [word, ground] as const)))('%s on %s', (word, ground) => {
    expect(contrast(colour(word), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(Array.from({ length: 8 }, (_, index) => `series-${index + 1}`))(
    '%s stands out from the panel',
    (series) => {
      expect(contrast(colour(series), colour('panel'))).toBeGreaterThanOrEqual(3)
    }
  )
})
