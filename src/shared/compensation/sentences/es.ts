// Las reglas de un plan en frases en español.
import type { ComponentScope, MeasureName, PayGrain } from '../types.ts'
import type { SentenceWords } from './words.ts'

const period: Readonly<Record<PayGrain, string>> = { month: 'mes', quarter: 'trimestre', half: 'semestre', year: 'año' }
const counts: Readonly<Record<PayGrain, string>> = {
  month: 'los doce meses',
  quarter: 'los cuatro trimestres',
  half: 'los dos semestres',
  year: 'el año'
}
const measureNames: Readonly<Record<MeasureName, string>> = {
  bookings: 'ventas',
  newBusiness: 'ventas de negocio nuevo'
}
const whose: Readonly<Record<ComponentScope, string>> = {
  seller: 'del vendedor',
  team: 'del equipo',
  parentTeam: 'del equipo superior'
}
const names: Readonly<Record<ComponentScope, string>> = {
  seller: 'Individual',
  team: 'Equipo',
  parentTeam: 'Equipo superior'
}

export const spanish: SentenceWords = {
  componentName: (component) => {
    if (component.name !== null) return component.name
    if (component.kind === 'commission') return 'Comisión'
    if (component.kind === 'targetBonus') return names[component.scope]
    return component.scope === 'team' ? 'Bono de equipo' : 'Bono de equipo superior'
  },
  planCapName: 'Tope del plan',
  targetPay: (share, grain) => {
    const said = 'El variable objetivo es lo que paga un año completo cuando todas las metas se cumplen al 100 %'
    if (grain === 'year')
      return share === 'equal' ? `${said}.` : `${said}; el año es un solo periodo con todos sus días.`
    return share === 'equal'
      ? `${said}; se reparte a partes iguales entre ${counts[grain]}.`
      : `${said}; se reparte entre ${counts[grain]} según los días de cada uno.`
  },
  mode: (mode, grain) =>
    mode === 'discrete'
      ? `La liquidación se calcula cada ${period[grain]} por separado: un buen ${period[grain]} no compensa uno malo.`
      : `La liquidación se calcula cada ${period[grain]} sobre el acumulado del año: lo devengado hasta la fecha menos lo devengado antes.`,
  negative: (negative, grain) => {
    const when = `Si un ${period[grain]} sale por debajo de cero`
    if (negative === 'pay') return `${when}, el importe se descuenta en el acto.`
    if (negative === 'carry')
      return `${when}, no se descuenta nada; el importe se arrastra y se compensa con lo que venga después.`
    return `${when}, cuenta como cero y el importe se condona.`
  },
  targetBonus: (name, weight, measure, scope) =>
    `${name}: ${weight} del variable objetivo, según las ${measureNames[measure]} ${whose[scope]} frente a ${scope === 'seller' ? 'su cuota' : 'la suma de las cuotas de sus personas'}.`,
  threshold: (threshold, at) => {
    if (threshold === null)
      return 'No hay umbral: cada punto de consecución, desde el primero, paga un punto de este objetivo.'
    return threshold.form === 'soft'
      ? `Por debajo del ${at} no paga nada; alcanzado el ${at}, cuentan todos los puntos desde el primero.`
      : `Por debajo del ${at} no paga nada; por encima, solo se pagan los puntos que superan el ${at}.`
  },
  noAccelerator: 'No hay acelerador: los puntos por encima del 100 % pagan lo mismo que los de abajo.',
  accelerator: (application, above, factor) =>
    application === 'marginal'
      ? `Por encima del ${above} cada punto adicional paga ${factor} puntos.`
      : `A partir del ${above} cada punto paga ${factor} puntos, también los que están por debajo del ${above}.`,
  curveCap: (on, at) => {
    if (on === null) return 'No tiene tope.'
    return on === 'payout'
      ? `Paga como máximo el ${at} de su objetivo.`
      : `La consecución por encima del ${at} no cuenta.`
  },
  points: (pairs, format) =>
    `Paga ${format.list(pairs.map((pair) => `el ${pair.payout} con el ${pair.attainment}`))} de consecución, en línea recta de uno al siguiente, y nada por debajo del ${pairs[0]?.attainment ?? ''}.`,
  abovePoints: (above, attainment, payout) =>
    above === 'continue'
      ? `Por encima del ${attainment} sigue subiendo al mismo ritmo.`
      : `Por encima del ${attainment} se queda en el ${payout}.`,
  commission: (name, measure, tiers, format) =>
    `${name}: sobre las ${measureNames[measure]} del vendedor, ${format.list(
      tiers.map((tier) => {
        if (tier.from === null) return tier.to === null ? tier.rate : `${tier.rate} hasta ${tier.to}`
        return tier.to === null
          ? `${tier.rate} por encima de ${tier.from}`
          : `${tier.rate} de ${tier.from} a ${tier.to}`
      })
    )}.`,
  baseRate: (weight) => `La tasa base es el ${weight} del variable objetivo dividido entre la cuota.`,
  ofQuota: (share) => `${share} de la cuota`,
  timesBase: (factor) => `${factor} veces la tasa base`,
  application: ({ application, edge }) => {
    if (application === 'marginal') return 'Cada tasa cuenta solo para la parte que cae en su tramo.'
    return `La tasa del tramo más alto alcanzado cuenta para todo el importe; un importe justo en el límite ${edge === 'upper' ? 'alcanza el tramo superior' : 'se queda en el tramo inferior'}.`
  },
  input: (input, grain) => {
    if (input === 'deal') return 'Los tramos se leen para cada operación por separado.'
    if (input === 'period') return `Los tramos se leen una vez, sobre el total del ${period[grain]}.`
    return 'Los tramos se leen operación a operación sobre el acumulado, por orden de cierre.'
  },
  commissionCap: (amount, grain) =>
    amount === null ? 'La comisión no tiene tope.' : `La comisión paga como máximo ${amount} por ${period[grain]}.`,
  teamBonus: (name, amount, reach, scope, measure, grain) =>
    `${name}: ${amount} al año por encima de lo demás, ${grain === 'year' ? 'que se pagan' : `una parte en cada ${period[grain]}, que se paga`} cuando las ${measureNames[measure]} ${whose[scope]} llegan al ${reach} de la suma de las cuotas de sus personas; por debajo, nada.`,
  teamMeaning: (grain) =>
    `Cada persona cuenta en el equipo de su último día en el ${period[grain]}, con todas sus ventas y su cuota entera; quien no tiene cuota no cuenta con ninguna de las dos.`,
  planCap: (times, grain) =>
    times === null
      ? 'El total no tiene tope.'
      : `El total de un ${period[grain]} es como máximo ${times} veces su variable objetivo; lo que pasa de ahí no se paga.`,
  prorateTarget: ({ targetPay, firstDay }, grain) => {
    const day = firstDay === 'counted' ? 'el primer día cuenta' : 'el primer día no cuenta'
    return targetPay === 'days'
      ? `Quien entra, sale o se ausenta cobra el variable objetivo por los días naturales en que participa, sobre todos los días del ${period[grain]}; ${day}.`
      : `El variable objetivo no se reduce a quien entra, sale o se ausenta durante un ${period[grain]}; al contar días, ${day}.`
  },
  prorateQuota: (rule, grain) =>
    rule === 'none'
      ? 'Las cuotas cuentan como se fijaron; no se reducen por días.'
      : `Las cuotas se reducen por los mismos días, sobre todos los días del ${period[grain]}.`,
  crediting: (measures) =>
    `Una operación cuenta para el vendedor que la lleva, el día en que se cierra como ganada, mientras está en el plan${
      measures.includes('newBusiness') ? '; es negocio nuevo solo cuando está marcada como tal' : ''
    }.`,
  missing:
    'Sin una cuota mayor que cero, o sin variable objetivo cuando una regla lo necesita, no se calcula nada: el importe queda pendiente y dice por qué.',
  rounding:
    'Los cálculos son exactos; cada línea se redondea una sola vez, la mitad hacia arriba, a la unidad mínima de la moneda, y los totales suman las líneas redondeadas.'
}
