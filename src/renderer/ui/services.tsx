// What the kit asks of the application around it (saving a file): the kit itself knows no client.
import { createContext, type ReactNode, useContext } from 'react'

/** A table as it is seen, in plain values: numbers in units, ratios 0 to 1, dates ISO, null for an empty cell. */
export interface SeenTable {
  readonly name: string
  readonly columns: { header: string; kind: 'text' | 'number' | 'ratio' | 'date' }[]
  readonly rows: (string | number | null)[][]
}

export interface UiServices {
  /** Writes an Excel workbook where the user says. */
  readonly saveWorkbook: (table: SeenTable) => void
  /** Lets the user choose where a text file goes and writes it. */
  readonly saveText: (suggestedName: string, text: string, kind: 'csv' | 'txt') => void
  /** Puts a PNG picture on the clipboard. */
  readonly copyPicture: (png: Blob) => void
  readonly copyText: (text: string) => void
}

const nothing: UiServices = {
  saveWorkbook: () => undefined,
  saveText: () => undefined,
  copyPicture: () => undefined,
  copyText: () => undefined
}
const Context = createContext<UiServices>(nothing)

export function UiServicesProvider({ services, children }: { services: UiServices; children: ReactNode }) {
  return <Context.Provider value={services}>{children}</Context.Provider>
}

export const useUiServices = (): UiServices => useContext(Context)
