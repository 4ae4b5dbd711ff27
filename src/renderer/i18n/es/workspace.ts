// What is said of the file itself in Spanish: why it did not open, and what changing its settings is called.
import type { workspace as english } from '../en/workspace.ts'
import type { Texts } from '../texts.ts'

export const workspace: Texts<typeof english> = {
  errors: {
    notFound: 'El archivo {{fileName}} ya no está. Puede que se haya movido o renombrado.',
    exists: 'Ya hay un archivo {{fileName}}. Elija otro nombre.',
    inUse: '{{fileName}} está abierto en otra ventana. Ciérrelo primero allí.',
    newer:
      '{{fileName}} se hizo con un Comarca más nuevo (versión de archivo {{fileVersion}}; este conoce la {{knownVersion}}). Actualice Comarca para abrirlo; el archivo no se ha tocado.',
    notComarca: '{{fileName}} no es un archivo de Comarca.',
    damaged: '{{fileName}} está dañado y no se ha abierto.',
    cannotWrite: 'No se ha podido escribir {{fileName}}: {{problem}}',
    nothingToUndo: 'No hay nada que deshacer.',
    nothingToRedo: 'No hay nada que rehacer.',
    backupNotFound: 'Esa copia de seguridad ya no está.'
  },
  commands: {
    updateSettings: 'Cambiar ajustes'
  }
}
