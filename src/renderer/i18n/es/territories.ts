// The words of territories in Spanish.
import type { territories as english } from '../en/territories.ts'
import type { Texts } from '../texts.ts'

export const territories: Texts<typeof english> = {
  title: 'Territorios',
  all: 'Todos los territorios',
  noPlan: 'Los territorios pertenecen a un plan: añade antes un año fiscal.',
  locked: 'El escenario está bloqueado: desbloquéalo, o cópialo y cambia la copia',
  finding: {
    even: 'Los territorios están equilibrados: todos a menos de {{band}} de la media de {{measure}}.',
    largest: '{{name}} tiene {{times}} veces la media de {{measure}}.',
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
  measures: { revenue: 'Ventas', accounts: 'Cuentas', openPipeline: 'Embudo abierto' },
  inSentence: { revenue: 'ventas', accounts: 'cuentas', openPipeline: 'embudo abierto' },
  sales: 'Ventas contadas',
  salesDates: { last12: 'Últimos 12 meses', all: 'Todas' },
  columns: {
    name: 'Territorio',
    accounts: 'Cuentas',
    revenue: 'Ventas',
    openPipeline: 'Embudo abierto',
    index: 'Frente a la media',
    indexHint: '100 es la media de los territorios que no tienen otros debajo',
    sellers: 'Comerciales',
    checks: 'Por revisar'
  },
  noIndex: 'Solo se comparan los territorios sin otros debajo',
  tags: { empty: 'vacío', noSeller: 'sin comercial', aboveLeaf: 'cuentas por encima', manual: '{{ratio}} a mano' },
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
    territory: 'Territorio',
    index: 'Índice',
    mean: 'Media',
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
    divided: 'valor ÷ media × 100'
  },
  checks: {
    title: 'Comprobaciones',
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
    otherCurrency_one: 'Una oportunidad en otra moneda no entra en ninguna cifra',
    otherCurrency_other: '{{count}} oportunidades en otras monedas no entran en ninguna cifra'
  },
  pane: {
    share: 'Parte del total',
    against: 'Frente a la media',
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
    dates: 'Fechas de {{name}}',
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
      why: 'Por qué aquí',
      hint: 'Adónde apuntan las ventas'
    },
    none: 'Aquí no hay cuentas.',
    noneUnassigned: 'Todas las cuentas tienen territorio.',
    unknown: 'No está en los datos',
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
    save: 'Mover'
  },
  source: { rule: 'regla', manual: 'a mano', none: 'Sin territorio' },
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
    rule: 'Puesta por una regla.'
  },
  fields: { country: 'País', region: 'Región', industry: 'Sector', segment: 'Segmento' },
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
    nothingProposed: 'La regla no encontró ningún territorio. Elige otra, o añade equipos o el campo a los datos.'
  },
  commands: {
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
