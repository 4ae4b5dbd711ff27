// The few texts that main itself shows: dialogs and the menu, in both languages. All others are in src/renderer/i18n.
import type { Language } from '#shared/workspace/types.ts'

export interface DialogTexts {
  workspace: string
  tables: string
  allFiles: string
  copy: string
  sampleName: string
  file: string
  newFile: string
  open: string
  newWindow: string
  saveCopy: string
  importFiles: string
  exportView: string
  print: string
  quit: string
  edit: string
  undo: string
  redo: string
  view: string
  help: string
  shortcuts: string
  about: string
  log: string
  fatalTitle: string
  fatalText: string
}

export const dialogTexts: Readonly<Record<Language, DialogTexts>> = {
  en: {
    workspace: 'Comarca workspace',
    tables: 'Spreadsheets and text tables',
    allFiles: 'All files',
    copy: '(copy)',
    sampleName: 'Sample company',
    file: 'File',
    newFile: 'New workspace…',
    open: 'Open…',
    newWindow: 'New window',
    saveCopy: 'Save a copy…',
    importFiles: 'Import…',
    exportView: 'Export what is seen…',
    print: 'Print…',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    view: 'View',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    about: 'About Comarca',
    log: 'Show log',
    fatalTitle: 'Comarca can’t start',
    fatalText: 'The log says why. Nothing in your files was changed.'
  },
  es: {
    workspace: 'Archivo de Comarca',
    tables: 'Hojas de cálculo y tablas de texto',
    allFiles: 'Todos los archivos',
    copy: '(copia)',
    sampleName: 'Empresa de ejemplo',
    file: 'Archivo',
    newFile: 'Nuevo archivo…',
    open: 'Abrir…',
    newWindow: 'Nueva ventana',
    saveCopy: 'Guardar una copia…',
    importFiles: 'Importar…',
    exportView: 'Exportar lo que se ve…',
    print: 'Imprimir…',
    quit: 'Salir',
    edit: 'Edición',
    undo: 'Deshacer',
    redo: 'Rehacer',
    view: 'Ver',
    help: 'Ayuda',
    shortcuts: 'Atajos de teclado',
    about: 'Acerca de Comarca',
    log: 'Mostrar el registro',
    fatalTitle: 'Comarca no puede arrancar',
    fatalText: 'El registro dice por qué. No se ha cambiado nada en tus archivos.'
  }
}

/** Names of file kinds in save dialogs; the same in both languages. */
export const fileKinds = {
  csv: 'CSV',
  xlsx: 'Excel',
  pdf: 'PDF',
  png: 'PNG',
  json: 'JSON',
  comarca: 'Comarca'
} as const
