// What a wide deal sheet says beside the deal: about its account, its product and its seller.
import type { EntityField } from './entity.ts'

export const dealParties: readonly EntityField[] = [
  {
    name: 'productFamily',
    kind: 'text',
    weight: 0,
    en: ['product family', 'product line', 'product category', 'family'],
    es: ['familia de producto', 'línea de producto', 'familia', 'categoría de producto', 'gama'],
    weak: ['línea de negocio', 'business line']
  },
  {
    name: 'sellerTeam',
    kind: 'text',
    weight: 0,
    en: ['owner team', 'sales team', 'team', 'hubspot team', 'regional office', 'office'],
    es: ['equipo de ventas', 'equipo', 'oficina', 'delegación', 'equipo del propietario', 'equipo comercial'],
    weak: ['unidad de negocio', 'business unit', 'unidad de negocio asignada']
  },
  {
    name: 'sellerManager',
    kind: 'name',
    weight: 0,
    en: ['owner manager', 'manager', 'sales manager'],
    es: ['jefe de ventas', 'gerente de ventas', 'director comercial', 'gerente', 'jefe']
  },
  {
    name: 'accountIndustry',
    kind: 'text',
    weight: 0,
    en: ['industry', 'account industry', 'company industry', 'sector', 'vertical'],
    es: ['sector', 'industria', 'sector del cliente', 'industria del cliente']
  },
  {
    name: 'accountSegment',
    kind: 'text',
    weight: 0,
    en: ['account segment', 'customer segment', 'segment'],
    es: ['segmento', 'segmento de cliente'],
    weak: ['account type', 'customer type', 'tipo de cuenta', 'tipo de cliente']
  },
  {
    name: 'accountCountry',
    kind: 'country',
    weight: 0,
    en: ['country', 'account country', 'billing country', 'customer country', 'country/region'],
    es: ['país', 'país del cliente', 'país de facturación', 'país/región']
  },
  {
    name: 'accountRegion',
    kind: 'text',
    weight: 0,
    en: ['billing state/province', 'account region', 'billing state', 'province', 'account state', 'state'],
    es: ['provincia', 'comunidad autónoma', 'provincia del cliente', 'región del cliente'],
    weak: ['region', 'región']
  },
  {
    name: 'accountCity',
    kind: 'text',
    weight: 0,
    en: ['city', 'account city', 'billing city', 'customer city'],
    es: ['ciudad', 'ciudad del cliente', 'población', 'ciudad de facturación']
  },
  {
    name: 'accountDomain',
    kind: 'text',
    weight: 0,
    en: ['company domain', 'account website', 'website', 'company domain name', 'domain'],
    es: ['dominio de la empresa', 'sitio web', 'dominio', 'web del cliente']
  },
  {
    name: 'accountTaxId',
    kind: 'id',
    weight: 0,
    en: ['tax id', 'vat number', 'customer tax id'],
    es: ['nif', 'cif', 'nif cliente', 'cif / nif', 'rfc', 'cuit', 'ruc']
  },
  {
    name: 'accountEmployees',
    kind: 'integer',
    weight: 0,
    en: ['employees', 'number of employees', 'account employees'],
    es: ['empleados', 'número de empleados']
  },
  {
    name: 'accountOwner',
    kind: 'name',
    weight: 0,
    en: ['account owner', 'company owner', 'organization owner', 'account manager'],
    es: ['propietario de la cuenta', 'propietario de la empresa', 'responsable de la cuenta', 'gestor de cuenta']
  }
]
