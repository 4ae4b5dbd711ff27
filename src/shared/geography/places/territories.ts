// Lands with a code of ISO 3166-1 that are part of another country or drawn within its shape, and where those are that have no shape.
import type { Position } from '../types.ts'

/** By land: the country whose name also stands in its addresses. */
export const partOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    US: ['PR', 'GU', 'VI', 'AS', 'MP', 'UM'],
    FR: ['GF', 'GP', 'MQ', 'RE', 'YT', 'NC', 'PF', 'PM', 'WF', 'BL', 'MF', 'TF'],
    GB: ['AI', 'BM', 'FK', 'GG', 'GI', 'GS', 'IM', 'IO', 'JE', 'KY', 'MS', 'PN', 'SH', 'TC', 'VG'],
    NL: ['AW', 'BQ', 'CW', 'SX'],
    DK: ['FO', 'GL'],
    FI: ['AX'],
    NO: ['SJ', 'BV'],
    AU: ['CC', 'CX', 'HM', 'NF'],
    NZ: ['CK', 'NU', 'TK'],
    CN: ['HK', 'MO']
  }).flatMap(([country, lands]) => lands.map((land): [string, string] => [land, country]))
)

/** Middle of lands too small for the map of the world, or drawn as part of a country (degrees, to a tenth). */
export const withoutShape: ReadonlyMap<string, Position> = new Map<string, Position>([
  ['BQ', [-68.3, 12.2]],
  ['BV', [3.4, -54.4]],
  ['CC', [96.8, -12.2]],
  ['CX', [105.6, -10.5]],
  ['GF', [-53.1, 3.9]],
  ['GI', [-5.3, 36.1]],
  ['GP', [-61.5, 16.2]],
  ['MQ', [-61, 14.7]],
  ['RE', [55.5, -21.1]],
  ['SJ', [16, 78.6]],
  ['TK', [-171.8, -9.2]],
  ['TV', [179.2, -8.5]],
  ['UM', [166.6, 19.3]],
  ['YT', [45.1, -12.8]]
])
