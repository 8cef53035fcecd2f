import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';

/** What any reader of signed PDF does, by the standards alone: the signed ranges, and the signature between them. */
export const readSealed = (pdf: Uint8Array) => {
  const text = Buffer.from(pdf).toString('latin1');
  const found = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(text) ?? [];
  const ranges = [...found].slice(1).map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = ranges;
  const hex = text.slice(a + b + 1, c - 1);
  const length = 4 + Number.parseInt(hex.slice(4, 8), 16);
  return {
    ...{ ranges, text },
    opening: text[a + b],
    closing: text[c - 1],
    signed: Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]),
    cms: Buffer.from(hex, 'hex').subarray(0, length),
  };
};

/** Whether the signature holds over the file as it is, with a library that did not make it. */
export const holds = async (pdf: Uint8Array): Promise<boolean> => {
  const { cms, signed } = readSealed(pdf);
  const { result } = fromBER(new Uint8Array(cms).buffer);
  const content = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: result }).content });
  return content
    .verify({ signer: 0, data: new Uint8Array(signed).buffer, checkChain: false })
    .catch(() => false);
};
