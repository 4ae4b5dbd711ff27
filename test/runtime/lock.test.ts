// What npm does not keep up by itself in the lock file, and what a fresh machine without compilers needs there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../build/steps/runtime/electron.ts'

interface Locked {
  version?: string
  resolved?: string
  gypfile?: boolean
  optionalDependencies?: Record<string, string>
}

const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const packages = Object.entries(lock.packages)

test('no package is bound to a registry host', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('the SQLite driver is not compiled: it brings its binaries', () => {
  // npm forgets the package's own `gypfile: false` when it writes the lock; without it `npm ci` would call a compiler.
  expect(lock.packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
})

test('binaries of the other platforms are listed too', () => {
  // A registry that carries only some platforms makes npm leave the others out, and then `npm ci` refuses the lock file.
  const listed = new Set(
    packages.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  )
  const wanted = packages.flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}))
  expect(wanted.filter((name) => !listed.has(name))).toEqual([])
})
