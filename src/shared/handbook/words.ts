// The handbook's words for things that other domains name by codes: quota methods, where a target comes from, roles.
import type { SellerRole } from '#shared/people/types.ts'
import type { QuotaMethodId, TargetSource } from '#shared/quotas/types.ts'
import type { Language } from '#shared/workspace/types.ts'
import type { Words } from './types.ts'

type SentenceAboutYear = Readonly<Record<Language, (year: string) => string>>

export const methodWords: Readonly<Record<QuotaMethodId, SentenceAboutYear>> = {
  history: {
    en: (year) => `It was shared out in proportion to what each seller booked in ${year}.`,
    es: (year) => `Se repartió en proporción a lo que vendió cada persona en el ${year}.`
  },
  equal: {
    en: () => 'It was shared out equally among all sellers, by the months each of them works in the year.',
    es: () => 'Se repartió por igual entre todos los vendedores, según los meses que trabaja cada uno en el año.'
  },
  sameGrowth: {
    en: (year) => `Every seller was given the same growth over what was booked in ${year}.`,
    es: (year) => `Se pidió a cada vendedor el mismo crecimiento sobre lo vendido en el ${year}.`
  },
  blend: {
    en: (year) => `It was shared out by a blend of equal shares and of what each seller booked in ${year}.`,
    es: (year) => `Se repartió combinando partes iguales con lo que vendió cada persona en el ${year}.`
  }
}

export const targetSourceWords: Readonly<Record<TargetSource['kind'], Words>> = {
  typed: {
    en: 'The target was set by the management of the company.',
    es: 'El objetivo lo fijó la dirección de la compañía.'
  },
  forecast: {
    en: 'The target was taken from the sales forecast of this scenario.',
    es: 'El objetivo procede de la previsión de ventas de este escenario.'
  }
}

export const roleWords: Readonly<Record<SellerRole, Words>> = {
  seller: { en: 'Account executive', es: 'Ejecutivo de cuentas' },
  account_manager: { en: 'Account manager', es: 'Gestor de cuentas' },
  sdr: { en: 'Sales development representative', es: 'Representante de desarrollo de ventas' },
  manager: { en: 'Sales manager', es: 'Responsable de ventas' },
  other: { en: 'Sales team member', es: 'Miembro del equipo comercial' }
}
