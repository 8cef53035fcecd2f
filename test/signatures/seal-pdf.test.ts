import { execFileSync } from 'node:child_process';
import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  X509Certificate,
} from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSignature } from '../../functions/signatures/read-signature.ts';
import { sealKey } from '../../functions/signatures/seal-key.adapter.ts';
import { complete, prepare } from '../../functions/signatures/seal-pdf.adapter.ts';
import { holds, readSealed } from '../support/sealed-pdf.ts';

const opensslPath = '/usr/bin/openssl';
const folder = mkdtempSync(join(tmpdir(), 'parvis-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kmsOf = (pair: { privateKey: KeyObject; publicKey: KeyObject }) => {
  const kms = mockClient(KMSClient);
  kms.on(GetPublicKeyCommand).resolves({ PublicKey: pair.publicKey.export({ type: 'spki', format: 'der' }) });
  const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');
  kms.on(SignCommand).callsFake(({ Message }) => ({
    Signature: privateEncrypt(pair.privateKey, Buffer.concat([digestInfo, Message])),
  }));
  return kms;
};

/** A letter with an empty signature field, made by other means than ours. */
const letter = (): Promise<Buffer> =>
  new Promise((resolve) => {
    const doc = new PDFDocument({ size: 'A4', tagged: true, pdfVersion: '1.7' });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.initForm();
    doc.text('Madame, votre demande est acceptee.');
    doc.formAnnotation('Signature', null as never, 300, 600, 200, 80, { FT: 'Sig' } as never);
    doc.end();
  });

const sealed = async () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  kmsOf(pair);
  const key = sealKey(new KMSClient({}), 'key');
  const cert = await key.selfSigned('Val-Clair', 'Cachet de Val-Clair', '2026-11-22T08:00:00.000Z', 10);
  const original = await letter();
  const prepared = await prepare(new Uint8Array(original), {
    ...{
      name: 'Val-Clair',
      reason: 'Cachet',
      place: 'Val-Clair',
      words: 'Cachet de Val-Clair',
      appearance: null,
    },
    at: '2026-11-22T08:00:00.000Z',
  });
  const cms = await key.seal(prepared.signed, [cert], async () => null);
  return { original, cert, cms, pdf: complete(prepared, cms) };
};

describe('a sealed letter', () => {
  let made: Awaited<ReturnType<typeof sealed>>;
  beforeAll(async () => {
    made = await sealed();
  });

  it('begins with the very letter that was approved', () => {
    expect(Buffer.from(made.pdf.subarray(0, made.original.length)).equals(made.original)).toBe(true);
  });

  it('is signed from its first byte to its last, but for the signature itself', () => {
    const { ranges, opening, closing } = readSealed(made.pdf);
    const [a, b = 0, c = 0, d = 0] = ranges;
    expect([a, c + d, opening, closing]).toEqual([0, made.pdf.length, '<', '>']);
    expect(c).toBeGreaterThan(b);
  });

  it('verifies with a library that did not make it', async () => {
    expect(await holds(made.pdf)).toBe(true);
  });

  it('fails once a single byte is another', async () => {
    for (const place of [20, Math.floor(made.original.length / 2), made.pdf.length - 8]) {
      const altered = made.pdf.slice();
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(await holds(altered)).toBe(false);
    }
  });

  it('is read on the verification page as it was made', () => {
    const read = readSignature(made.pdf);
    const digest = createHash('sha256').update(readSealed(made.pdf).signed).digest();
    expect(Buffer.from(read?.messageDigest ?? []).equals(digest)).toBe(true);
    expect(Buffer.from(read?.certificate ?? []).equals(Buffer.from(made.cert))).toBe(true);
    expect(read?.end).toBe(made.pdf.length);
    expect(readSignature(made.original)).toBeNull();
  });

  it('says what readers of PDF look for', () => {
    const text = Buffer.from(made.pdf).toString('latin1');
    for (const said of [
      '/SubFilter /ETSI.CAdES.detached',
      '/Filter /Adobe.PPKLite',
      '/Type /Sig',
      '/SigFlags 3',
    ])
      expect(text).toContain(said);
    expect(text).toContain('/M (D:20261122080000Z)');
  });

  it('names its certificate in what it signs, which holds until after the decisions it seals', () => {
    const certificate = new X509Certificate(made.cert);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toContain('CN=Cachet de Val-Clair');
    const digest = createHash('sha256').update(made.cert).digest();
    expect(Buffer.from(made.cms).includes(digest)).toBe(true);
  });

  it.skipIf(!existsSync(opensslPath))('verifies with openssl, and fails there once altered', () => {
    const files = { cms: join(folder, 's.der'), data: join(folder, 'd'), ca: join(folder, 'ca.pem') };
    const { cms, signed } = readSealed(made.pdf);
    writeFileSync(files.cms, cms);
    writeFileSync(files.ca, new X509Certificate(made.cert).toString());
    const check = (content: Buffer) => {
      writeFileSync(files.data, content);
      const flags = [
        '-binary',
        '-inform',
        'DER',
        '-in',
        files.cms,
        '-content',
        files.data,
        '-CAfile',
        files.ca,
      ];
      return execFileSync(opensslPath, ['cms', '-verify', '-cades', ...flags, '-out', '/dev/null'], {
        stdio: 'pipe',
      });
    };
    expect(() => check(signed)).not.toThrow();
    const altered = Buffer.from(signed);
    altered[30] = (altered[30] ?? 0) ^ 1;
    expect(() => check(altered)).toThrow();
  });
});
