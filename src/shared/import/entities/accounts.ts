// Accounts: companies that are or may be customers.
import type { EntityEntry } from './entity.ts'

export const accounts: EntityEntry = {
  name: 'accounts',
  fileWords: [
    'account',
    'accounts',
    'company',
    'companies',
    'customers',
    'clients',
    'organizations',
    'cuentas',
    'empresas',
    'clientes',
    'organizaciones'
  ],
  keepsCustom: true,
  needs: [
    ['name'],
    [
      'industry',
      'employees',
      'revenue',
      'foundedYear',
      'parent',
      'country',
      'region',
      'city',
      'postalCode',
      'segment',
      'owner',
      'externalId'
    ]
  ],
  fields: [
    {
      name: 'name',
      kind: 'name',
      weight: 2,
      isEssential: true,
      en: [
        'account',
        'account name',
        'company',
        'company name',
        'customer',
        'customer name',
        'client',
        'client name',
        'organization',
        'organization name',
        'organisation',
        'name'
      ],
      es: [
        'cuenta',
        'nombre de la cuenta',
        'nombre de cuenta',
        'empresa',
        'nombre de la empresa',
        'nombre de empresa',
        'cliente',
        'nombre del cliente',
        'razon social',
        'organizacion',
        'nombre de la organizacion',
        'nombre',
        'nombre comercial'
      ]
    },
    {
      name: 'externalId',
      kind: 'id',
      weight: 2,
      en: [
        'account id',
        'company id',
        'customer id',
        'client id',
        'record id',
        'account number',
        'customer number',
        'organization id',
        'id',
        'hs object id'
      ],
      es: [
        'id de la cuenta',
        'id de cuenta',
        'id de empresa',
        'id cliente',
        'id de cliente',
        'codigo cliente',
        'codigo de cliente',
        'numero de cliente',
        'id de registro',
        'numero de cuenta',
        'id'
      ]
    },
    {
      name: 'parent',
      kind: 'name',
      weight: 2,
      en: ['subsidiary of', 'parent account', 'parent company', 'parent', 'ultimate parent'],
      es: ['filial de', 'cuenta principal', 'empresa matriz', 'matriz', 'grupo', 'cuenta matriz']
    },
    {
      name: 'owner',
      kind: 'name',
      weight: 1,
      en: ['account owner', 'owner', 'company owner', 'account executive', 'assigned to', 'sales rep'],
      es: [
        'propietario de la cuenta',
        'propietario de cuenta',
        'propietario',
        'propietario de la empresa',
        'responsable',
        'comercial',
        'vendedor',
        'comercial asignado'
      ]
    },
    {
      name: 'industry',
      kind: 'text',
      weight: 3,
      en: ['sector', 'industry', 'vertical', 'line of business'],
      es: ['sector', 'industria', 'actividad', 'ramo', 'giro', 'sector de actividad']
    },
    {
      name: 'segment',
      kind: 'text',
      weight: 2,
      en: ['segment', 'account type', 'customer type', 'tier', 'size segment', 'account segment', 'type'],
      es: ['segmento', 'tipo de cuenta', 'tipo de cliente', 'clasificacion', 'tipo']
    },
    {
      name: 'country',
      kind: 'country',
      weight: 2,
      en: [
        'country',
        'billing country',
        'country region',
        'office location',
        'billing country region',
        'location',
        'shipping country'
      ],
      es: ['pais', 'pais de facturacion', 'pais region', 'ubicacion', 'pais de envio']
    },
    {
      name: 'region',
      kind: 'text',
      weight: 1,
      en: ['state', 'state region', 'region', 'province', 'billing state', 'billing state province', 'county'],
      es: [
        'provincia',
        'estado',
        'region',
        'comunidad',
        'comunidad autonoma',
        'estado region',
        'departamento',
        'estado o provincia de facturacion'
      ]
    },
    {
      name: 'city',
      kind: 'text',
      weight: 1,
      en: ['city', 'town', 'billing city', 'shipping city'],
      es: ['ciudad', 'poblacion', 'municipio', 'localidad', 'ciudad de facturacion']
    },
    {
      name: 'postalCode',
      kind: 'id',
      weight: 2,
      en: [
        'postal code',
        'zip',
        'zip code',
        'postcode',
        'billing zip',
        'billing zip postal code',
        'billing postal code'
      ],
      es: ['codigo postal', 'cp', 'c p', 'codigo postal de facturacion']
    },
    {
      name: 'employees',
      kind: 'integer',
      weight: 3,
      en: ['employees', 'number of employees', 'headcount', 'no of employees', 'company size'],
      es: [
        'empleados',
        'numero de empleados',
        'n de empleados',
        'plantilla',
        'no de empleados',
        'cantidad de empleados'
      ]
    },
    {
      name: 'revenue',
      kind: 'money',
      weight: 3,
      en: ['annual revenue', 'revenue', 'company revenue', 'turnover', 'annual turnover'],
      es: ['ingresos anuales', 'facturacion anual', 'facturacion', 'ingresos', 'volumen de negocio', 'cifra de negocio']
    },
    {
      name: 'foundedYear',
      kind: 'year',
      weight: 3,
      en: ['year established', 'year founded', 'founded', 'established', 'founded year'],
      es: ['ano de fundacion', 'fundada', 'fundacion', 'ano de constitucion', 'ano fundacion']
    }
  ]
}
