// The words of the shell in Spanish: navigation, top bar, scenario switch, palette, shortcuts, first run.
import type { shell as english } from '../en/shell.ts'
import type { Texts } from '../texts.ts'

export const shell: Texts<typeof english> = {
  name: 'Comarca',
  skip: 'Ir al contenido',
  navigation: 'Navegación',
  screens: {
    home: 'Inicio',
    data: 'Datos',
    people: 'Personas',
    territories: 'Territorios',
    forecasts: 'Previsión',
    quotas: 'Cuotas',
    performance: 'Rendimiento',
    compensation: 'Retribución',
    handbook: 'Manual',
    settings: 'Ajustes',
    audit: 'Registro de cambios',
    plans: 'Comparar escenarios',
    shortcuts: 'Atajos de teclado'
  },
  fiscalYear: 'Ejercicio',
  fiscalYearHelp: 'Lleva el nombre del año natural en que termina',
  noPlan: 'Aún sin plan',
  addYear: 'Añadir un ejercicio',
  period: 'Periodo',
  grain: 'Duración del periodo',
  wholeYear: 'Año entero',
  grains: { year: 'Año', half: 'Semestre', quarter: 'Trimestre', month: 'Mes' },
  undo: 'Deshacer',
  redo: 'Rehacer',
  undoWhat: 'Deshacer: {{what}}',
  redoWhat: 'Rehacer: {{what}}',
  undone: 'Deshecho: {{what}}',
  redone: 'Rehecho: {{what}}',
  nothingToUndo: 'Nada que deshacer',
  nothingToRedo: 'Nada que rehacer',
  savedFile: '{{fileName}} guardado',
  showFile: 'Ver en la carpeta',
  nothingToExport: 'Esta página no tiene tabla que exportar.',
  dropMeaning: 'Abra primero un archivo de trabajo; después suelte aquí las exportaciones del CRM para importarlas.',
  keys: { palette: 'Ctrl K' },
  scenario: {
    label: 'Escenario',
    draft: 'sin aprobar',
    draftHint: 'Este escenario es un borrador: ninguno del ejercicio vale hasta que se aprueba',
    approved: 'aprobado',
    locked: 'bloqueado',
    create: 'Nuevo escenario',
    copy: 'Copiar este escenario',
    rename: 'Cambiar el nombre',
    lock: 'Bloquear',
    unlock: 'Desbloquear',
    approve: 'Aprobar',
    withdraw: 'Retirar la aprobación',
    compare: 'Comparar con otro',
    remove: 'Eliminar',
    name: 'Nombre',
    namePlaceholder: 'Dos comerciales más en el norte',
    copyOf: '{{name}}, copia',
    first: 'Base',
    removeMeaning: 'Se van con él sus territorios, cuotas, previsiones y planes de variable. Deshacer los recupera.',
    dialog: {
      create: 'Nuevo escenario',
      copy: 'Copiar «{{name}}»',
      rename: 'Cambiar el nombre de «{{name}}»',
      remove: 'Eliminar «{{name}}»'
    },
    do: { create: 'Crear', copy: 'Copiar', rename: 'Cambiar', remove: 'Eliminar' }
  },
  palette: {
    open: 'Ir, hacer, buscar',
    placeholder: 'Ir a una página, hacer algo, buscar una persona o una cuenta',
    nothing: 'Nada encontrado para «{{query}}».',
    goTo: 'Ir a',
    do: 'Hacer',
    people: 'Personas',
    accounts: 'Cuentas',
    light: 'Tema claro',
    dark: 'Tema oscuro'
  },
  shortcuts: {
    finding: 'Las letras solas funcionan mientras no se escribe en un campo. En un Mac, ⌘ hace de Ctrl.',
    everywhere: 'En todas partes',
    goTo: 'Ir a',
    table: 'En una tabla',
    palette: 'Abrir el buscador de acciones',
    filter: 'Filtrar la tabla',
    undo: 'Deshacer',
    redo: 'Rehacer',
    import: 'Importar datos',
    export: 'Exportar lo que se ve',
    print: 'Imprimir la página',
    saveCopy: 'Guardar una copia del archivo',
    open: 'Abrir un archivo',
    shortcuts: 'Esta página'
  },
  tableKeys: {
    move: 'Moverse por celdas; con Ctrl, al borde',
    ends: 'Primera y última columna; con Ctrl, toda la tabla',
    page: 'Una página arriba o abajo',
    block: 'Seleccionar un bloque',
    edit: 'Editar la celda',
    open: 'Editar, o abrir la fila',
    copy: 'Copiar el bloque',
    paste: 'Pegar, también desde Excel',
    fill: 'Rellenar hacia abajo',
    empty: 'Vaciar el bloque',
    tick: 'Marcar la fila',
    close: 'Descartar la edición, cerrar el panel'
  },
  status: {
    saved: 'guardado',
    sample: 'empresa de ejemplo',
    asOf: 'datos hasta el {{date}}',
    quality: 'calidad {{share}}, {{name}}',
    qualityFull: 'calidad {{share}}',
    qualityUnknown: 'calidad sin determinar',
    allSound: 'Ninguna fila de los datos tiene avisos',
    engine: {
      starting: 'motor arrancando',
      ready: 'motor listo',
      lost: 'motor caído, arrancando de nuevo',
      stopped: 'motor parado'
    }
  },
  soundness: {
    bookings_one: '{{count}} oportunidad ganada',
    bookings_other: '{{count}} oportunidades ganadas',
    pipeline_one: '{{count}} oportunidad abierta',
    pipeline_other: '{{count}} oportunidades abiertas',
    credit_one: '{{count}} oportunidad ganada o abierta',
    credit_other: '{{count}} oportunidades ganadas o abiertas',
    people_one: '{{count}} persona',
    people_other: '{{count}} personas'
  },
  engine: {
    lost: 'El motor se ha parado y está arrancando de nuevo. Nada de lo guardado se pierde; lo que estaba en curso no se hizo.',
    stopped:
      'El motor se ha parado dos veces en un minuto. Nada de lo guardado se pierde. Arránquelo otra vez o mire el registro.',
    back: 'El motor se había parado y se ha vuelto a arrancar. No se ha perdido nada guardado; lo que estaba en curso no se hizo.',
    restart: 'Arrancar el motor',
    log: 'Ver el registro'
  },
  broken: {
    title: 'Esta página se ha parado por un fallo del programa.',
    meaning: 'El archivo no está afectado y las demás páginas funcionan. Reintente, o vaya a otra página.'
  },
  open: {
    backup: 'Hay una copia de seguridad sana del {{at}}. El archivo dañado se conserva junto a ella.',
    restore: 'Restaurar la copia'
  },
  firstRun: {
    claim: 'Territorios, previsiones, cuotas y variable de un año de ventas, en un solo archivo.',
    private: 'Comarca trabaja sin red. Nada sale de este ordenador.',
    sample: 'Echar un vistazo',
    sampleMeaning: 'Una empresa inventada con tres años de oportunidades: algo que descubrir en cada página.',
    size: 'Tamaño de la empresa de ejemplo',
    sizes: { small: '12 comerciales', medium: '60', large: '300' },
    openSample: 'Abrir la empresa de ejemplo',
    new: 'Empezar',
    create: 'Crear un archivo de trabajo',
    open: 'Continuar',
    openFile: 'Abrir un archivo',
    noRecent: 'Aquí aparecerán los archivos abiertos. También se puede soltar un archivo .comarca sobre esta ventana.',
    gone: 'ya no está',
    forget: 'Olvidar {{name}}'
  }
}
