import { issuerAndSerial, sha256, sha256WithRsa } from './certificate.ts';
import { type Der, element, explicit, integer, octets, oid, retagged, sequence, setOf } from './der.ts';

const data = '1.2.840.113549.1.7.1';
const attribute = (type: string, value: Uint8Array): Der => sequence(oid(type), setOf(value));

/**
 * What the key signs (CAdES baseline B, ETSI EN 319 122-1; PAdES, EN 319 142-1): the content's type and digest, and the
 * certificate itself, so that no other can take its place. No signing time: in a PDF it stands in the signature's `/M`.
 * @param digest SHA-256 of the signed ranges of the PDF
 * @param certificateDigest SHA-256 of the certificate
 */
export const signedAttributes = (digest: Uint8Array, certificateDigest: Uint8Array): Der =>
  setOf(
    attribute('1.2.840.113549.1.9.3', oid(data)),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    // ESSCertIDv2: SHA-256 is its default algorithm and is then left out (RFC 5035).
    attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octets(certificateDigest))))),
  );

export type Signature = {
  /** DER, the signer's first. */
  certificates: readonly Uint8Array[];
  attributes: Uint8Array;
  value: Uint8Array;
  /** TimeStampToken over the value (RFC 3161), which makes it baseline T; null without a time-stamping authority. */
  timestamp: Uint8Array | null;
};

/** The signature as it stands in the PDF: SignedData without its content (RFC 5652). */
export const signedData = ({ certificates, attributes, value, timestamp }: Signature): Der => {
  const { issuer, serial } = issuerAndSerial(certificates[0] ?? new Uint8Array());
  const signer = sequence(
    integer([1]),
    sequence(issuer, serial),
    sha256(),
    retagged(0xa0, attributes),
    sha256WithRsa(),
    octets(value),
    ...(timestamp ? [retagged(0xa1, setOf(attribute('1.2.840.113549.1.9.16.2.14', timestamp)))] : []),
  );
  return sequence(
    oid('1.2.840.113549.1.7.2'),
    explicit(
      0,
      sequence(
        integer([1]),
        setOf(sha256()),
        sequence(oid(data)),
        element(0xa0, ...certificates),
        setOf(signer),
      ),
    ),
  );
};

/** Request to a time-stamping authority (RFC 3161) for the SHA-256 of a signature's value. */
export const timestampRequest = (digest: Uint8Array, nonce: Uint8Array): Der =>
  sequence(integer([1]), sequence(sha256(), octets(digest)), integer(nonce), element(0x01, [0xff]));
