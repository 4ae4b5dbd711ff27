// The words of territories in Spanish; those of its tabs beside the overview are in territories-tabs.ts.
import type { territories as english } from '../en/territories.ts'
import type { Texts } from '../texts.ts'
import { territoryAlign } from './territories-align.ts'
import { territoryMap } from './territories-map.ts'
import { territoryTabs } from './territories-tabs.ts'

export const territories: Texts<typeof english> = {
  ...territoryAlign,
  ...territoryMap,
  ...territoryTabs,
  title: 'Territorios',
  all: 'Todos los territorios',
  noPlan: 'Los territorios pertenecen a un plan: añade antes un año fiscal.',
  locked: 'El escenario está bloqueado: desbloquéalo, o cópialo y cambia la copia',
  finding: {
    even: {
      mean: 'Los territorios están equilibrados: todos a menos de {{band}} de la media de {{measure}}.',
      target: 'Los territorios están equilibrados: todos a menos de {{band}} de su objetivo de {{measure}}.'
    },
    largest: {
      mean: '{{name}} tiene {{times}} veces la media de {{measure}}.',
      target: '{{name}} tiene {{times}} veces su objetivo de {{measure}}.'
    },
    assigned_one: 'Una cuenta tiene territorio',
    assigned_other: '{{count}} cuentas tienen territorio',
    unassigned_one: 'una no.',
    unassigned_other: '{{count}} no.',
    allAssigned: 'no queda ninguna suelta.'
  },
  empty: {
    noAccounts: 'Los territorios se hacen con cuentas: impórtalas primero.',
    import: 'Importar datos',
    noTerritories: 'Deja que una regla proponga territorios según lo que vendió cada equipo, o crea el primero a mano.',
    propose: 'Proponer territorios',
    create: 'Nuevo territorio'
  },
  measure: 'Comparar por',
  measures: {
    revenue: 'Ventas',
    accounts: 'Cuentas',
    openPipeline: 'Embudo abierto',
    workload: 'Carga de trabajo',
    potential: 'Potencial',
    custom: 'Índice propio'
  },
  inSentence: {
    revenue: 'ventas',
    accounts: 'cuentas',
    openPipeline: 'embudo abierto',
    workload: 'carga de trabajo',
    potential: 'potencial',
    custom: 'índice propio'
  },
  hours: '{{hours}} h',
  outOfRange: 'De {{min}} a {{max}}',
  kinds: { main: 'Principal', overlay: 'Superpuesto' },
  kindHelp: {
    main: 'Tiene cada cuenta una sola vez.',
    overlay: 'Está sobre los principales: sus cuentas están también en uno principal.'
  },
  unknown: {
    workload_one: 'Una cuenta sin carga: su clase no tiene norma.',
    workload_other: '{{count}} cuentas sin carga: su clase no tiene norma.',
    potential_one: 'Una cuenta sin potencial.',
    potential_other: '{{count}} cuentas sin potencial.',
    noPotentialField: 'Ningún campo dice aún el potencial.',
    noPotential: 'La cuenta no tiene valor en el campo del potencial',
    noNorm: 'No hay norma para la clase de estas cuentas',
    without_one: '(sin una cuenta)',
    without_other: '(sin {{count}} cuentas)',
    toSize: 'Ponlo en Dimensión'
  },
  sales: 'Ventas contadas',
  salesDates: { last12: 'Últimos 12 meses', all: 'Todas' },
  columns: {
    name: 'Territorio',
    accounts: 'Cuentas',
    revenue: 'Ventas',
    openPipeline: 'Embudo abierto',
    index: 'Frente a la media',
    indexHint: '100 es la media de los territorios que no tienen otros debajo',
    indexTarget: 'Frente al objetivo',
    indexTargetHint:
      '100 es el objetivo: el total × su capacidad ÷ la suma de capacidades, entre los que no tienen otros debajo',
    sellers: 'Comerciales',
    checks: 'Por revisar',
    workload: 'Carga',
    workloadHint: 'Visitas al año × (tiempo de visita + camino a la cuenta siguiente)',
    hours: 'h',
    potential: 'Potencial',
    custom: 'Índice propio',
    customHint: 'Parte del índice ponderado de todas las cuentas; los pesos están en Dimensión',
    capacity: 'Capacidad',
    base: 'Base',
    fromOn: 'Desde',
    toOn: 'Hasta'
  },
  noIndex: 'Solo se comparan los territorios sin otros debajo',
  noIndexOverlay: 'Los superpuestos no se comparan: sus cuentas están en territorios principales',
  tags: {
    empty: 'vacío',
    noSeller: 'sin comercial',
    gap: 'días sin cubrir',
    overlap: 'cubierto dos veces',
    aboveLeaf: 'cuentas por encima',
    outsideDates: 'fuera de sus días',
    dependence: 'una sola cuenta',
    manual: '{{ratio}} a mano'
  },
  create: {
    title: 'Nuevo territorio',
    name: 'Nombre',
    parent: 'Dentro de',
    top: 'Arriba del todo',
    save: 'Crear territorio'
  },
  even: {
    title: 'Qué equilibrio tienen',
    chart: '{{high}} es el mayor, {{low}} el menor',
    chartOne: 'Solo hay un territorio: nada que comparar',
    chartSubtitle: '{{measure}} frente a la media (100)',
    chartSubtitleTarget: '{{measure}} frente al objetivo de cada uno (100)',
    territory: 'Territorio',
    index: 'Índice',
    mean: 'Media',
    target: 'Objetivo',
    byHand_one: 'Una de {{total}} cuentas puesta a mano ({{ratio}}).',
    byHand_other: '{{count}} de {{total}} cuentas puestas a mano ({{ratio}}).',
    band: 'Banda en torno a la media',
    bandHelp: 'Lo que aún cuenta como equilibrado. ±15 % es lo habitual, no una norma.',
    extremes: 'Los {{count}} mayores y menores de {{total}}',
    noMeaning: 'No tiene sentido con estos valores: ninguno, todos cero o alguno negativo.'
  },
  indices: {
    balance: {
      name: 'Índice de equilibrio',
      formula: '100 × (1 − ½ × desviación media)',
      meaning:
        'Lo que está donde estaría si todos fueran iguales, sobre 100. Habría que mover la mitad de la desviación media.'
    },
    maxOverMin: {
      name: 'Mayor / menor',
      formula: 'mayor ÷ menor',
      meaning: 'Cuántas veces cabe el menor en el mayor.'
    },
    variation: {
      name: 'Variación (CV)',
      formula: 'desviación típica de todos los territorios ÷ media',
      meaning: 'La dispersión en proporción a la media; 0 es igualdad perfecta.'
    },
    meanDeviation: {
      name: 'Desviación media',
      formula: 'Σ |valor − media| ÷ (número × media)',
      meaning: 'A qué distancia de la media está un territorio por término medio.'
    },
    gini: {
      name: 'Gini',
      formula: 'Σ (2 × puesto − n − 1) × valor ÷ (n × Σ valor), valores de menor a mayor',
      meaning: '0 es igualdad perfecta; cerca de 1, un territorio lo tiene todo.'
    },
    withinBand: {
      name: 'Dentro de ±{{band}}',
      formula: 'territorios dentro de la banda ÷ todos los territorios',
      meaning: 'La parte de los territorios que cuenta como equilibrada.'
    }
  },
  why: {
    indexOf: 'Por qué {{name}} está en {{index}}',
    mean: 'Media de {{count}} territorios',
    meanOfCapacity: 'Media de {{count}} territorios, sin contar la capacidad',
    byCapacity: 'Cada territorio se mide contra su objetivo: el total × su capacidad ÷ la suma de capacidades.',
    target: 'Objetivo',
    targetOf: '{{total}} × {{own}} ÷ {{all}}',
    divided: 'valor ÷ media × 100',
    dividedByTarget: 'valor ÷ objetivo × 100'
  },
  checks: {
    title: 'Comprobaciones',
    blocking: 'Impide aprobar',
    warning: 'Por revisar',
    show: 'Ver',
    showOf: 'Ver: {{what}}',
    more_one: 'y una más',
    more_other: 'y {{count}} más',
    fine: 'Cada cuenta tiene un territorio y cada territorio un comercial.',
    unassigned_one: 'Una cuenta no tiene territorio',
    unassigned_other: '{{count}} cuentas no tienen territorio',
    double_one: 'Una cuenta está en dos territorios a la vez',
    double_other: '{{count}} cuentas están en dos territorios a la vez',
    empty_one: 'Un territorio está vacío',
    empty_other: '{{count}} territorios están vacíos',
    noSeller_one: 'Un territorio no tiene comercial',
    noSeller_other: '{{count}} territorios no tienen comercial',
    aboveLeaf_one: 'Un territorio tiene cuentas y otros territorios debajo',
    aboveLeaf_other: '{{count}} territorios tienen cuentas y otros territorios debajo',
    gap_one: 'Un periodo sin comercial',
    gap_other: '{{count}} periodos sin comercial',
    overlap_one: 'Un periodo en el que las partes suman más que el todo',
    overlap_other: '{{count}} periodos en los que las partes suman más que el todo',
    outsideDates_one: 'Un territorio tiene cuentas en días en los que no existe',
    outsideDates_other: '{{count}} territorios tienen cuentas en días en los que no existen',
    outdated_one: 'Una cuenta está en otro sitio del que dicen ahora las reglas',
    outdated_other: '{{count}} cuentas están en otro sitio del que dicen ahora las reglas',
    exceptions_one: 'Una cuenta puesta a mano: {{ratio}}, más del límite de {{limit}}',
    exceptions_other: '{{count}} cuentas puestas a mano: {{ratio}}, más del límite de {{limit}}',
    dependence_one: 'Un territorio depende de una sola cuenta',
    dependence_other: '{{count}} territorios dependen de una sola cuenta',
    otherCurrency_one: 'Una oportunidad en otra moneda no entra en ninguna cifra',
    otherCurrency_other: '{{count}} oportunidades en otras monedas no entran en ninguna cifra'
  },
  pane: {
    share: 'Parte del total',
    against: 'Frente a la media',
    againstTarget: 'Frente a su objetivo',
    what: 'Qué es',
    kind: 'Tipo',
    capacityHelp: 'Su parte de la carga frente a otros: 1 es lo normal, 0,5 un comercial a media jornada.',
    baseHelp: 'De dónde sale su comercial: una ciudad o un código postal. Vacío: el centro de sus cuentas.',
    baseOfAccounts: 'centro de sus cuentas',
    baseFollow: 'Seguir a sus cuentas',
    noBase: 'No se conoce ningún lugar',
    existsFrom: 'Existe desde',
    existsTo: 'Existe hasta',
    openStart: 'Abierto: desde el principio',
    openEnd: 'Abierto: sin fin',
    teamField: 'Equipo',
    teamNone: 'Ningún equipo',
    manual: 'Puestas a mano',
    team: 'Equipo {{name}}',
    noTeam: 'Hecho a mano o por un campo',
    parent: 'Dentro de',
    remove: 'Quitar territorio',
    coverage: 'Quién lo cubre',
    noCoverage: 'Nadie todavía.',
    always: 'siempre',
    from: 'desde {{from}}',
    to: 'hasta {{to}}',
    fromTo: '{{from}} a {{to}}',
    left: 'se fue el {{on}}',
    add: 'Añadir comercial',
    pick: 'Elige un comercial',
    fromLabel: 'Desde',
    toLabel: 'Hasta',
    cover: 'Añadir',
    uncover: 'Quitar a {{name}}',
    saveDates: 'Guardar fechas'
  },
  accounts: {
    title: 'Cuentas',
    show: { territory: 'Elegido', unassigned: 'Sin asignar', all: 'Todas' },
    columns: {
      name: 'Cuenta',
      territory: 'Territorio',
      revenue: 'Ventas',
      openPipeline: 'Embudo abierto',
      region: 'Región',
      country: 'País',
      industry: 'Sector',
      segment: 'Segmento',
      overlays: 'Superpuestos',
      why: 'Por qué aquí',
      hint: 'Adónde apuntan las ventas'
    },
    none: 'Aquí no hay cuentas.',
    noneUnassigned: 'Todas las cuentas tienen territorio.',
    unknown: 'No está en los datos',
    noOverlay: 'En ningún superpuesto',
    onlyNamed_one: 'Solo la señalada',
    onlyNamed_other: 'Solo las {{count}} señaladas',
    total: 'Total',
    assign: 'Mover a …',
    unassign: 'Dejar sin asignar'
  },
  assign: {
    title_one: 'Mover una cuenta',
    title_other: 'Mover {{count}} cuentas',
    to: 'A',
    reason: 'Motivo',
    reasonHelp: 'Se guarda con la cuenta y aparece donde se pregunta por qué. Desde entonces las reglas no la tocan.',
    fromOn: 'A partir de (opcional)',
    fromOnHelp: 'Hasta el día anterior siguen donde están. Vacío: para todo el año.',
    save: 'Mover'
  },
  source: { rule: 'regla', manual: 'a mano', alignment: 'optimización', none: 'Sin territorio' },
  evidence: {
    title: 'Por qué {{account}} está en {{territory}}',
    hintTitle: 'Adónde apuntan las ventas a {{account}}',
    teamShare: '{{team}} {{ratio}}',
    sold: 'Vendido por {{team}}',
    deals_one: 'una venta',
    deals_other: '{{count}} ventas',
    total: 'Vendido por todos',
    share: 'Parte',
    runnerUp: 'Siguiente: {{team}}',
    teamRule: 'Regla: el equipo que más vendió a la cuenta.',
    field: 'Regla: {{field}} es {{value}}.',
    manual: 'Puesta a mano.',
    reason: 'Motivo dado: {{reason}}',
    noReason: 'No se dio motivo.',
    rule: 'Puesta por una regla.',
    byRule: 'Puesta por la regla: {{rule}}.',
    alignment: 'Puesta por una optimización que se aceptó. Lo que valía el cambio entonces:',
    balancePoints: 'Puntos de equilibrio',
    km: 'Km en línea recta',
    visitKm: 'Km × visitas al año',
    overlays: 'También en los superpuestos: {{names}}.'
  },
  fields: {
    country: 'País',
    region: 'Región',
    province: 'Provincia o estado',
    city: 'Ciudad',
    industry: 'Sector',
    segment: 'Segmento',
    owner: 'Responsable',
    parent: 'Cuenta matriz',
    employees: 'Empleados',
    revenue: 'Facturación anual',
    postal: 'Código postal',
    product: 'Productos comprados',
    account: 'Cuentas con nombre'
  },
  reasons: {
    noSales: 'no se le ha vendido nada',
    tie: 'empate entre {{teams}}',
    noTeam: 'la vendió sobre todo gente sin equipo',
    noValue: 'sin {{field}} en los datos'
  },
  propose: {
    title: 'Proponer territorios',
    rule: 'Regla',
    rules: { byTeamSales: 'Por el equipo que más vendió', byField: 'Por un campo de la cuenta' },
    level: 'Equipos',
    levelOption_one: 'Uno: {{names}}',
    levelOption_other: '{{count}}: {{names}}',
    field: 'Campo',
    keepManual: 'Dejar donde están las cuentas puestas a mano',
    withSellers: 'Poner a los comerciales de cada equipo en su territorio',
    removeEmpty: 'Quitar los territorios que pierden todas sus cuentas',
    columns: { name: 'Territorio', accounts: 'Cuentas', revenue: 'Ventas', sellers: 'Comerciales' },
    isNew: 'nuevo',
    placed_one: 'Se coloca una cuenta',
    placed_other: 'Se colocan {{count}} cuentas',
    moved_one: 'una cambia de territorio',
    moved_other: '{{count}} cambian de territorio',
    kept_one: 'una sigue donde se puso a mano',
    kept_other: '{{count}} siguen donde se pusieron a mano',
    removed: 'Se quita: {{names}}',
    unplaced_one: 'Una cuenta queda sin asignar',
    unplaced_other: '{{count}} cuentas quedan sin asignar',
    nothing: 'No hay nada que proponer: ningún equipo, o ninguna cuenta con este campo.',
    apply_one: 'Colocar una cuenta',
    apply_other: 'Colocar {{count}} cuentas'
  },
  errors: {
    notFound: 'Ese territorio ya no existe. La lista muestra lo que hay ahora.',
    nameTaken: 'Este escenario ya tiene un territorio llamado {{name}}. Elige otro nombre.',
    loop: '{{name}} no puede ir dentro de {{parentName}}, que está debajo.',
    accountMissing: 'Una de estas cuentas ya no está en el archivo. No se ha movido nada.',
    sellerMissing: 'Ese comercial ya no está en el archivo.',
    coverageMissing: 'Esa línea ya no existe. La lista muestra lo que hay ahora.',
    coverageOverlaps: '{{sellerName}} ya cubre {{territoryName}} algunos de esos días. Cambia esas fechas.',
    datesReversed: 'El último día ({{toOn}}) es anterior al primero ({{fromOn}}).',
    nothingProposed: 'La regla no encontró ningún territorio. Elige otra, o añade equipos o el campo a los datos.',
    kindsMixed:
      '{{name}} no puede ir dentro de {{parentName}}: uno es un territorio principal y el otro va superpuesto.',
    ruleMissing: 'Esa regla ya no existe. La lista muestra lo que hay ahora.',
    nothingToAlign:
      'No hay nada que mover: participan {{territories}} territorios y {{accounts}} cuentas. Hacen falta dos territorios y una cuenta.',
    draftMissing: 'El plan propuesto ya no está. Busca otro.',
    draftOutdated:
      'Hay cuentas que han cambiado de sitio desde que se encontró este plan. No se ha movido nada; busca otro.',
    placeUnknown:
      'No se conoce ningún lugar llamado «{{text}}». Añade la provincia o el país, como en «Santiago, Chile».'
  },
  progress: {
    align: 'Buscando un plan mejor'
  },
  commands: {
    saveSettings: 'Cambiar los supuestos de los territorios',
    saveRule: 'Guardar la regla de {{name}}',
    orderRules: 'Cambiar el orden de las reglas',
    removeRule: 'Quitar la regla de {{name}}',
    applyRules_one: 'Ejecutar las reglas: se mueve una cuenta',
    applyRules_other: 'Ejecutar las reglas: se mueven {{count}} cuentas',
    change: 'Cambiar el territorio {{name}}',
    acceptAlignment_one: 'Aceptar un movimiento de un plan',
    acceptAlignment_other: 'Aceptar {{count}} movimientos de un plan',
    applyProposal_one: 'Colocar una cuenta por regla',
    applyProposal_other: 'Colocar {{count}} cuentas por regla',
    create: 'Crear el territorio {{name}}',
    rename: 'Cambiar el nombre de {{from}} a {{name}}',
    move: 'Mover el territorio {{name}}',
    remove: 'Quitar el territorio {{name}}',
    assign_one: 'Mover una cuenta a {{name}}',
    assign_other: 'Mover {{count}} cuentas a {{name}}',
    unassign_one: 'Dejar una cuenta sin asignar',
    unassign_other: 'Dejar {{count}} cuentas sin asignar',
    cover: 'Poner a {{seller}} en {{name}}',
    changeCoverage: 'Cambiar las fechas de {{seller}} en {{name}}',
    uncover: 'Quitar a {{seller}} de {{name}}'
  },
  facts: {
    accounts: 'Cuentas',
    revenue: 'Ventas de 12 meses',
    sellers: 'Comerciales',
    unassigned: 'Cuentas sin asignar',
    balance: 'Índice de equilibrio de ventas'
  }
}
