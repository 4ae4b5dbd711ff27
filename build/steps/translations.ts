// Finds texts that are missing in one of the languages, whose fields differ between them, or that a call or an error of the
// contract needs and nobody wrote. The type checker compares the keys of two files; this looks inside the texts and at the contract.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { contract } from '../../src/shared/contract/index.ts'
import { projectFolder } from './runtime/electron.ts'

const languages = ['en', 'es'] as const
type Language = (typeof languages)[number]
type Texts = Map<string, string>

/** Returns one sentence for each fault; none when all is well. */
export async function findTranslationFaults(): Promise<string[]> {
  const [english, spanish] = await Promise.all(languages.map(readTexts))
  if (!english || !spanish) return ['There are no texts.']
  return [...compareTexts(english, spanish), ...findUnworded(english)]
}

/** The faults between two languages: a missing text, an empty one, other fields in it. */
export function compareTexts(english: Texts, spanish: Texts): string[] {
  const faults: string[] = []
  for (const [key, text] of english) {
    const translation = spanish.get(key)
    if (translation === undefined) faults.push(`es has no text for ${key}`)
    else if (translation.trim() === '') faults.push(`es has an empty text for ${key}`)
    else if (fieldsOf(translation) !== fieldsOf(text)) {
      faults.push(`${key} has the fields {${fieldsOf(text)}} in en and {${fieldsOf(translation)}} in es`)
    }
    if (text.trim() === '') faults.push(`en has an empty text for ${key}`)
  }
  for (const key of spanish.keys()) if (!english.has(key)) faults.push(`en has no text for ${key}`)
  return faults
}

/** Commands (for "Undo: ...") and errors of the contract that have no words. */
function findUnworded(english: Texts): string[] {
  const has = (key: string) => english.has(key) || english.has(`${key}_other`)
  const faults: string[] = []
  for (const [domain, { calls }] of Object.entries(contract)) {
    for (const [verb, call] of Object.entries(calls)) {
      const key = `${domain}.commands.${verb}`
      if (call.kind === 'command' && !has(key)) faults.push(`The command ${domain}.${verb} has no text ${key}`)
    }
  }
  for (const code of errorCodes()) {
    const [domain, tail] = code.split('.')
    const key = `${domain}.errors.${tail}`
    if (!has(key)) faults.push(`The error ${code} has no text ${key}`)
  }
  return faults
}

/** Error codes live in types alone, so they are read out of the source. */
function errorCodes(): Set<string> {
  const files = globSync(['src/shared/*/types.ts', 'src/shared/contract/errors.ts'], { cwd: projectFolder })
  const found = files.flatMap((file) => [
    ...readFileSync(join(projectFolder, file), 'utf8').matchAll(/code: '([a-z]+\.[a-zA-Z]+)'/g)
  ])
  return new Set(found.map(([, code]) => code ?? ''))
}

async function readTexts(language: Language): Promise<Texts> {
  const index = join(projectFolder, 'src/renderer/i18n', language, 'index.ts')
  const module: Record<string, unknown> = await import(pathToFileURL(index).href)
  const texts: Texts = new Map()
  for (const [domain, value] of Object.entries(module[language] ?? {})) collect(domain, value, texts)
  return texts
}

function collect(key: string, value: unknown, into: Texts): void {
  if (typeof value === 'string') into.set(key, value)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) collect(`${key}.${name}`, inner, into)
  }
}

function fieldsOf(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, field]) => field ?? ''))].sort().join(', ')
}
