import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Signatures } from '@sotay/kernel'
import type { TenantConfiguration } from '@sotay/tenant-config'
import type { TenantRecord } from './catalogue'
import { openLetter, sealLetter } from './sealed-letter'
import { SIGNATURE, tenantKey } from './tenant-keys'

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

type Keyed = Pick<TenantRecord, 'id' | 'originId' | 'keys'>

export interface SignaturesOf {
  secret: string
  record: Pick<TenantRecord, 'id' | 'slug' | 'originId' | 'keys'>
  config: Pick<TenantConfiguration, 'transfers'>
  /** Every province of the installation, as of now. */
  provinces(): readonly Pick<TenantRecord, 'id' | 'slug' | 'name' | 'status' | 'originId' | 'keys'>[]
}

/**
 * A province's signatures. Its key follows from the installation's secret and its id; keys of provinces elsewhere are
 * configured, and a configured key comes before that of a province of the same name here.
 */
export function signaturesOf({ secret, record, config, provinces }: SignaturesOf): Signatures {
  const partners = config.transfers?.partners ?? []
  const here = () => provinces().filter(({ id, status }) => id !== record.id && status === 'active')
  const keyOf = (slug: string): string | undefined => {
    const foreign = partners.find((partner) => partner.slug === slug)
    const known = foreign ? undefined : provinces().find((province) => province.slug === slug)
    return foreign?.publicKey ?? (known && rawPublicKey(privateKey(secret, known)))
  }
  return {
    sign: (bytes) => sign(null, Buffer.from(bytes), privateKey(secret, record)).toString('base64url'),
    publicKey: () => rawPublicKey(privateKey(secret, record)),
    verify(slug, bytes, signature) {
      const raw = keyOf(slug)
      return raw !== undefined && verify(null, Buffer.from(bytes), fromRaw(raw), Buffer.from(signature, 'base64url'))
    },
    sealFor(slug, label, text) {
      const raw = keyOf(slug)
      return raw === undefined ? undefined : sealLetter(raw, label, text)
    },
    openSealed: (label, letter) => openLetter(seedOf(secret, record), label, letter),
    peers: () => {
      const near = here().filter(({ slug }) => !partners.some((partner) => partner.slug === slug))
      return [...partners, ...near].map(({ slug, name }) => ({ slug, name }))
    },
  }
}

const seedOf = (secret: string, record: Keyed): Buffer => Buffer.from(tenantKey(secret, record, SIGNATURE), 'base64url')

const privateKey = (secret: string, record: Keyed): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PRIVATE, seedOf(secret, record)]),
    format: 'der',
    type: 'pkcs8',
  })

const rawPublicKey = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length).toString('base64url')

const fromRaw = (raw: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(raw, 'base64url')]), format: 'der', type: 'spki' })
