// Opens workbooks that Excel protects with a password: the container of streams, the two ways of encryption, the check of the password.
import { type CipherGCMTypes, createDecipheriv, createHash, createHmac, hash, timingSafeEqual } from 'node:crypto'
import { OleFile } from './ole.ts'
import { damaged, UnreadableFile } from './reader.ts'

/** What Excel itself encrypts with where only the structure is protected: such a workbook opens without asking. */
const silentPassword = 'VelvetSweatshop'
/** Excel hashes a password 100,000 times; a file that asks for far more wants to keep the machine busy. */
const mostSpins = 400_000
const segmentBytes = 4096

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
/** An OLE container that holds an encrypted xlsx rather than an old xls. */
export const isEncryptedPackage = (container: OleFile): boolean => container.has('EncryptedPackage')

/**
 * Decrypts a workbook.
 *
 * @errors UnreadableFile: passwordNeeded, passwordWrong; passwordProtected for kinds of encryption that can't be opened here
 * @source [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9 (standard), 2.3.4.10 to 2.3.4.15 (agile)
 */
export function openEncryptedPackage(bytes: Uint8Array, password: string | undefined): Uint8Array {
  const { info, folded } = readStreams(bytes)
  const major = info.readUInt16LE(0)
  const minor = info.readUInt16LE(2)
  const open =
    major === 4 && minor === 4
      ? readAgile(info.toString('utf8', 8))
      : minor === 2 && major >= 2 && major <= 4
        ? readStandard(info)
        : null
  if (open === null) throw new UnreadableFile({ code: 'import.passwordProtected' })
  const opened = open(folded, password ?? silentPassword)
  if (opened === null)
    throw new UnreadableFile({ code: password === undefined ? 'import.passwordNeeded' : 'import.passwordWrong' })
  return opened
}

/** Decrypts the package; null where the password is not the one. */
type Opener = (folded: Buffer, password: string) => Uint8Array | null

function readStreams(bytes: Uint8Array): { info: Buffer; folded: Buffer } {
  const container = new OleFile(bytes)
  const info = container.read('EncryptionInfo')
  const folded = container.read('EncryptedPackage')
  if (info === null || folded === null || info.length < 8 || folded.length < 8) throw damaged('EncryptionInfo')
  return { info, folded }
}

/** The length of the plain workbook stands before its encrypted bytes. */
function cutToLength(folded: Buffer, plain: Buffer): Uint8Array {
  const length = Number(folded.readBigUInt64LE(0))
  if (length > plain.length) throw damaged('EncryptedPackage')
  return plain.subarray(0, length)
}

function decrypt(cipher: string, key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(cipher as CipherGCMTypes, key, iv)
  decipher.setAutoPadding(false)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}

const uint32 = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

/** A key of so many bytes: cut, or filled up as the standard says. */
const sized = (bytes: Buffer, length: number, filler: number): Buffer =>
  bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes], length).fill(filler, bytes.length)

/** Hashes a hash again and again, each time with the number of the turn before it. */
function spin(algorithm: string, start: Buffer, turns: number): Buffer {
  const turned = Buffer.concat([Buffer.alloc(4), start])
  for (let turn = 0; turn < turns; turn += 1) {
    turned.writeUInt32LE(turn)
    hash(algorithm, turned, 'buffer').copy(turned, 4)
  }
  return turned.subarray(4)
}

interface AgileKey {
  algorithm: string
  salt: Buffer
  keyBytes: number
  blockBytes: number
  cipher: string
}

const hashNames: Readonly<Record<string, string>> = {
  SHA1: 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512'
}

function attributesOf(xml: string, element: string): Map<string, string> {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\b([^>]*)>`).exec(xml)?.[1]
  if (tag === undefined) throw damaged(`EncryptionInfo: ${element}`)
  return new Map([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
}

function agileKey(attributes: Map<string, string>): AgileKey | null {
  const algorithm = hashNames[(attributes.get('hashAlgorithm') ?? '').replace('-', '')]
  const keyBits = Number(attributes.get('keyBits'))
  const isKnown =
    algorithm !== undefined &&
    attributes.get('cipherAlgorithm') === 'AES' &&
    attributes.get('cipherChaining') === 'ChainingModeCBC' &&
    [128, 192, 256].includes(keyBits) &&
    attributes.get('blockSize') === '16'
  if (!isKnown) return null
  return {
    algorithm,
    salt: Buffer.from(attributes.get('saltValue') ?? '', 'base64'),
    keyBytes: keyBits / 8,
    blockBytes: 16,
    cipher: `aes-${keyBits}-cbc`
  }
}

const purposes = {
  verifierInput: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  key: '146e0be7abacd0d6',
  macKey: '5fb2ad010cb9e1f6',
  macValue: 'a0677f02b22c8433'
}

function readAgile(xml: string): Opener | null {
  const data = agileKey(attributesOf(xml, 'keyData'))
  const attributes = attributesOf(xml, 'encryptedKey')
  const own = agileKey(attributes)
  const spins = Number(attributes.get('spinCount'))
  if (data === null || own === null) return null
  if (!Number.isInteger(spins) || spins < 0 || spins > mostSpins) throw damaged('EncryptionInfo: spinCount')
  const secretOf = (name: string): Buffer => Buffer.from(attributes.get(name) ?? '', 'base64')
  const hashed = (...parts: Buffer[]): Buffer => createHash(own.algorithm).update(Buffer.concat(parts)).digest()
  return (folded, password) => {
    const chain = spin(own.algorithm, hashed(own.salt, utf16(password)), spins)
    const reveal = (purpose: string, secret: Buffer): Buffer =>
      decrypt(own.cipher, sized(hashed(chain, Buffer.from(purpose, 'hex')), own.keyBytes, 0x36), own.salt, secret)
    const expected = reveal(purposes.verifierHash, secretOf('encryptedVerifierHashValue'))
    const actual = hashed(reveal(purposes.verifierInput, secretOf('encryptedVerifierHashInput')))
    if (!timingSafeEqual(actual, sized(expected, actual.length, 0))) return null
    const key = reveal(purposes.key, secretOf('encryptedKeyValue')).subarray(0, data.keyBytes)
    checkAgileIntegrity(xml, data, key, folded)
    const plain: Buffer[] = []
    const secret = folded.subarray(8)
    for (let at = 0, segment = 0; at < secret.length; at += segmentBytes, segment += 1) {
      const iv = createHash(data.algorithm).update(data.salt).update(uint32(segment)).digest()
      const piece = secret.subarray(at, at + segmentBytes)
      plain.push(decrypt(data.cipher, key, sized(iv, 16, 0x36), piece.subarray(0, piece.length & ~15)))
    }
    return cutToLength(folded, Buffer.concat(plain))
  }
}

function checkAgileIntegrity(xml: string, data: AgileKey, key: Buffer, folded: Buffer): void {
  if (!/<(?:\w+:)?dataIntegrity\b/.test(xml)) return
  const attributes = attributesOf(xml, 'dataIntegrity')
  const reveal = (name: string, purpose: string): Buffer => {
    const iv = createHash(data.algorithm).update(data.salt).update(Buffer.from(purpose, 'hex')).digest()
    return decrypt(data.cipher, key, sized(iv, 16, 0x36), Buffer.from(attributes.get(name) ?? '', 'base64'))
  }
  const length = createHash(data.algorithm).digest().length
  const macKey = reveal('encryptedHmacKey', purposes.macKey).subarray(0, length)
  const expected = reveal('encryptedHmacValue', purposes.macValue).subarray(0, length)
  const actual = createHmac(data.algorithm, macKey).update(folded).digest()
  if (expected.length !== length || !timingSafeEqual(actual, expected)) throw damaged('EncryptedPackage: HMAC')
}

const standardSpins = 50_000
const keyBitsByAlgorithm: Readonly<Record<number, number>> = { 26126: 128, 26127: 192, 26128: 256 }

function readStandard(info: Buffer): Opener | null {
  const headerBytes = info.readUInt32LE(8)
  if (12 + headerBytes + 4 > info.length || headerBytes < 32) throw damaged('EncryptionInfo')
  const keyBits = keyBitsByAlgorithm[info.readUInt32LE(20)]
  if (keyBits === undefined) return null
  const verifier = info.subarray(12 + headerBytes)
  const saltBytes = verifier.readUInt32LE(0)
  if (saltBytes !== 16 || verifier.length < 72) throw damaged('EncryptionInfo')
  const salt = verifier.subarray(4, 20)
  const cipher = `aes-${keyBits}-ecb`
  const sha1 = (...parts: Buffer[]): Buffer => createHash('sha1').update(Buffer.concat(parts)).digest()
  return (folded, password) => {
    const final = sha1(spin('sha1', sha1(salt, utf16(password)), standardSpins), uint32(0))
    const mixed = (sign: number): Buffer => {
      const block = Buffer.alloc(64, sign)
      for (let at = 0; at < final.length; at += 1) block[at] = (final[at] as number) ^ sign
      return sha1(block)
    }
    const key = Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, keyBits / 8)
    const input = decrypt(cipher, key, null, verifier.subarray(20, 36))
    const expected = decrypt(cipher, key, null, verifier.subarray(40, 72)).subarray(0, 20)
    if (!timingSafeEqual(sha1(input), expected)) return null
    const secret = folded.subarray(8)
    return cutToLength(folded, decrypt(cipher, key, null, secret.subarray(0, secret.length & ~15)))
  }
}
