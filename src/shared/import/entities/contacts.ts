// Contacts: one row a person at a customer; an import counts them by account.
import type { EntityEntry } from './entity.ts'
import { refersTo } from './references.ts'

export const contacts: EntityEntry = {
  name: 'contacts',
  fileWords: ['contact', 'contacts', 'people', 'persons', 'contactos', 'personas'],
  ownWords: ['contact', 'person'],
  keepsCustom: false,
  needs: [
    ['email', 'name', 'lastName', 'externalId'],
    ['account', 'accountId', 'email', 'phone', 'title'],
    ['email', 'phone', 'title', 'firstName', 'lastName', 'lifecycle', 'owner']
  ],
  fields: [
    {
      name: 'externalId',
      kind: 'id',
      weight: 1,
      en: ['contact id', 'record id', 'person id', 'id', '(do not modify) contact'],
      es: ['id de contacto', 'id de registro', '(no modificar) contacto']
    },
    {
      name: 'name',
      kind: 'name',
      weight: 1,
      en: ['contact name', 'full name', 'contact', 'person name', 'name'],
      es: ['nombre del contacto', 'nombre completo', 'contacto', 'nombre']
    },
    {
      name: 'firstName',
      kind: 'name',
      weight: 2,
      en: ['first name', 'given name'],
      es: ['nombre de pila', 'primer nombre']
    },
    {
      name: 'lastName',
      kind: 'name',
      weight: 2,
      en: ['last name', 'surname', 'family name'],
      es: ['apellidos', 'apellido']
    },
    {
      name: 'email',
      kind: 'email',
      weight: 2,
      en: ['email', 'email address', 'contact email', 'work email'],
      es: ['correo', 'correo electrónico']
    },
    {
      name: 'phone',
      kind: 'id',
      weight: 2,
      en: ['phone', 'phone number', 'mobile', 'mobile phone'],
      es: ['teléfono', 'número de teléfono', 'móvil', 'teléfono móvil']
    },
    {
      name: 'title',
      kind: 'text',
      weight: 2,
      en: ['job title', 'title', 'position', 'role'],
      es: ['cargo', 'puesto', 'título']
    },
    {
      name: 'lifecycle',
      kind: 'text',
      weight: 3,
      en: ['lifecycle stage', 'contact status'],
      es: ['etapa del ciclo de vida', 'estado del contacto']
    },
    ...refersTo({ account: 1, accountId: 1 }),
    {
      name: 'owner',
      kind: 'name',
      weight: 1,
      en: ['contact owner', 'owner', 'assigned to'],
      es: ['propietario del contacto', 'propietario', 'responsable']
    },
    {
      name: 'createdOn',
      kind: 'date',
      weight: 0,
      en: ['create date', 'created date', 'created on'],
      es: ['fecha de creación', 'creado el']
    }
  ]
}
