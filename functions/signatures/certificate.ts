import {
  at,
  bits,
  bytes,
  type Der,
  element,
  explicit,
  integer,
  nothing,
  octets,
  oid,
  printable,
  sequence,
  setOf,
  time,
  truth,
  utf8,
} from './der.ts';

/** SHA-256 with RSA, PKCS#1 v1.5 (RFC 8017): what readers of PDF know everywhere. */
export const sha256WithRsa = (): Der => sequence(oid('1.2.840.113549.1.1.11'), nothing());
export const sha256 = (): Der => sequence(oid('2.16.840.1.101.3.4.2.1'));

export type CertificateGiven = {
  /** Name of the authority, as it stands in the certificate. */
  name: string;
  organisation: string;
  /** SubjectPublicKeyInfo in DER, as KMS gives it. */
  publicKey: Uint8Array;
  /** SHA-1 or longer of the key, to name it; octets. */
  keyId: Uint8Array;
  serial: Uint8Array;
  from: string;
  to: string;
};

const attribute = (type: string, value: Uint8Array): Der => setOf(sequence(oid(type), value));
const nameOf = ({ name, organisation }: Pick<CertificateGiven, 'name' | 'organisation'>): Der =>
  sequence(
    attribute('2.5.4.6', printable('FR')),
    attribute('2.5.4.10', utf8(organisation)),
    attribute('2.5.4.3', utf8(name)),
  );
const extension = (type: string, value: Uint8Array, isCritical = false): Der =>
  sequence(...[oid(type), ...(isCritical ? [truth()] : []), octets(value)]);

/**
 * What is signed of a certificate that vouches for itself (X.509 v3, RFC 5280): a key that signs documents and nothing else.
 * It proves origin and integrity to who trusts it, for instance because the authority publishes its fingerprint.
 */
export const toBeSigned = (given: CertificateGiven): Der => {
  const name = nameOf(given);
  return sequence(
    explicit(0, integer([2])),
    integer(given.serial),
    sha256WithRsa(),
    name,
    sequence(time(given.from), time(given.to)),
    name,
    given.publicKey,
    explicit(
      3,
      sequence(
        extension('2.5.29.19', sequence(), true),
        // digitalSignature and contentCommitment.
        extension('2.5.29.15', bits(new Uint8Array([0xc0]), 6), true),
        // emailProtection, which readers of PDF ask for, and documentSigning (RFC 9336).
        extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.4'), oid('1.3.6.1.5.5.7.3.36'))),
        extension('2.5.29.14', octets(given.keyId)),
        extension('2.5.29.35', sequence(element(0x80, given.keyId))),
      ),
    ),
  );
};
export const certificate = (tbs: Uint8Array, signature: Uint8Array): Der =>
  sequence(tbs, sha256WithRsa(), bits(signature));

/** Issuer and serial of a certificate: how a signature names the one it was made with. */
export const issuerAndSerial = (der: Uint8Array): { issuer: Uint8Array; serial: Uint8Array } => {
  const first = at(der, 0, 0, 0).tag === 0xa0 ? 1 : 0;
  return { serial: at(der, 0, 0, first).raw, issuer: at(der, 0, 0, first + 2).raw };
};
/** SubjectPublicKeyInfo of a certificate, in DER. */
export const publicKeyOf = (der: Uint8Array): Uint8Array => {
  const first = at(der, 0, 0, 0).tag === 0xa0 ? 1 : 0;
  return at(der, 0, 0, first + 5).raw;
};

/** DER of each certificate of a PEM text, in its order. */
export const fromPem = (pem: string): Der[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g)].map(([, body = '']) =>
    bytes([...atob(body.replace(/\s/g, ''))].map((sign) => sign.charCodeAt(0))),
  );
