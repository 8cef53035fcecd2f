import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ServiceFault } from '../wire/fault.ts';

const HASHES: Record<string, (data: Buffer) => Buffer> = {
  crc32: (data) => fourBytes(crc32(data)),
  crc32c: (data) => fourBytes(crc32c(data)),
  crc64nvme: (data) => crc64nvme(data),
  sha1: (data) => createHash('sha1').update(data).digest(),
  sha256: (data) => createHash('sha256').update(data).digest(),
};

/** Base64 checksum of `data` by the name S3 gives the algorithm (`crc32`, `sha256`…). */
export function checksum(algorithm: string, data: Buffer): string {
  const hash = HASHES[algorithm.toLowerCase()];
  if (!hash)
    throw new ServiceFault('InvalidRequest', `Checksum algorithm ${algorithm} is not served locally`);
  return hash(data).toString('base64');
}

/** The `x-amz-checksum-…` among the headers (or trailers, or query parameters), verified against the body. */
export function verifiedChecksums(body: Buffer, given: Record<string, string>): Record<string, string> {
  const verified: Record<string, string> = {};
  for (const [header, value] of Object.entries(given)) {
    const algorithm = /^x-amz-checksum-(crc32c?|crc64nvme|sha1|sha256)$/.exec(header)?.[1];
    if (!algorithm) continue;
    if (checksum(algorithm, body) !== value)
      throw new ServiceFault(
        'BadDigest',
        `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      );
    verified[header] = value;
  }
  const md5 = given['content-md5'];
  if (md5 && createHash('md5').update(body).digest('base64') !== md5)
    throw new ServiceFault('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  const sha256 = given['x-amz-content-sha256'];
  if (sha256 && /^[0-9a-f]{64}$/.test(sha256) && createHash('sha256').update(body).digest('hex') !== sha256)
    throw new ServiceFault(
      'XAmzContentSHA256Mismatch',
      'The provided x-amz-content-sha256 does not match what was computed.',
    );
  return verified;
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

const CASTAGNOLI = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});
function crc32c(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ (CASTAGNOLI[(crc ^ byte) & 0xff] as number);
  return ~crc;
}

// In two halves, because BigInt arithmetic would take seconds on a scanned batch.
const NVME = Array.from({ length: 256 }, (_, index) => {
  let value = BigInt(index);
  for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ 0x9a6c9329ac4bc9b5n : value >> 1n;
  return value;
});
const NVME_HIGH = Uint32Array.from(NVME, (value) => Number(value >> 32n));
const NVME_LOW = Uint32Array.from(NVME, (value) => Number(value & 0xffffffffn));
function crc64nvme(data: Buffer): Buffer {
  let high = 0xffffffff;
  let low = 0xffffffff;
  for (const byte of data) {
    const at = (low ^ byte) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (NVME_LOW[at] as number);
    high = (high >>> 8) ^ (NVME_HIGH[at] as number);
  }
  return Buffer.concat([fourBytes(~high), fourBytes(~low)]);
}
