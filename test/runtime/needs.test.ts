// What a machine lacks is said as a command that can be pasted; a display is recognised.
import { expect, test } from 'vitest'
import { aptCommand, findOnPath } from '../../build/steps/runtime/debian.ts'
import { hasDisplay } from '../../build/steps/runtime/display.ts'

test('missing packages are one command', () => {
  expect(aptCommand(['xvfb', 'libnss3'])).toBe('sudo apt-get update && sudo apt-get install -y xvfb libnss3')
})

test.each([
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'linux', false],
  [{ DISPLAY: '' }, 'linux', false],
  [{}, 'darwin', true],
  [{}, 'win32', true]
])('%o on %s has a display: %s', (env, platform, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected)
})

test('programs are found on the path', () => {
  expect(findOnPath('node')).toMatch(/node$/)
  expect(findOnPath('no-such-program-here')).toBeUndefined()
})
