// A folder is made once, by whoever comes first, and never left half made.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolderOnce } from '../../build/steps/runtime/once.ts'

let base: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'comarca-once-'))
})
afterEach(() => rm(base, { recursive: true }))

test('two at the same time make it once and both get it whole', async () => {
  const folder = join(base, 'electron')
  let made = 0
  const make = async (unfinished: string) => {
    made += 1
    await wait(100)
    await writeFile(join(unfinished, 'file'), 'whole')
  }
  await Promise.all([makeFolderOnce(folder, make), makeFolderOnce(folder, make)])
  expect(made).toBe(1)
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('whole')
})

test('a failure leaves no folder, and the next one may try again', async () => {
  const folder = join(base, 'electron')
  const failing = makeFolderOnce(folder, async (unfinished) => {
    await writeFile(join(unfinished, 'half'), '')
    throw new Error('connection lost')
  })
  await expect(failing).rejects.toThrow('connection lost')
  expect(existsSync(folder)).toBe(false)

  await makeFolderOnce(folder, (unfinished) => writeFile(join(unfinished, 'file'), 'whole'))
  expect(existsSync(join(folder, 'file'))).toBe(true)
  expect(existsSync(join(folder, 'half'))).toBe(false)
})

test('the lock of a process that was killed is taken over', async () => {
  const folder = join(base, 'electron')
  const noProcess = 2 ** 22 + 1
  await writeFile(`${folder}.lock`, String(noProcess))
  await makeFolderOnce(folder, (unfinished) => writeFile(join(unfinished, 'file'), 'whole'))
  expect(existsSync(join(folder, 'file'))).toBe(true)
  expect(existsSync(`${folder}.lock`)).toBe(false)
})
