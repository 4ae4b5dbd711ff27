// The packaged application, with its fuses hardened as they are shipped: it starts, makes the sample company and shows it.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type PackagedApplication, packageApplication } from '../../build/steps/package-application.ts'
import { en } from '../../src/renderer/i18n/en/index.ts'
import { type Running, startPlain } from '../helpers/process.ts'

let output: string
let packaged: PackagedApplication
let running: Running

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'comarca-package-'))
  packaged = await packageApplication(() => {}, output)
  const { flags, env } = inject('windowPlace')
  running = await startPlain({ executable: packaged.executable, flags, env })
})
afterAll(async () => {
  await running?.close()
  await rm(output, { recursive: true, force: true })
})

test('the sample company opens', async () => {
  const { page, userData } = running
  await page.getByRole('button', { name: en.shell.firstRun.openSample }).click()
  await page.getByRole('navigation').first().waitFor({ timeout: 60_000 })
  expect(await readdir(join(userData, 'samples'))).toContainEqual(expect.stringMatching(/\.comarca$/))
})

test('the fuses are as hard as they are shipped', async () => {
  const fuses = await getCurrentFuseWire(packaged.executable)
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE
  })
})

test('no file of another platform and no source map is packed', async () => {
  const files = await readdir(output, { recursive: true })
  const otherPlatforms = ['darwin', 'linux', 'win32'].filter((name) => name !== process.platform)
  expect(files.filter((file) => otherPlatforms.some((name) => file.includes(`prebuilds/${name}-`)))).toEqual([])
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
})
