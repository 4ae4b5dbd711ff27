// Names of places brought to one form, so that "Coruña, A", "A CORUÑA" and "a coruna" are the same word. The lists that ship with the
// product hold names in this form.

/** Letters that don't come apart into a letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŀ: 'l',
  ħ: 'h'
}

const articleLast = /^([^,]+),\s*(as?|os?|el|l[ao]s?|els|les?|l['’]|sa|es|the)$/iu
const isPlain = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/**
 * Brings a name of a place to the form that names are compared in: small letters without marks, words and digits with one space between.
 *
 * An article after a comma goes to the front, as in lists of the Spanish statistics office ("Palmas, Las"). Letters of other alphabets stay.
 *
 * @param name as written
 * @returns the form to compare, '' when there is no letter or digit
 * @example comparableName('Coruña, A') // 'a coruna'
 */
export function comparableName(name: string): string {
  const small = name.toLowerCase()
  if (isPlain.test(small)) return small
  const turned = name.includes(',') ? articleLast.exec(name.trim()) : null
  const text = turned === null ? small : `${turned[2]} ${turned[1]}`.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþıŀħ]/g, (letter) => letters[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/\.(?=\p{L}\.|\p{L}\b(?!\p{L}))/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
