// Invoices and payments: what was billed or paid, by whom, when.
import type { EntityEntry } from './entity.ts'
import { refersTo } from './references.ts'

export const invoices: EntityEntry = {
  name: 'invoices',
  fileWords: ['invoice', 'invoices', 'billing', 'payments', 'facturas', 'facturacion', 'cobros', 'pagos', 'receipts'],
  ownWords: ['invoice'],
  keepsCustom: false,
  needs: [['amount'], ['issuedOn', 'paidOn'], ['externalId', 'account', 'accountId', 'opportunity', 'dueOn']],
  fields: [
    {
      name: 'externalId',
      kind: 'id',
      weight: 3,
      en: [
        'invoice number',
        'invoice id',
        'invoice',
        'document number',
        'payment id',
        'invoice no.',
        'receipt number',
        'id'
      ],
      es: [
        'número de factura',
        'nº factura',
        'factura',
        'id de factura',
        'número de documento',
        'código de factura',
        'número de cobro',
        'id de pago'
      ]
    },
    {
      name: 'kind',
      kind: 'text',
      weight: 1,
      en: ['document type', 'invoice type', 'transaction type', 'record kind'],
      es: ['tipo de documento', 'tipo de factura', 'tipo de movimiento'],
      weak: ['type', 'tipo', 'kind']
    },
    {
      name: 'issuedOn',
      kind: 'date',
      weight: 3,
      en: ['invoice date', 'issue date', 'issued on', 'billing date', 'document date', 'payment date', 'posting date'],
      es: [
        'fecha de factura',
        'fecha de emisión',
        'fecha de facturación',
        'fecha de expedición',
        'emitida el',
        'fecha de documento'
      ],
      weak: ['date', 'fecha', 'created date', 'fecha de creación']
    },
    {
      name: 'dueOn',
      kind: 'date',
      weight: 3,
      en: ['due date', 'payment due date', 'invoice due date'],
      es: ['fecha de vencimiento', 'vencimiento', 'vence el']
    },
    {
      name: 'paidOn',
      kind: 'date',
      weight: 3,
      standsInFor: 'issuedOn',
      en: ['paid on', 'payment date', 'paid date', 'date paid', 'cleared on'],
      es: ['fecha de pago', 'fecha de cobro', 'pagada el', 'cobrada el', 'cobrado el'],
      weak: ['payment', 'cobro', 'pago']
    },
    {
      name: 'amount',
      kind: 'money',
      weight: 2,
      isEssential: true,
      en: [
        'invoice amount',
        'net amount',
        'amount',
        'total amount',
        'amount excl. tax',
        'subtotal',
        'payment amount',
        'value'
      ],
      es: [
        'importe',
        'importe de la factura',
        'base imponible',
        'base',
        'importe neto',
        'monto',
        'importe sin iva',
        'subtotal',
        'importe total',
        'valor'
      ],
      weak: [
        'total',
        'amount due',
        'gross amount',
        'importe bruto',
        'amount incl. tax',
        'importe con iva',
        'total factura',
        'paid amount',
        'importe pagado',
        'importe cobrado',
        'revenue',
        'ingresos',
        'facturación'
      ]
    },
    {
      name: 'currency',
      kind: 'currency',
      weight: 0,
      en: ['currency', 'invoice currency', 'amount currency'],
      es: ['divisa', 'moneda', 'moneda de la factura']
    },
    ...refersTo({
      account: 1,
      accountId: 1,
      seller: 1,
      sellerId: 0,
      sellerEmail: 0,
      product: 1,
      opportunity: 1,
      opportunityName: 0
    }),
    {
      name: 'accountTaxId',
      kind: 'id',
      weight: 2,
      en: ['tax id', 'vat number', 'customer tax id'],
      es: ['nif', 'cif', 'nif cliente', 'cif / nif', 'rfc', 'cuit']
    },
    {
      name: 'accountCountry',
      kind: 'country',
      weight: 0,
      en: ['country', 'billing country', 'customer country'],
      es: ['país', 'país del cliente']
    }
  ]
}
