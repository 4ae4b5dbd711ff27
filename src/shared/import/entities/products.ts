// Products with their family and list price.
import type { EntityEntry } from './entity.ts'

export const products: EntityEntry = {
  name: 'products',
  fileWords: [
    'product',
    'products',
    'catalog',
    'catalogue',
    'price list',
    'items',
    'productos',
    'catalogo',
    'tarifa',
    'articulos'
  ],
  keepsCustom: false,
  needs: [['name'], ['listPrice', 'family']],
  fields: [
    {
      name: 'name',
      kind: 'name',
      weight: 2,
      isEssential: true,
      en: ['product', 'product name', 'item', 'item name', 'sku name', 'name', 'article'],
      es: [
        'producto',
        'nombre del producto',
        'nombre de producto',
        'articulo',
        'nombre',
        'descripcion del producto',
        'servicio'
      ]
    },
    {
      name: 'family',
      kind: 'text',
      weight: 3,
      en: [
        'series',
        'product family',
        'family',
        'product line',
        'line',
        'category',
        'product category',
        'product group'
      ],
      es: [
        'serie',
        'familia',
        'familia de productos',
        'familia de producto',
        'linea',
        'linea de producto',
        'categoria',
        'gama',
        'grupo de producto'
      ]
    },
    {
      name: 'listPrice',
      kind: 'money',
      weight: 3,
      en: ['sales price', 'list price', 'price', 'unit price', 'standard price', 'retail price'],
      es: ['precio', 'precio de venta', 'precio de lista', 'precio unitario', 'pvp', 'precio tarifa', 'tarifa']
    }
  ]
}
