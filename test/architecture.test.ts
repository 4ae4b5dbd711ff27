// The shape of the source: which file may import what, domains complete and without loops, no file too long or outside a layer,
// nothing pure that asks for a clock or chance. The rules stand here as a table; what a domain is stands in src/shared/domains.ts.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { domains } from '#shared/domains.ts'

const root = join(import.meta.dirname, '..')
const walk = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(posix.join(folder, entry.name)) : [posix.join(folder, entry.name)]
  )

const files = walk('src')
const code = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
const textOf = new Map(code.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

interface Import {
  from: string
  /** A file of the source, or a package's name. */
  to: string
  isTypeOnly: boolean
}

const aliases: readonly [string, string][] = [
  ['#shared/', 'src/shared/'],
  ['#engine/', 'src/main/engine/'],
  ['#renderer/', 'src/renderer/']
]

function resolveImport(from: string, specifier: string): string {
  const alias = aliases.find(([prefix]) => specifier.startsWith(prefix))
  if (alias) return alias[1] + specifier.slice(alias[0].length)
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : specifier
}

function importsOf(file: string): Import[] {
  const text = textOf.get(file) ?? ''
  const shape = /^\s*(?:import|export)\s+(type\s+)?(?:([^'"`;]*?)\s+from\s+)?['"]([^'"]+)['"]/gm
  const found: Import[] = []
  for (const [, type, names, specifier] of text.matchAll(shape)) {
    if (specifier === undefined) continue
    const braces = /^\{([\s\S]*)\}$/.exec((names ?? '').trim())?.[1]
    const everyNameIsType =
      braces
        ?.split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .every((name) => name.startsWith('type ')) ?? false
    found.push({ from: file, to: resolveImport(file, specifier), isTypeOnly: type !== undefined || everyNameIsType })
  }
  for (const [, specifier] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*[,)]/g))
    if (specifier !== undefined) found.push({ from: file, to: resolveImport(file, specifier), isTypeOnly: false })
  return found
}

const imports = code.flatMap(importsOf)
const isPackage = (to: string): boolean => !to.startsWith('src/')
const under = (path: string, folder: string): boolean => path.startsWith(`${folder}/`)

/** src/shared/quotas/methods/equal.ts → quotas, for any layer that has one folder per domain. */
const domainOf = (file: string): string | undefined => {
  const part = /^src\/(?:shared|main\/engine|renderer)\/([^/]+)\//.exec(file)?.[1]
  return part !== undefined && part in domains ? part : undefined
}
/** The settings of the workspace (language, calendar, currency) hold for everyone. */
const mayUse = (domain: string, other: string): boolean =>
  domain === other ||
  other === 'workspace' ||
  (domains[domain as keyof typeof domains] as readonly string[]).includes(other)

interface Rule {
  name: string
  files: (file: string) => boolean
  allows: (each: Import) => boolean
}

/** Maps and projections: geography alone knows them. */
const mapPackages = [
  'd3-geo',
  'topojson-client',
  'topojson-specification',
  'iso-3166',
  'us-atlas',
  'world-atlas',
  'es-atlas'
]
const purePackages = new Set(['zod', 'big.js', 'pure-rand', 'papaparse', ...mapPackages])
const sharedCore = ['src/shared/units', 'src/shared/math', 'src/shared/geography', 'src/shared/contract']

const rules: Rule[] = [
  {
    name: 'units and math import each other alone',
    files: (file) => under(file, 'src/shared/units') || under(file, 'src/shared/math'),
    allows: ({ to }) => under(to, 'src/shared/units') || under(to, 'src/shared/math') || to.startsWith('pure-rand')
  },
  {
    name: 'units do not need math',
    files: (file) => under(file, 'src/shared/units'),
    allows: ({ to }) => under(to, 'src/shared/units')
  },
  {
    name: 'geography imports itself, units, math and maps alone',
    files: (file) => under(file, 'src/shared/geography'),
    allows: ({ to }) =>
      isPackage(to)
        ? mapPackages.includes(to.split('/')[0] ?? to)
        : ['src/shared/geography', 'src/shared/units', 'src/shared/math'].some((folder) => under(to, folder))
  },
  {
    name: 'maps are known to geography alone',
    files: (file) => under(file, 'src/shared') && !under(file, 'src/shared/geography'),
    allows: ({ to }) => !mapPackages.includes(to.split('/')[0] ?? to)
  },
  {
    name: 'types.ts holds types alone, from units and from domains it may use',
    files: (file) => /^src\/shared\/[^/]+\/types\.ts$/.test(file),
    allows: ({ from, to, isTypeOnly }) => {
      if (!isTypeOnly) return false
      if (under(to, 'src/shared/units') || to === 'src/shared/geography/types.ts') return true
      const mine = domainOf(from)
      const theirs = domainOf(to)
      if (mine === undefined) return under(to, dirname(from))
      return theirs !== undefined && mayUse(mine, theirs)
    }
  },
  {
    name: 'shared is pure: no Node, Electron, React or engine',
    files: (file) => under(file, 'src/shared'),
    allows: ({ to }) =>
      isPackage(to) ? purePackages.has(to.startsWith('@') ? to : (to.split('/')[0] ?? to)) : under(to, 'src/shared')
  },
  {
    name: 'a shared domain uses the domains it may, through types.ts or index.ts',
    files: (file) => under(file, 'src/shared') && domainOf(file) !== undefined,
    allows: ({ from, to }) => {
      const theirs = domainOf(to)
      const mine = domainOf(from)
      if (theirs === undefined || mine === undefined || theirs === mine) return true
      return mayUse(mine, theirs) && /\/(types|index)\.ts$/.test(to)
    }
  },
  {
    name: 'a contract knows no handler',
    files: (file) => /^src\/shared\/[^/]+\/contract\.ts$/.test(file),
    allows: ({ from, to }) =>
      to === 'zod' ||
      sharedCore.some((core) => under(to, core)) ||
      under(to, dirname(from)) ||
      /\/(types|index)\.ts$/.test(to)
  },
  {
    name: 'only db.ts knows the driver',
    files: () => true,
    allows: ({ from, to }) => to !== 'better-sqlite3' || from === 'src/main/engine/db.ts'
  },
  {
    name: 'a store knows SQL and types, not rules or other stores',
    files: (file) => /^src\/main\/engine\/[^/]+\/store[^/]*\.ts$/.test(file),
    allows: ({ from, to, isTypeOnly }) =>
      to === 'src/main/engine/db.ts' || isTypeOnly || under(to, 'src/shared/units') || under(to, dirname(from))
  },
  {
    name: 'the engine knows no Electron, no window',
    files: (file) => under(file, 'src/main/engine'),
    allows: ({ to }) =>
      isPackage(to)
        ? to !== 'electron' && !to.startsWith('react')
        : under(to, 'src/main/engine') || under(to, 'src/shared')
  },
  {
    name: 'an engine domain uses the domains it may, through their stores',
    files: (file) => under(file, 'src/main/engine') && domainOf(file) !== undefined && domainOf(file) !== 'workspace',
    allows: ({ from, to, isTypeOnly }) => {
      const mine = domainOf(from)
      const theirs = under(to, 'src/main/engine') ? domainOf(to) : undefined
      if (mine === undefined || theirs === undefined || theirs === mine || theirs === 'workspace' || isTypeOnly)
        return true
      return mayUse(mine, theirs) && /\/store[^/]*\.ts$/.test(to)
    }
  },
  {
    name: 'main knows Electron, Node and the messages, not the engine or a domain',
    files: (file) => under(file, 'src/main/app') || under(file, 'src/main/preload'),
    allows: ({ to, isTypeOnly }) =>
      isPackage(to) ||
      under(to, 'src/main/app') ||
      under(to, 'src/shared/contract') ||
      (isTypeOnly && to === 'src/shared/workspace/types.ts')
  },
  {
    name: 'the kit knows no domain and no client',
    files: (file) => under(file, 'src/renderer/ui'),
    allows: ({ to }) =>
      isPackage(to) ||
      under(to, 'src/renderer/ui') ||
      under(to, 'src/renderer/i18n') ||
      under(to, 'src/renderer/theme') ||
      under(to, 'src/shared/units')
  },
  {
    name: 'the renderer knows no Node and nothing of main',
    files: (file) => under(file, 'src/renderer'),
    allows: ({ to }) => (isPackage(to) ? !to.startsWith('node:') && to !== 'electron' : !under(to, 'src/main'))
  },
  {
    name: "a screen knows no other screen's parts",
    files: (file) => under(file, 'src/renderer'),
    allows: ({ from, to }) => {
      const parts = /^src\/renderer\/([^/]+)\/parts\//.exec(to)?.[1]
      return parts === undefined || under(from, `src/renderer/${parts}`)
    }
  }
]

describe('imports', () => {
  test('are found at all', () => {
    expect(imports.length).toBeGreaterThan(200)
    expect(importsOf('src/main/engine/db.ts')).toContainEqual({
      from: 'src/main/engine/db.ts',
      to: 'better-sqlite3',
      isTypeOnly: false
    })
  })

  test.each(rules)('$name', ({ files: concerns, allows }) => {
    const concerned = imports.filter((each) => concerns(each.from))
    expect(concerned.length).toBeGreaterThan(0)
    expect(concerned.filter((each) => !allows(each)).map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('of our own files lead to a file', () => {
    const known = new Set(files)
    const lost = imports.filter(({ to }) => !isPackage(to) && !known.has(to.replace(/\?.*$/, '')))
    expect(lost.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })
})

describe('domains', () => {
  test('have no loops', () => {
    const visit = (domain: string, path: readonly string[]): void => {
      expect(path, [...path, domain].join(' uses ')).not.toContain(domain)
      for (const used of domains[domain as keyof typeof domains]) visit(used, [...path, domain])
    }
    for (const domain of Object.keys(domains)) visit(domain, [])
  })

  test('are complete: types, contract, README, handlers, and words in both languages', () => {
    const missing = Object.keys(domains).flatMap((domain) =>
      [
        `src/shared/${domain}/types.ts`,
        `src/shared/${domain}/contract.ts`,
        `src/shared/${domain}/README.md`,
        `src/main/engine/${domain}/handlers.ts`,
        `src/renderer/i18n/en/${domain}.ts`,
        `src/renderer/i18n/es/${domain}.ts`
      ].filter((file) => !files.includes(file))
    )
    expect(missing).toEqual([])
  })

  test('are the ones of the contract, each method with a handler of its name', () => {
    expect(Object.keys(contract).sort()).toEqual(Object.keys(domains).sort())
    const unanswered = Object.values(contract).flatMap(({ domain, calls }) => {
      const folder = `src/main/engine/${domain}/`
      const text = code
        .filter((file) => file.startsWith(folder))
        .map((file) => textOf.get(file))
        .join('\n')
      return Object.keys(calls)
        .filter((verb) => !new RegExp(`\\b${verb}\\b`).test(text))
        .map((verb) => `${domain}.${verb}`)
    })
    expect(unanswered).toEqual([])
  })

  test('have nobody else in their layers', () => {
    const core = {
      'src/shared': ['contract', 'units', 'math', 'geography', 'sample'],
      'src/main/engine': ['migrations', 'sample'],
      'src/renderer': ['ui', 'i18n', 'shell', 'theme', 'home', 'settings', 'audit']
    }
    for (const [layer, others] of Object.entries(core)) {
      const folders = readdirSync(join(root, layer), { withFileTypes: true }).filter((entry) => entry.isDirectory())
      const strangers = folders
        .map((entry) => entry.name)
        .filter((name) => !(name in domains) && !others.includes(name))
      expect(strangers, layer).toEqual([])
    }
  })
})

describe('files', () => {
  test('have at most 400 lines', () => {
    const long = code
      .map((file) => [file, (textOf.get(file) ?? '').split('\n').length] as const)
      .filter(([, lines]) => lines > 400)
    expect(long).toEqual([])
  })

  test('open by saying what they are for', () => {
    const silent = code.filter((file) => !/^(?:\/\/\s*@[^\n]*\n)?(\/\/|\/\*\*)/.test(textOf.get(file) ?? ''))
    expect(silent).toEqual([])
  })

  test('lie in a layer', () => {
    const layers = ['src/shared', 'src/main/app', 'src/main/engine', 'src/main/preload', 'src/renderer']
    expect(files.filter((file) => !layers.some((layer) => under(file, layer)))).toEqual([])
  })

  test('have names that say something', () => {
    const vague = /(^|[-/.])(manager|helper|helpers|util|utils|data|info|common|misc)([-.]|$)/
    const allowed = new Set<string>(['src/renderer/ui/data-table.tsx', 'src/renderer/ui/data-table.css'])
    expect(files.filter((file) => vague.test(relative('src', file)) && !allowed.has(file))).toEqual([])
  })

  test('that are pure ask for no clock and no chance', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\./
    expect(code.filter((file) => under(file, 'src/shared') && impure.test(textOf.get(file) ?? ''))).toEqual([])
  })

  test('escape no check', () => {
    const escaping = /@ts-(ignore|nocheck)|\bas any\b|:\s*any\b|<any>|biome-ignore/
    expect(code.filter((file) => escaping.test(textOf.get(file) ?? ''))).toEqual([])
  })
})
