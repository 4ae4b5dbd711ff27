// The standard handbook: eleven chapters and a letter, the same structure in both languages.
import type { HandbookTemplate } from './index.ts'
import { standardHandbookEn } from './standard-handbook-en.ts'
import { standardHandbookEs } from './standard-handbook-es.ts'
import { standardLetterEn } from './standard-letter-en.ts'
import { standardLetterEs } from './standard-letter-es.ts'

export const standard: HandbookTemplate = {
  name: 'standard',
  documents: {
    handbook: { en: standardHandbookEn, es: standardHandbookEs },
    letter: { en: standardLetterEn, es: standardLetterEs }
  }
}
