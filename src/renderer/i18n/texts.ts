// The types that keep the languages in step: `Texts` makes a language mirror English, `TextKey` is every key there is.
import type { en } from './en/index.ts'

/** The same keys as English, any words. */
export type Texts<English> = { [Key in keyof English]: English[Key] extends string ? string : Texts<English[Key]> }

type WithoutPlural<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key

type KeysOf<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : KeysOf<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

export type TextKey = KeysOf<typeof en>
export type TextParams = Readonly<Record<string, string | number>>
export type Language = 'en' | 'es'
