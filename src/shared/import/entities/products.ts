// Products with their family and list price.
import type { EntityEntry } from './entity.ts'

export const products: EntityEntry = {
  name: 'products',
  fileWords: [
    'product',
    'products',
    'catalog',
    'catalogue',
    'items',
    'productos',
    'catalogo',
    'tarifa',
    'articulos',
    'servicios'
  ],
  ownWords: ['product'],
  keepsCustom: false,
  needs: [['name'], ['listPrice', 'family', 'externalId']],
  fields: [
    {
      name: 'name',
      kind: 'name',
      weight: 2,
      isEssential: true,
      en: ['product name', 'product', 'item name', 'item', 'service', 'name'],
      es: ['nombre del producto', 'producto', 'artículo', 'servicio', 'nombre'],
      weak: ['product description', 'descripción del producto', 'denominación']
    },
    {
      name: 'externalId',
      kind: 'id',
      weight: 2,
      en: ['product code', 'product id', 'sku', 'item code', 'item number', 'id', 'record id', 'product number'],
      es: ['código de producto', 'id de producto', 'referencia', 'código de artículo']
    },
    {
      name: 'family',
      kind: 'text',
      weight: 3,
      en: ['product family', 'family', 'series', 'product line', 'product category', 'product group'],
      es: [
        'familia',
        'familia de productos',
        'serie',
        'línea de producto',
        'gama',
        'grupo de producto',
        'categoría de producto'
      ],
      weak: ['category', 'categoría', 'line', 'línea', 'product type', 'tipo de producto']
    },
    {
      name: 'listPrice',
      kind: 'money',
      weight: 3,
      en: ['list price', 'sales price', 'price', 'unit price', 'standard price', 'retail price'],
      es: ['precio de lista', 'precio de venta', 'precio', 'precio unitario', 'pvp', 'precio tarifa', 'tarifa']
    },
    { name: 'currency', kind: 'currency', weight: 0, en: ['currency', 'price currency'], es: ['divisa', 'moneda'] }
  ]
}
