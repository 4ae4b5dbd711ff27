// What the kit asks of the application around it (saving a file): the kit itself knows no client.
import { createContext, type ReactNode, useContext } from 'react'

export interface UiServices {
  /** Lets the user choose where a text file goes and writes it. */
  readonly saveText: (suggestedName: string, text: string, kind: 'csv' | 'txt') => void
  /** Puts a PNG picture on the clipboard. */
  readonly copyPicture: (png: Blob) => void
  readonly copyText: (text: string) => void
}

const nothing: UiServices = { saveText: () => undefined, copyPicture: () => undefined, copyText: () => undefined }
const Context = createContext<UiServices>(nothing)

export function UiServicesProvider({ services, children }: { services: UiServices; children: ReactNode }) {
  return <Context.Provider value={services}>{children}</Context.Provider>
}

export const useUiServices = (): UiServices => useContext(Context)
