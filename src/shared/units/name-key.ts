// The form of a name under which two spellings count as the same: "José  Pérez" and "jose perez" share a key.

const accents = /[\u0300-\u036f]/g
const notPartOfAWord = /[^\p{L}\p{N}\p{M}]+/gu

/**
 * Gives the key by which names are compared, looked up and kept unique.
 *
 * Compatibility forms are unfolded (NFKD), accents dropped, letters made small, and every run of spaces and
 * punctuation becomes one space. The order of the words is kept: "Ruiz, Ana" is another key than "Ana Ruiz".
 *
 * @param text a name as written in an export or typed by a person
 * @returns the key; empty only for text without a visible character
 * @example nameKey('  José-María  PÉREZ ') // 'jose maria perez'
 */
export function nameKey(text: string): string {
  const plain = text.normalize('NFKD').replace(accents, '').toLowerCase()
  const key = plain.replace(notPartOfAWord, ' ').trim()
  // A name made of signs alone ("***") must not share the empty key with every other such name.
  return key === '' ? plain.trim() : key
}
