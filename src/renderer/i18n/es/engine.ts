// What is said of the engine itself and of what has no words of its own, in Spanish.
import type { engine as english } from '../en/engine.ts'
import type { Texts } from '../texts.ts'

export const engine: Texts<typeof english> = {
  errors: {
    lost: 'El motor se detuvo mientras trabajaba en esto. No se ha perdido nada de lo guardado; la última acción no se hizo.',
    unknown: 'Esto no ha funcionado ({{code}}). No ha cambiado nada.'
  },
  commands: {
    unknown: 'Cambio'
  }
}
