// Reads an exchange rate as a person types it into the exact decimal text that is kept.

/** "1,0842" with a decimal comma → "1.0842"; undefined for what is no rate above 0 or has too many digits to be kept. */
export function readRate(text: string, decimalSign: string): string | undefined {
  const plain = text.trim().replace(decimalSign, '.')
  if (!/^\d{1,9}(\.\d{1,12})?$/.test(plain)) return undefined
  return Number(plain) > 0 ? plain : undefined
}
