// Which process the engine runs in: Electron's own where its Node-API can load the SQLite driver, a plain Node otherwise.
import { expect, test, vi } from 'vitest'

// The choice stands in a file that also starts the process; Electron itself is not there under plain Node.
vi.mock('electron', () => ({ utilityProcess: {}, MessageChannelMain: class {} }))
vi.mock('../../src/main/app/log.ts', () => ({ log: {} }))
vi.mock('../../src/main/app/places.ts', () => ({ places: {} }))

const { chooseEngineHost } = await import('../../src/main/app/engine-process.ts')

test.each([
  ['Electron 45', '10', 'utility'],
  ['a later one', '11', 'utility'],
  ['Electron 33', '9', 'node'],
  ['a runtime that does not say', undefined, 'node']
])('%s (Node-API %s): %s', (_name, napi, expected) => {
  expect(chooseEngineHost({ napi }, undefined)).toBe(expected)
})

test('it can be chosen by hand', () => {
  expect(chooseEngineHost({ napi: '9' }, 'utility')).toBe('utility')
  expect(chooseEngineHost({ napi: '10' }, 'node')).toBe('node')
})

test('a wrong choice by hand counts as none', () => {
  expect(chooseEngineHost({ napi: '10' }, 'something')).toBe('utility')
})
