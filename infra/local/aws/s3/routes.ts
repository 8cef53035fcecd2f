import type { AwsRequest } from '../../context.ts';
import { notServed } from '../wire/fault.ts';
import { type Operation, xmlReply } from './call.ts';
import { deleteObject, deleteObjects } from './delete.ts';
import { listObjectsV2, listObjectVersions } from './list.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart,
} from './multipart.ts';
import { postObject } from './post.ts';
import { getObject } from './read.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './tagging.ts';
import { copyObject, putObject } from './write.ts';

const headBucket: Operation = ({ ctx }) => ({ status: 200, headers: { 'x-amz-bucket-region': ctx.region } });
const getBucketVersioning: Operation = (_, { bucket }) =>
  xmlReply('VersioningConfiguration', bucket.isVersioned ? { Status: 'Enabled' } : {});

/** `METHOD object|bucket ?sub-resource`, most particular first. */
const OPERATIONS: Record<string, [string, Operation]> = {
  'GET object tagging': ['GetObjectTagging', getObjectTagging],
  'PUT object tagging': ['PutObjectTagging', putObjectTagging],
  'DELETE object tagging': ['DeleteObjectTagging', deleteObjectTagging],
  'POST object uploads': ['CreateMultipartUpload', createMultipartUpload],
  'POST object uploadId': ['CompleteMultipartUpload', completeMultipartUpload],
  'PUT object uploadId': ['UploadPart', uploadPart],
  'GET object uploadId': ['ListParts', listParts],
  'DELETE object uploadId': ['AbortMultipartUpload', abortMultipartUpload],
  'GET object': ['GetObject', getObject],
  'HEAD object': ['HeadObject', getObject],
  'PUT object': ['PutObject', putObject],
  'PUT object copy': ['CopyObject', copyObject],
  'DELETE object': ['DeleteObject', deleteObject],
  'GET bucket list-type': ['ListObjectsV2', listObjectsV2],
  'GET bucket versions': ['ListObjectVersions', listObjectVersions],
  'GET bucket uploads': ['ListMultipartUploads', listMultipartUploads],
  'GET bucket versioning': ['GetBucketVersioning', getBucketVersioning],
  'HEAD bucket': ['HeadBucket', headBucket],
  'POST bucket delete': ['DeleteObjects', deleteObjects],
  'POST bucket form': ['PostObject', postObject],
};

/** Parameters that choose an operation: one that is not served must not be taken for the plain one. */
const SUBRESOURCES = new Set(
  `accelerate acl analytics attributes cors delete encryption intelligent-tiering inventory legal-hold lifecycle list-type location
  logging metadataTable metrics notification object-lock ownershipControls policy policyStatus publicAccessBlock renameObject
  replication requestPayment restore retention select session tagging torrent uploadId uploads versioning versions website`.split(
    /\s+/,
  ),
);

/** Headers that change what an operation does: to ignore them would be to do something else than S3. */
const REFUSED_HEADERS = [
  'x-amz-object-lock-mode',
  'x-amz-object-lock-legal-hold',
  'x-amz-write-offset-bytes',
  'x-amz-website-redirect-location',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-copy-source-if-none-match',
  'x-amz-copy-source-if-modified-since',
  'x-amz-copy-source-if-unmodified-since',
];

const REFUSED_PARAMETERS: Record<string, string[]> = {
  GetObject: ['partNumber'],
  HeadObject: ['partNumber'],
  ListObjectVersions: ['delimiter'],
  ListMultipartUploads: ['delimiter', 'prefix'],
};

/** The operation that a request names; throws NotImplemented for the others. */
export function operationOf(request: AwsRequest, key: string): [string, Operation] {
  const target = key ? 'object' : 'bucket';
  const route = [request.method, target, variantOf(request, target)].filter(Boolean).join(' ');
  const operation = OPERATIONS[route];
  if (!operation) throw notServed('S3', route);
  const refused =
    REFUSED_HEADERS.find((name) => request.headers[name] !== undefined) ??
    REFUSED_PARAMETERS[operation[0]]?.find((name) => request.query.has(name));
  if (refused) throw notServed('S3', `${operation[0]} with ${refused}`);
  return operation;
}

function variantOf({ method, headers, query }: AwsRequest, target: string): string | undefined {
  const named = [...query.keys()].find((name) => SUBRESOURCES.has(name));
  if (named) return named;
  if (method === 'PUT' && headers['x-amz-copy-source']) return 'copy';
  if (method === 'POST' && target === 'bucket' && headers['content-type']?.startsWith('multipart/form-data'))
    return 'form';
  return undefined;
}
