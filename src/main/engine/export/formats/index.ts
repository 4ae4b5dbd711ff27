// The formats a table can be written in.
import type { ExportFormatName } from '#shared/export/types.ts'
import { csv } from './csv.ts'
import type { ExportFormat } from './format.ts'
import { xlsx } from './xlsx.ts'

export const exportFormats: readonly ExportFormat[] = [csv, xlsx]

export function formatOf(name: ExportFormatName): ExportFormat {
  const format = exportFormats.find((each) => each.name === name)
  if (format === undefined) throw new RangeError(`no export format ${name}`)
  return format
}
