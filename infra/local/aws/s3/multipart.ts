import { createHash } from 'node:crypto';
import type { AwsResponse } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { every, parseXml, textOf } from '../wire/xml.ts';
import { type Call, checkWrite, quoted, type Store, versionHeaders, xmlReply } from './call.ts';
import { checksum } from './checksums.ts';
import { payloadOf } from './payload.ts';
import { tagsFromQuery } from './tagging.ts';
import type { Part, Upload } from './uploads.ts';
import { keep, keptHeaders } from './write.ts';

const SMALLEST_PART = 5 * 1024 * 1024;

export function createMultipartUpload({ uploads }: Store, { request, bucket, key }: Call): AwsResponse {
  const { headers } = request;
  const algorithm = headers['x-amz-checksum-algorithm']?.toLowerCase();
  const isWholeChecksum = headers['x-amz-checksum-type'] === 'FULL_OBJECT' || algorithm === 'crc64nvme';
  const tags = tagsFromQuery(headers['x-amz-tagging'] ?? '');
  const upload = uploads.start(bucket, {
    key,
    headers: keptHeaders(request),
    tags,
    algorithm,
    isWholeChecksum,
  });
  return xmlReply('InitiateMultipartUploadResult', { Bucket: bucket.name, Key: key, UploadId: upload.id });
}

export function uploadPart({ uploads, bodies }: Store, { request, bucket, key }: Call): AwsResponse {
  if (request.headers['x-amz-copy-source'])
    throw new ServiceFault('NotImplemented', 'UploadPartCopy is not served locally', 501);
  const upload = uploads.get(bucket, key, request.query.get('uploadId') ?? '');
  const number = Number(request.query.get('partNumber'));
  if (!(number >= 1 && number <= 10_000))
    throw new ServiceFault('InvalidArgument', 'Part number must be between 1 and 10000');
  const { body, checksums } = payloadOf(request);
  const etag = createHash('md5').update(body).digest('hex');
  uploads.addPart(upload, { number, etag, size: body.length, body: bodies.write(body) });
  return { status: 200, headers: { etag: quoted(etag), ...checksums } };
}

export function listParts({ uploads }: Store, { request, bucket, key }: Call): AwsResponse {
  const upload = uploads.get(bucket, key, request.query.get('uploadId') ?? '');
  const Part = uploads.parts(upload.id).map(({ number, etag, size }) => ({
    PartNumber: number,
    ETag: quoted(etag),
    Size: size,
    LastModified: upload.started.toISOString(),
  }));
  return xmlReply('ListPartsResult', {
    Bucket: bucket.name,
    Key: key,
    UploadId: upload.id,
    IsTruncated: false,
    Part,
  });
}

export function listMultipartUploads({ uploads }: Store, { bucket }: Call): AwsResponse {
  const Upload = uploads
    .of(bucket)
    .map(({ key, id, started }) => ({ Key: key, UploadId: id, Initiated: started.toISOString() }));
  return xmlReply('ListMultipartUploadsResult', { Bucket: bucket.name, IsTruncated: false, Upload });
}

export function abortMultipartUpload({ ctx, uploads }: Store, { request, bucket, key }: Call): AwsResponse {
  const upload = uploads.get(bucket, key, request.query.get('uploadId') ?? '');
  inOneUnit(ctx.db, () => uploads.end(upload));
  return { status: 204 };
}

export function completeMultipartUpload(store: Store, call: Call): AwsResponse {
  const { request, bucket, key } = call;
  const upload = store.uploads.get(bucket, key, request.query.get('uploadId') ?? '');
  const parts = chosenParts(store.uploads.parts(upload.id), request.body.toString('utf8'));
  checkWrite(store, call);
  const contents = parts.map(({ body }) => store.bodies.read(body));
  const digest = createHash('md5')
    .update(Buffer.from(parts.map(({ etag }) => etag).join(''), 'hex'))
    .digest('hex');
  const fresh = {
    key,
    size: parts.reduce((sum, { size }) => sum + size, 0),
    etag: `${digest}-${parts.length}`,
    headers: upload.headers,
    tags: upload.tags,
    checksums: checksumOf(upload, contents),
    body: store.bodies.write(...contents),
  };
  const version = inOneUnit(store.ctx.db, () => {
    store.uploads.end(upload);
    return keep(store, bucket, fresh, 'CompleteMultipartUpload');
  });
  const Location = `${store.ctx.origin}/_aws/s3/${bucket.name}/${encodeURIComponent(key)}`;
  const answer = { Location, Bucket: bucket.name, Key: key, ETag: quoted(version.etag) };
  return xmlReply('CompleteMultipartUploadResult', answer, versionHeaders(bucket, version));
}

/** The parts that the client names, in order; throws InvalidPart, InvalidPartOrder, EntityTooSmall. */
function chosenParts(held: Part[], document: string): Part[] {
  const named = every(parseXml(document), 'Part').map((part) => ({
    number: Number(textOf(part, 'PartNumber')),
    etag: (textOf(part, 'ETag') ?? '').replaceAll('"', ''),
  }));
  if (named.length === 0) throw new ServiceFault('MalformedXML', 'You must specify at least one part');
  if (named.some((part, index) => index > 0 && part.number <= (named[index - 1]?.number ?? 0)))
    throw new ServiceFault('InvalidPartOrder', 'The list of parts was not in ascending order.');
  const chosen = named.map(({ number, etag }) => {
    const part = held.find((candidate) => candidate.number === number && candidate.etag === etag);
    if (!part)
      throw new ServiceFault('InvalidPart', 'One or more of the specified parts could not be found.', 400, {
        PartNumber: number,
      });
    return part;
  });
  if (chosen.slice(0, -1).some(({ size }) => size < SMALLEST_PART))
    throw new ServiceFault(
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed object size.',
    );
  return chosen;
}

/** Of the whole, or of the parts' checksums followed by their number, as the upload asked. */
function checksumOf({ algorithm, isWholeChecksum }: Upload, contents: Buffer[]): Record<string, string> {
  if (!algorithm) return {};
  const header = `x-amz-checksum-${algorithm}`;
  if (isWholeChecksum) return { [header]: checksum(algorithm, Buffer.concat(contents)) };
  const parts = Buffer.concat(contents.map((content) => Buffer.from(checksum(algorithm, content), 'base64')));
  return { [header]: `${checksum(algorithm, parts)}-${contents.length}` };
}
