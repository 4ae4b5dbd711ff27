// Makes the lists of places that ship with the product (src/shared/geography/places) from npm packages: towns of the world, municipalities
// of Spain, ZIP codes of the United States, names of countries. Run by hand after a package has changed: `node build/steps/geography.ts`.
// The same packages give the same files, which a test compares; names of countries also depend on the CLDR of the Node that runs this.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCountryNames } from './geography-countries.ts'
import { makeTowns } from './geography-towns.ts'
import { makeZipCodes } from './geography-zip-codes.ts'
import { projectFolder } from './runtime/electron.ts'
import { say } from './terminal.ts'

/** By name of the file: what it holds. */
export async function makePlaceFiles(): Promise<ReadonlyMap<string, string>> {
  const countryNames = makeCountryNames()
  return new Map([
    ['country-names.json', textOf(countryNames)],
    ['towns.json', textOf(await makeTowns())],
    ['zip-codes.json', textOf(makeZipCodes())]
  ])
}

/** One line for each key of the outermost object: what changed can be seen, and the file stays small. */
function textOf(content: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(content).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

if (process.argv[1] === import.meta.filename)
  for (const [name, text] of await makePlaceFiles()) {
    writeFileSync(join(projectFolder, 'src/shared/geography/places', name), text)
    say(`${name} ${Math.round(text.length / 1024)} KB`)
  }
