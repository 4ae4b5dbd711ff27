// What is said of the engine itself and of what has no words of its own, in Spanish.
import type { engine as english } from '../en/engine.ts'
import type { Texts } from '../texts.ts'

export const engine: Texts<typeof english> = {
  errors: {
    lost: 'El motor se paró mientras trabajaba en esto. Nada de lo guardado se pierde; esta acción no se hizo.',
    badArgument: 'El motor no lo ha aceptado por {{where}}: {{problem}}. No ha cambiado nada.',
    unknownMethod: 'El motor no conoce {{method}}. No ha cambiado nada.',
    hostOnly: 'Una ventana no puede pedir {{method}}. No ha cambiado nada.',
    cancelled: 'Cancelado. No ha cambiado nada.',
    noWorkspace: 'No hay ningún archivo abierto.',
    diskFull: 'El disco está lleno. No ha cambiado nada; libere espacio y reintente.',
    readOnly:
      'No se puede escribir en el archivo: él o su carpeta son de solo lectura. Guarde una copia en otro sitio.',
    bug: 'Un fallo del programa ha parado {{method}}: {{problem}}. No ha cambiado nada.',
    unknown: 'Esto no ha funcionado ({{code}}). No ha cambiado nada.'
  },
  commands: {
    unknown: 'Cambio'
  }
}
