// Rules in words: "Country is Spain or Portugal and employees from 50 up to under 200". What stands as a code in a condition (a province, a
// product, a named account) is asked for only when some condition has one.
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { NumberField, RuleCondition, TextField } from '#shared/territories/rule-types.ts'

export interface RuleWords {
  readonly field: (field: TextField | NumberField) => string
  /** One value of a field of words: codes of countries and provinces by their names. */
  readonly value: (field: TextField, value: string) => string
  readonly number: (field: NumberField, value: number) => string
  readonly condition: (condition: RuleCondition) => string
  /** All of them as one sentence that begins with a capital. */
  readonly sentence: (conditions: readonly RuleCondition[]) => string
}

const ownPrefix = 'custom:'
/** With more values than this a sentence says no more. */
const mostValues = 4

export const isOwnField = (field: string): field is `custom:${string}` => field.startsWith(ownPrefix)
export const ownName = (field: string): string => field.slice(ownPrefix.length)

export function useRuleWords(conditions: readonly RuleCondition[]): RuleWords {
  const { t, language } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const has = (kind: RuleCondition['kind']) => conditions.some((each) => each.kind === kind)
  const usesProvinces = conditions.some((each) => each.kind === 'text' && each.field === 'province')
  const provinces = useQuery('territories.listFieldValues', usesProvinces ? { field: 'province' } : null).value
  const products = useQuery('crm.listProducts', has('product') ? {} : null).value
  const accounts = useQuery('crm.listAccounts', has('account') ? {} : null).value
  return useMemo(() => {
    const either = new Intl.ListFormat(language, { type: 'disjunction' })
    const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
    const provinceNames = new Map(provinces?.map((each) => [each.value, each.label]))
    const productNames = new Map(products?.map((each) => [each.id, each.name]))
    const accountNames = new Map(accounts?.map((each) => [each.id, each.name]))
    const or = (items: readonly string[]) =>
      either.format(
        items.length <= mostValues + 1
          ? items
          : [...items.slice(0, mostValues), t('territories.rules.moreValues', { count: items.length - mostValues })]
      )
    const field: RuleWords['field'] = (id) =>
      isOwnField(id)
        ? ownName(id)
        : t(`territories.fields.${id as Exclude<TextField | NumberField, `custom:${string}`>}`)
    const fieldWithin = (id: TextField | NumberField) =>
      isOwnField(id) ? field(id) : field(id).toLocaleLowerCase(language)
    const value: RuleWords['value'] = (id, text) => {
      if (id === 'country' && /^[A-Z]{2}$/.test(text)) return regions.of(text) ?? text
      return id === 'province' ? (provinceNames.get(text) ?? text) : text
    }
    const number: RuleWords['number'] = (id, amount) =>
      id === 'revenue'
        ? format.money(amount, currency, { digits: 0 })
        : format.number(amount, Number.isInteger(amount) ? 0 : 2)
    const condition: RuleWords['condition'] = (each) => {
      switch (each.kind) {
        case 'text':
          return t(each.isNot ? 'territories.rules.isNot' : 'territories.rules.is', {
            field: fieldWithin(each.field),
            values: or(each.values.map((text) => value(each.field, text)))
          })
        case 'filled':
          return t(each.isFilled ? 'territories.rules.isFilled' : 'territories.rules.isEmpty', {
            field: fieldWithin(each.field)
          })
        case 'number': {
          const { min, max } = each
          const params = {
            field: fieldWithin(each.field),
            min: min === null ? '' : number(each.field, min),
            max: max === null ? '' : number(each.field, max)
          }
          if (min !== null && max !== null) return t('territories.rules.between', params)
          if (min !== null) return t('territories.rules.atLeast', params)
          return t(max === null ? 'territories.rules.anyNumber' : 'territories.rules.under', params)
        }
        case 'postal':
          return t('territories.rules.postal', {
            ranges: or(
              each.ranges.map(({ from, to }) =>
                from === to ? `${from}…` : t('territories.rules.postalRange', { from, to })
              )
            )
          })
        case 'product':
          return t('territories.rules.bought', {
            products: or(each.productIds.map((id) => productNames.get(id) ?? '…'))
          })
        case 'account':
          return t('territories.rules.named', { names: or(each.accountIds.map((id) => accountNames.get(id) ?? '…')) })
      }
    }
    const sentence: RuleWords['sentence'] = (list) => {
      const words = list.length === 0 ? t('territories.rules.everyAccount') : format.list(list.map(condition))
      return `${words.slice(0, 1).toLocaleUpperCase(language)}${words.slice(1)}`
    }
    return { field, value, number, condition, sentence }
  }, [t, language, format, currency, provinces, products, accounts])
}
