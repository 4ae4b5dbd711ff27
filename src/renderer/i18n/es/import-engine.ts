// The words of imports in Spanish: progress, errors and steps.
import type { importEngineTexts as english } from '../en/import-engine.ts'
import type { Texts } from '../texts.ts'

export const importEngineTexts: Texts<typeof english> = {
  progress: {
    reading: 'Leyendo los archivos',
    understanding: 'Averiguando qué contienen',
    comparing: 'Comparando con lo que hay',
    writing: 'Importando'
  },
  errors: {
    noFiles: 'No se ha elegido ningún archivo.',
    fileGone: '«{{fileName}}» ya no está o no se puede leer. Elíjalo otra vez.',
    fileChanged:
      '«{{fileName}}» ha cambiado después de la vista previa. No se ha importado nada: mire otra vez la vista previa.',
    fileEmpty: '«{{fileName}}» está vacío.',
    fileTooLarge: '«{{fileName}}» ocuparía {{megabytes}} MB de memoria. Divídalo o exporte menos columnas.',
    unknownFormat:
      '«{{fileName}}» no es una tabla de texto (csv, tsv, txt) ni un libro de cálculo (xlsx, xlsm, xls, xlsb, ods, o una tabla html o xml con nombre .xls). Expórtelo como uno de ellos.',
    unreadable:
      '«{{fileName}}» está dañado y no se puede leer ({{problem}}). Ábralo en Excel y guárdelo de nuevo, o expórtelo otra vez.',
    passwordNeeded: '«{{fileName}}» está protegido con contraseña. Escríbala para leer el archivo.',
    passwordWrong: 'Esa no es la contraseña de «{{fileName}}». Inténtelo otra vez.',
    passwordProtected:
      '«{{fileName}}» tiene una protección que aquí no se puede abrir. Ábralo en Excel, quite la contraseña y guárdelo.',
    oldFormat: '«{{fileName}}» tiene el formato {{format}}, que no se lee. Guárdelo como xlsx o csv.',
    needsAnswer:
      'La columna «{{header}}» de «{{fileName}}» se puede leer de más de una manera. Indique cuál y después importe.',
    nothingRecognised: 'No se ha reconocido nada en estos archivos. Indique qué contiene cada uno.',
    needsScenario: 'Las cuotas y los territorios van a un escenario. Elija uno y después importe.',
    scenarioLocked: 'El escenario está bloqueado. Desbloquéelo o elija otro y después importe.',
    sourceMissing: 'No procede de una importación: no hay archivo detrás.',
    importMissing: 'Esa importación ya no está.',
    alreadyUndone: 'Esa importación ya se ha deshecho.',
    rowMissing: 'Esas filas ya no están en cuarentena.',
    profileMissing: 'Ese perfil ya no está.'
  },
  commands: {
    run: 'Importar {{title}}',
    undoImport: 'Deshacer la importación {{title}}',
    mendRejected_one: 'Arreglar una celda en cuarentena',
    mendRejected_other: 'Arreglar {{count}} celdas en cuarentena',
    retryRejected_one: 'Importar una fila de la cuarentena: {{title}}',
    retryRejected_other: 'Importar {{count}} filas de la cuarentena: {{title}}',
    dismissRejected_one: 'Apartar una fila de la cuarentena o recuperarla',
    dismissRejected_other: 'Apartar {{count}} filas de la cuarentena o recuperarlas',
    renameProfile: 'Cambiar el nombre del perfil a {{name}}',
    removeProfile: 'Quitar el perfil {{name}}'
  }
}
