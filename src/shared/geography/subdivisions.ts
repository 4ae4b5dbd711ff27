// The parts of countries by ISO 3166-2: for those that no map shows, a list.
import type { Subdivision } from './types.ts'

let subdivisions: Promise<readonly Subdivision[]> | undefined

/**
 * Loads the parts of all countries; the list is read once.
 *
 * @returns some 5,000 entries in the order of their codes
 * @source ISO 3166-2, through the package iso-3166
 * @example (await loadSubdivisions()).find(({ code }) => code === 'ES-M') // { code: 'ES-M', name: 'Madrid', parent: 'ES-MD' }
 */
export function loadSubdivisions(): Promise<readonly Subdivision[]> {
  if (subdivisions === undefined) {
    subdivisions = import('iso-3166/2.js').then(({ iso31662 }) =>
      iso31662
        .map(({ code, name, parent }) => ({ code, name, parent: parent.length > 2 ? parent : null }))
        .sort((a, b) => (a.code < b.code ? -1 : 1))
    )
    subdivisions.catch(() => {
      subdivisions = undefined
    })
  }
  return subdivisions
}

/**
 * Lists the parts of one country, as `loadSubdivisions` gave them.
 *
 * @param all of `loadSubdivisions`
 * @param country ISO 3166-1 alpha-2
 * @returns its parts, each after the one it belongs to; none for countries that ISO doesn't divide
 * @example listSubdivisions(all, 'PT').length // 20: 18 districts and two autonomous regions
 */
export function listSubdivisions(all: readonly Subdivision[], country: string): Subdivision[] {
  const own = all.filter(({ code }) => code.startsWith(`${country}-`))
  const below = (parent: string | null): Subdivision[] =>
    own.filter((entry) => entry.parent === parent).flatMap((entry) => [entry, ...below(entry.code)])
  return below(null)
}
