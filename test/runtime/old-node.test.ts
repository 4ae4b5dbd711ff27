// Typed by hand under a Node that cannot run TypeScript, a script says what to type instead of a message about file extensions.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../build/steps/runtime/electron.ts'

const systemNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path))
const version = systemNode ? spawnSync(systemNode, ['--version'], { encoding: 'utf8' }).stdout.trim() : ''
const isOld = /^v(18|20|22)\./.test(version)

test.runIf(isOld)(`under the system's Node ${version}`, () => {
  const { status, stderr } = spawnSync(systemNode ?? '', [join(projectFolder, 'build/find.ts')], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/needs? Node 24, which npm brings\. Run: npm run find/)
})
