// Las palabras de las exportaciones en español.
import type { Texts } from '../texts.ts'

export const exportTexts: Texts<typeof import('../en/export.ts').exportTexts> = {
  errors: {
    tooManyRows:
      'La tabla tiene {{rows}} filas; un archivo {{format}} admite {{most}}. Expórtela como csv o fíltrela antes.'
  },
  commands: {}
}
