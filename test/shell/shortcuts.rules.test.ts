// Which key does what, and when a key is text instead.
import { describe, expect, test } from 'vitest'
import { screens } from '../../src/renderer/screens.ts'
import { findShortcut, type KeyPress, screenOfLetter, shortcuts } from '../../src/renderer/shell/shortcuts.ts'

const press = (key: string, more: Partial<KeyPress> = {}) =>
  findShortcut({ key, isControl: false, isShift: false, isTyping: false, ...more })?.action

describe('keys', () => {
  test.each([
    ['k', { isControl: true }, 'palette'],
    ['z', { isControl: true }, 'undo'],
    ['Z', { isControl: true, isShift: true }, 'redo'],
    ['?', { isShift: true }, 'shortcuts'],
    ['/', {}, 'filter'],
    ['k', {}, undefined],
    ['s', { isControl: true, isShift: true }, undefined]
  ])('%s %o → %s', (key, more, action) => {
    expect(press(key, more)).toBe(action)
  })

  test('while typing plain keys are text and undo is the field’s own; the palette still opens', () => {
    expect(press('/', { isTyping: true })).toBeUndefined()
    expect(press('z', { isControl: true, isTyping: true })).toBeUndefined()
    expect(press('k', { isControl: true, isTyping: true })).toBe('palette')
  })

  test('no two shortcuts share a key, no two screens a letter, and every screen has its own id', () => {
    const keys = shortcuts.map((each) => `${each.isControl ?? false} ${each.isShift ?? false} ${each.key}`)
    expect(new Set(keys).size).toBe(keys.length)
    const letters = screens.flatMap((screen) => screen.letter ?? [])
    expect(new Set(letters).size).toBe(letters.length)
    expect(new Set(screens.map((screen) => screen.id)).size).toBe(screens.length)
  })

  test('g and a letter lead to a screen', () => {
    expect(screenOfLetter('s')).toBe('settings')
    expect(screenOfLetter('S')).toBe('settings')
    expect(screenOfLetter('z')).toBeUndefined()
  })
})
