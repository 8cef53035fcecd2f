import { publicKeyOf } from './certificate.ts';
import { at, bytes, type Der, read, retagged } from './der.ts';

/** What a signed PDF says of its last signature, by the standards alone (ISO 32000-1, 12.8; RFC 5652). */
export type ReadSignature = {
  /** Octets that are signed. */
  signed: Der;
  /** Digest that the signature speaks of. */
  messageDigest: Uint8Array;
  /** What the key signed, in DER. */
  attributes: Der;
  value: Uint8Array;
  certificate: Uint8Array;
  publicKey: Uint8Array;
  /** Where the signed file ended: what follows was added afterwards. */
  end: number;
};

const rangeForm = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
const digestAttribute = '1.2.840.113549.1.9.4';

/** The last signature of a PDF; null when it has none that can be read. */
export const readSignature = (pdf: Uint8Array): ReadSignature | null => {
  const text = new TextDecoder('latin1').decode(pdf);
  const found = [...text.matchAll(rangeForm)].at(-1);
  if (!found) return null;
  const [from = 0, before = 0, after = 0, length = 0] = found.slice(1).map(Number);
  if (from !== 0 || before >= after || after + length > pdf.length) return null;
  try {
    const cms = fromHex(text.slice(before + 1, after - 1));
    const data = at(cms, 0, 1, 0).content;
    const parts = read(data);
    const certificates = parts.find(({ tag }) => tag === 0xa0);
    const signer = parts.at(-1);
    if (!certificates || !signer) return null;
    const [certificate] = read(certificates.content);
    const fields = read(at(signer.content, 0).content);
    const attributes = fields.find(({ tag }) => tag === 0xa0);
    const value = fields.find(({ tag }) => tag === 0x04);
    if (!certificate || !attributes || !value) return null;
    return {
      signed: bytes(pdf.subarray(0, before), pdf.subarray(after, after + length)),
      messageDigest: digestIn(attributes.content),
      attributes: retagged(0x31, attributes.raw),
      value: value.content,
      certificate: certificate.raw,
      publicKey: publicKeyOf(certificate.raw),
      end: after + length,
    };
  } catch {
    return null;
  }
};

const digestIn = (attributes: Uint8Array): Uint8Array => {
  for (const attribute of read(attributes)) {
    const [type, values] = read(attribute.content);
    if (type && values && dotted(type.content) === digestAttribute) return at(values.content, 0).content;
  }
  throw new Error('no-digest');
};

const dotted = (content: Uint8Array): string => {
  const [first = 0, ...rest] = content;
  const numbers = [Math.floor(first / 40), first % 40];
  let value = 0;
  for (const octet of rest) {
    value = value * 128 + (octet & 0x7f);
    if (octet < 128) {
      numbers.push(value);
      value = 0;
    }
  }
  return numbers.join('.');
};

/** The hole is padded with zeros after the signature: only the element itself is read. */
const fromHex = (hex: string): Uint8Array => {
  const octets = new Uint8Array(hex.length >> 1);
  for (let index = 0; index < octets.length; index += 1)
    octets[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  const count = (octets[1] ?? 0) > 128 ? (octets[1] ?? 0) - 128 : 0;
  const length = [...octets.subarray(2, 2 + count)].reduce((sum, one) => sum * 256 + one, 0);
  return octets.subarray(0, 2 + count + (count > 0 ? length : (octets[1] ?? 0)));
};
