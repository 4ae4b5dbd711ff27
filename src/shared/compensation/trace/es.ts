// Los pasos de una explicación en español.
import type { TraceWords } from './words.ts'

export const spanish: TraceWords = {
  steps: {
    line: (said) =>
      said('amount') === ''
        ? `${said('component')}, ${said('period')}: pendiente`
        : `${said('component')}, ${said('period')}: ${said('amount')}`,
    trueUp: (said) =>
      `Acumulado del año: devengado ${said('due')} − devengado antes ${said('before')} = ${said('movement')}`,
    carried: (said) => `Con ${said('carried')} arrastrado de antes: ${said('balance')}`,
    negativeCarried: (said) => `Por debajo de cero: no se paga nada y se arrastra ${said('balance')}`,
    negativeDropped: (said) => `Por debajo de cero: ${said('amount')} cuenta como cero y se condona`,
    rounded: (said) => `Redondeo único, la mitad hacia arriba: ${said('exact')} → ${said('rounded')}`,
    targetBonus: (said) => `Objetivo ${said('target')} × pago ${said('payout')} = ${said('amount')}`,
    componentTarget: (said) =>
      `Objetivo de este componente: ${said('targetPay')} × ${said('weight')} = ${said('target')}`,
    targetPay: (said) => `Variable objetivo: ${said('amount')}`,
    targetSegment: (said) =>
      `${said('period')}: ${said('year')} al año × ${said('share')} del año × ${said('days')} de ${said('of')} días = ${said('amount')}`,
    attainment: (said) =>
      `Consecución (${said('scope')}${said('team')}): ${said('booked')} ÷ ${said('quota')} = ${said('attainment')}`,
    attainmentUnknown: (said) =>
      `Consecución (${said('scope')}${said('team')}): ${said('booked')} vendido, sin cuota mayor que cero con que comparar`,
    measured: (said) => `Cuenta: ${said('booked')}`,
    notCounted: (said) => `No cuenta, por cerrarse en días fuera del plan: ${said('booked')}`,
    quota: (said) => `Cuota: ${said('quota')}`,
    quotaRow: (said) => `Cuota fijada para ${said('period')}: ${said('quota')}`,
    quotaProrated: (said) => `Cuota: ${said('full')} × ${said('days')} de ${said('of')} días = ${said('quota')}`,
    teamMember: (said) => `${said('seller')}: ${said('booked')} de ${said('quota')}`,
    teamMemberWithoutQuota: (said) => `${said('seller')}: ${said('booked')}, no cuenta por no tener cuota`,
    payout: (said) => `Pago con ${said('attainment')}: ${said('payout')} del objetivo`,
    belowThreshold: (said) =>
      `${said('attainment')} está por debajo del umbral de ${said('threshold')}: no se paga nada`,
    thresholdSoft: (said) => `Se alcanza el umbral de ${said('threshold')}: cuentan todos los puntos`,
    thresholdHard: (said) => `Se alcanza el umbral de ${said('threshold')}: solo cuentan los puntos que lo superan`,
    slope: (said) => `De ${said('from')} a ${said('to')}: ${said('points')} × ${said('factor')} = ${said('payout')}`,
    slopeWhole: (said) =>
      `Todos los puntos con el factor alcanzado: ${said('points')} × ${said('factor')} = ${said('payout')}`,
    betweenPoints: (said) =>
      `Entre ${said('lowAttainment')} (paga ${said('lowPayout')}) y ${said('highAttainment')} (paga ${said('highPayout')}), en línea recta: ${said('payout')}`,
    belowFirstPoint: (said) =>
      `${said('attainment')} está por debajo de ${said('first')}, donde empieza el pago: no se paga nada`,
    beyondLastPoint: (said) =>
      `Por encima de ${said('highAttainment')} (paga ${said('highPayout')}) al mismo ritmo: ${said('payout')}`,
    flatAfterLastPoint: (said) => `Por encima de ${said('last')} el pago se queda en ${said('payout')}`,
    cappedAttainment: (said) => `Tope de consecución: ${said('before')} → ${said('cap')}`,
    cappedPayout: (said) => `Tope de pago: ${said('before')} → ${said('cap')}`,
    belowZero: (said) => `Una consecución de ${said('attainment')} está por debajo de cero: no se paga nada`,
    commission: (said) => `Comisión sobre ${said('booked')}: ${said('amount')}`,
    baseRate: (said) =>
      `Tasa base: ${said('target')} (${said('weight')} del variable objetivo) ÷ cuota ${said('quota')} = ${said('rate')}`,
    tierPart: (said) => `De ${said('from')} a ${said('to')}: ${said('part')} × ${said('rate')} = ${said('pay')}`,
    tierWhole: (said) => `Tramo desde ${said('from')} alcanzado: ${said('amount')} × ${said('rate')} = ${said('pay')}`,
    dealPay: (said) => `Operación de ${said('amount')}: ${said('pay')}`,
    runningPay: (said) =>
      `Operación de ${said('amount')}, acumulado ${said('before')} → ${said('after')}: ${said('pay')}`,
    totalPay: (said) => `Sobre un total de ${said('total')}: ${said('pay')}, ${said('blended')} de media`,
    cappedAmount: (said) => `Tope: ${said('before')} → ${said('cap')}`,
    teamBonusReached: (said) =>
      `Equipo al ${said('attainment')}, hace falta el ${said('reach')}: se paga el bono de ${said('amount')}`,
    teamBonusMissed: (said) => `Equipo al ${said('attainment')}, hace falta el ${said('reach')}: no hay bono`,
    planCap: (said) =>
      `Suma de los componentes ${said('sum')}, tope ${said('times')} × variable objetivo = ${said('cap')}: ${said('over')}`,
    missing: (said) => said('reason')
  },
  missing: {
    noTargetPay: 'No se conoce el variable objetivo: fíjalo en la persona o en el plan.',
    noQuota: 'No hay cuota para este periodo.',
    quotaNotPositive: 'La cuota es cero o menor, así que no hay consecución.',
    noTeam: 'El vendedor no pertenece a ningún equipo en este periodo.',
    noParentTeam: 'El equipo del vendedor no tiene un equipo por encima.',
    noTeamQuota: 'Nadie del equipo tiene cuota en este periodo.',
    earlierPeriod: 'Un periodo anterior del año no se pudo calcular, así que no se conoce la diferencia con él.'
  },
  words: { seller: 'propia', team: 'equipo', parentTeam: 'equipo superior' },
  deal: (name, amount, on) => `${on}: ${name}, ${amount}`,
  unknownDeal: (id) => `operación ${id}`
}
