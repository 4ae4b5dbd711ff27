// The words about what a series stands on, in Spanish.
import type { forecastSeries as english } from '../en/forecasts-series.ts'
import type { Texts } from '../texts.ts'

export const forecastSeries: Texts<typeof english> = {
  words: {
    business: { new: 'Cliente nuevo', existing: 'Clientes actuales' },
    rest: {
      team: 'Sin equipo',
      seller: 'Sin comercial',
      territory: 'Sin territorio',
      segment: 'Sin segmento',
      product: 'Sin producto',
      family: 'Sin familia de producto',
      business: 'No consta si es nuevo o actual'
    },
    groups: {
      team: 'Equipos',
      seller: 'Comerciales',
      territory: 'Territorios',
      segment: 'Segmentos',
      product: 'Productos',
      family: 'Familias de producto',
      business: 'Nuevos y actuales'
    },
    source: 'Contado por',
    sources: { bookings: 'Ventas ganadas', invoices: 'Facturas', totals: 'Totales tecleados' },
    title: 'En qué se apoya el historial',
    subtitle: 'Lo que decidas aquí vale para toda previsión de estas ventas, y se puede deshacer.',
    parts: {
      oneOffs: 'Ventas grandes',
      changes: 'Cambios de criterio',
      empty: 'Periodos vacíos',
      drivers: 'Factores',
      totals: 'Totales tecleados'
    },
    partsLabel: 'Parte del historial',
    notes: {
      cleaned_one:
        'Una venta grande queda fuera del historial ({{amount}}). Una venta así vendría aparte de la previsión.',
      cleaned_other:
        '{{count}} ventas grandes quedan fuera del historial ({{amount}}). Ventas así vendrían aparte de la previsión.',
      capped_one: 'Una venta grande cuenta solo en parte: quedan fuera {{amount}}.',
      capped_other: '{{count}} ventas grandes cuentan solo en parte: quedan fuera {{amount}}.',
      filled_one: 'Un periodo vacío se toma como dato que falta y se rellena con sus vecinos.',
      filled_other: '{{count}} periodos vacíos se toman como datos que faltan y se rellenan con sus vecinos.',
      leftOut_one: 'Un periodo anterior al {{on}} queda fuera, porque entonces se contaba de otra manera.',
      leftOut_other: '{{count}} periodos anteriores al {{on}} quedan fuera, porque entonces se contaba de otra manera.',
      rescaled:
        'Los importes anteriores al {{on}} se multiplican por {{factor}}, porque entonces se contaba de otra manera.',
      marked: 'Desde el {{on}} algo se cuenta de otra manera. Los valores anteriores quedan como están.',
      sameDay_one:
        'En {{period}} van {{sold}} vendidos tras {{days}} días. A esas alturas un periodo anterior llevaba {{usual}}.',
      sameDay_other:
        'En {{period}} van {{sold}} vendidos tras {{days}} días. A esas alturas {{count}} periodos anteriores llevaban {{usual}} (mediana).',
      cutOn: 'Equipos y territorios son los del {{on}}, para todo el historial.',
      otherCurrency_one: 'Una factura en otra moneda sin tipo de cambio no está en las cifras.',
      otherCurrency_other: '{{count}} facturas en otras monedas sin tipo de cambio no están en las cifras.',
      afterEnd_one: 'Una factura posterior al {{on}} no está en las cifras.',
      afterEnd_other: '{{count}} facturas posteriores al {{on}} no están en las cifras.'
    },
    oneOffs: {
      none: 'Aquí no se ganó nada, así que no hay ventas grandes que mirar.',
      onlyDeals: 'Las ventas sueltas solo se conocen cuando el historial se cuenta por ventas ganadas.',
      found_one: 'Una venta es inusualmente grande. ¿Vendrá otra igual?',
      found_other: '{{count}} ventas son inusualmente grandes. ¿Vendrán otras iguales?',
      noneFound: 'Ninguna venta es inusualmente grande. Se listan las mayores.',
      rule: 'Es inusual lo que pasa de {{fence}} (cuartil superior más 1,5 veces la distancia entre cuartiles, en logaritmos, y al menos tres veces la mediana; {{count}} ventas; Tukey 1977) y pesa al menos un 10 % en su periodo.',
      tooFew_one: 'Con una venta no se puede saber qué es lo habitual. Se listan las mayores.',
      tooFew_other: 'Con {{count}} ventas no se puede saber qué es lo habitual. Se listan las mayores.',
      deal: 'Venta',
      account: 'Cuenta',
      seller: 'Comercial',
      closeOn: 'Cierre',
      amount: 'Importe',
      times: 'Veces la mediana',
      share: 'De su periodo',
      state: 'Decisión',
      action: 'Decidir',
      unusual: 'inusual',
      noAccount: 'La venta no dice la cuenta',
      noSeller: 'La venta no dice el comercial',
      treatments: { keep: 'Se mantiene', clean: 'Fuera', cap: 'Cuenta como {{amount}}' },
      dialog: 'Venta de {{amount}}',
      what: 'Qué hacer con ella',
      choices: {
        keep: 'Mantenerla: volverán ventas así',
        clean: 'Dejarla fuera: la previsión avisa de que ventas así vendrían aparte',
        cap: 'Contar una parte: hasta lo habitual'
      },
      cap: 'Cuenta como',
      capHelp: 'El mayor importe habitual es {{amount}}',
      capMissing: 'Di por cuánto cuenta, menos que la venta',
      decide: 'Guardar',
      forget: 'Retirar la decisión'
    },
    reason: 'Por qué',
    reasonHelp: 'Con tus palabras; las verá quien mire después la previsión',
    changes: {
      none: 'No hay anotado ningún cambio de criterio para estas ventas.',
      found:
        'Desde {{period}} el nivel es otro: {{before}} por periodo antes, {{after}} después ({{beforeCount}} y {{afterCount}} periodos, por {{factor}}). Sin un corte, un salto así sale en el {{chance}} de los casos.',
      wholeYears: 'Un año a cada lado, así que la estacionalidad no influye; el crecimiento entre ambos sí.',
      parts: 'Menos de un año a un lado: puede haber estacionalidad y crecimiento en el salto.',
      source: 'D. W. K. Andrews, Econometrica 61 (1993); J.-M. Dufour, Journal of Econometrics 133 (2006)',
      levels: '{{before}} por periodo antes del día, {{after}} después ({{beforeCount}} y {{afterCount}} periodos).',
      take: 'Tomar {{factor}}',
      use: 'Anotar el cambio',
      hide: 'No cambió nada',
      add: 'Anotar un cambio',
      line: 'Desde el {{on}}, {{cut}}',
      treatments: {
        rescale: 'Lo anterior, por {{factor}}',
        leaveOut: 'Lo anterior queda fuera',
        mark: 'Solo marcado'
      },
      edit: 'Cambiar',
      remove: 'Quitar',
      addTitle: '¿Desde cuándo se cuenta algo de otra manera?',
      editTitle: 'Cambio de criterio',
      on: 'Primer día de la nueva manera',
      what: 'Los valores anteriores',
      choices: {
        rescale: 'Multiplicarlos por un factor',
        leaveOut: 'Dejarlos fuera',
        mark: 'Mantenerlos y marcar el día'
      },
      factor: 'Factor',
      factorHelp: '1,08 si las mismas ventas serían un 8 % más de la nueva manera',
      factorWrong: 'Un número mayor que cero',
      forWhom: 'Para',
      forCompany: 'Toda la empresa',
      save: 'Guardar'
    },
    empty: {
      none: 'Todos los periodos completos tienen algo.',
      totals: 'En los totales tecleados, un periodo sin total no se conoce y se rellena.',
      counts: 'Cuenta como cero',
      filled: 'Falta, se rellena con {{amount}}',
      asMissing: 'Falta el dato',
      asZero: 'Fue cero',
      explain: 'Un periodo sin nada es un cero. Si faltan los datos de entonces, dilo: se rellena con sus vecinos.'
    },
    drivers: {
      explain:
        'Números a los que pueden seguir las ventas. Una regresión puede usar los que se conocen en el pasado y hacia delante.',
      period: 'Periodo',
      ahead: 'por venir',
      names: { workingDays: 'Días laborables', headcount: 'Personas que venden' },
      hints: {
        workingDays: 'De lunes a viernes, sin festivos',
        headcount:
          'Comerciales y gestores de cuentas en un día medio; hacia delante: quien tiene fecha de alta o de baja'
      },
      missing: 'No se conoce el valor de este periodo',
      missingFuture_one:
        '{{name}}: un periodo por venir no tiene valor, así que una regresión con él no llega hasta ahí.',
      missingFuture_other:
        '{{name}}: {{count}} periodos por venir no tienen valor, así que una regresión con él no llega hasta ahí.',
      table: 'Factores por periodo',
      daysOff: 'Festivos ({{count}})',
      paste: 'Pegar un factor',
      remove: 'Quitar {{name}}'
    },
    daysOff: {
      title: 'Festivos',
      help: 'Una fecha por línea; sábados y domingos no se trabaja de todos modos. Lo de aquí sustituye a la lista.',
      save_one: 'Guardar un día',
      save_other: 'Guardar {{count}} días',
      wrong: 'Línea {{line}}: «{{text}}» no es una fecha'
    },
    totals: {
      none: 'No hay totales tecleados ni pegados para estas ventas.',
      count_one: 'Un total, del {{from}} al {{to}}.',
      count_other: '{{count}} totales, del {{from}} al {{to}}.',
      leftOut_one: 'Un total abarca más de un periodo y no se puede repartir.',
      leftOut_other: '{{count}} totales abarcan más de un periodo y no se pueden repartir.',
      paste: 'Pegar totales',
      remove: 'Quitar todos',
      startsOn: 'Desde',
      endsOn: 'Hasta',
      amount: 'Importe',
      table: 'Totales tecleados'
    },
    paste: {
      totals: 'Totales',
      totalsHelp:
        'Un periodo o fecha y un importe por línea, de una hoja de cálculo o tecleados; una tercera celda puede nombrar un equipo, comercial, territorio, segmento o producto. Importes en {{currency}}.',
      drivers: 'Valores de un factor',
      driversHelp: 'Un periodo o fecha y un valor por línea; una tercera celda puede nombrar el factor.',
      driverName: 'Nombre del factor',
      mode: 'Lo que había antes',
      modes: { add: 'Se queda; el mismo periodo toma el valor nuevo', replace: 'Se quita' },
      cells: 'Celdas',
      read_one: 'Una línea leída: del {{from}} al {{to}}.',
      read_other: '{{count}} líneas leídas: del {{from}} al {{to}}.',
      line: 'Línea {{line}}: {{what}}',
      problems: {
        columns: 'hacen falta dos celdas, un periodo y un número',
        period: '«{{text}}» no es un periodo ni una fecha; escribe 2026-03, T1 2026, marzo 2026 o 31/03/2026',
        amount: '«{{text}}» no es un número',
        tooLarge: '«{{text}}» es demasiado grande',
        twice: '«{{text}}» está dos veces',
        cut: '«{{text}}» no es un equipo, comercial, territorio, segmento ni producto de aquí, o hay dos con ese nombre',
        driver: 'el factor no tiene nombre: ponlo arriba'
      },
      more: 'y {{count}} más',
      save: 'Guardar'
    }
  },
  errors: {
    noInvoices:
      'Aquí no hay facturas hasta el día en que acaban los datos. Importa facturas, o cuenta por ventas ganadas.',
    noTotals: 'Ningún total tecleado cubre un periodo entero. Pega totales, o elige periodos más cortos.',
    dealMissing: 'Esa venta ya no está, o no había nada decidido sobre ella.',
    changeMissing: 'Ese cambio de criterio ya no está.',
    driverMissing: 'Ese factor ya no está.'
  },
  commands: {
    decideOneOff: 'Decidir sobre la venta grande {{name}}',
    forgetOneOff: 'Retirar la decisión sobre la venta grande {{name}}',
    addSeriesChange: 'Anotar cambio de criterio del {{on}}',
    updateSeriesChange: 'Modificar cambio de criterio del {{on}}',
    removeSeriesChange: 'Quitar cambio de criterio del {{on}}',
    putTotals: 'Pegar totales',
    removeTotals: 'Quitar totales tecleados',
    putDriverValues: 'Pegar factor {{name}}',
    removeDriver: 'Quitar factor {{name}}'
  },
  progress: {}
}
