// Columns by which a row refers to others (its account, seller, product, deal), the same in every entity that has them.
import type { EntityField } from './entity.ts'

type Reference = Omit<EntityField, 'weight'>

const account: Reference = {
  name: 'account',
  kind: 'name',
  en: [
    'potential customer',
    'account name',
    'account',
    'company name',
    'company',
    'customer name',
    'customer',
    'client',
    'organization',
    'associated company',
    'primary associated company',
    'business partner name',
    'business partner',
    'linked organization',
    'company account',
    'sold-to party'
  ],
  es: [
    'cliente potencial',
    'nombre de la cuenta',
    'cuenta',
    'empresa',
    'empresa asociada',
    'cliente',
    'nombre del cliente',
    'organización',
    'razón social',
    'empresa / cliente',
    'nombre comercial'
  ],
  weak: ['partner', 'lead name', 'end customer', 'cliente final']
}

const accountId: Reference = {
  name: 'accountId',
  kind: 'id',
  en: ['account id', 'company id', 'customer id', 'associated company ids', 'account number', 'customer number'],
  es: ['id de la cuenta', 'id de empresa', 'código de cliente', 'id de cliente', 'número de cliente'],
  // SAP heads the customer's number so; where the cells are names, they are the account.
  weak: ['parent account id', 'sold-to party', 'solicitante']
}

const seller: Reference = {
  name: 'seller',
  kind: 'name',
  en: [
    'owner',
    'owner name',
    'sales rep',
    'sales agent',
    'salesperson',
    'seller',
    'account executive',
    'assigned to',
    'owned by',
    'sales owner',
    'opportunity owner',
    'deal owner',
    'assigned user name',
    'user responsible',
    'sales employee'
  ],
  es: [
    'propietario',
    'vendedor',
    'comercial',
    'agente comercial',
    'responsable',
    'ejecutivo de ventas',
    'asesor',
    'asignado a',
    'representante',
    'gestor',
    'responsable comercial',
    'propietario de oportunidad',
    'propietario del negocio'
  ],
  weak: ['user', 'user name', 'usuario', 'analista', 'employee', 'empleado', 'person in charge', 'sales manager']
}

const sellerId: Reference = {
  name: 'sellerId',
  kind: 'id',
  en: ['owner id', 'sales rep id', 'seller id', 'salesperson id', 'assigned to id'],
  es: ['id de propietario', 'código de vendedor', 'id vendedor', 'código comercial', 'id responsable'],
  weak: ['user id', 'id de usuario', 'employee id', 'id empleado']
}

const sellerEmail: Reference = {
  name: 'sellerEmail',
  kind: 'email',
  en: ['owner email', 'sales rep email', 'seller email', 'assigned to email'],
  es: ['correo del propietario', 'correo del vendedor', 'email comercial', 'email responsable'],
  weak: ['user email', 'email usuario']
}

const product: Reference = {
  name: 'product',
  kind: 'name',
  en: ['product name', 'product', 'products', 'line item', 'service'],
  es: ['nombre del producto', 'producto', 'artículo', 'servicio', 'producto / servicio'],
  weak: ['solution', 'solución']
}

const opportunity: Reference = {
  name: 'opportunity',
  kind: 'id',
  en: ['opportunity id', 'deal id', 'deal record id', 'opportunity number', 'associated deal ids', 'related to id'],
  es: ['id de la oportunidad', 'id del negocio', 'id de trato', 'código de oportunidad']
}

const opportunityName: Reference = {
  name: 'opportunityName',
  kind: 'text',
  en: ['opportunity name', 'deal name', 'opportunity', 'deal', 'deal title', 'associated deal'],
  es: ['nombre de la oportunidad', 'oportunidad', 'negocio', 'nombre del negocio', 'trato', 'negocio asociado'],
  weak: ['related to', 'relacionado con']
}

const references = { account, accountId, seller, sellerId, sellerEmail, product, opportunity, opportunityName }

/**
 * The columns of references, in the order asked for, each with the weight that it has in the entity.
 *
 * @param weights reference → weight
 * @returns the fields
 * @example refersTo({ account: 1, seller: 1 }).map((field) => field.name) // ['account', 'seller']
 */
export function refersTo(weights: Partial<Record<keyof typeof references, number>>): EntityField[] {
  return Object.entries(weights).map(([name, weight]) => ({ ...references[name as keyof typeof references], weight }))
}
