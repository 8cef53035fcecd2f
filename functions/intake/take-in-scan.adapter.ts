import type { FileAccount } from '../documents/batches/accounts.ts';
import type { Objects } from '../shared/objects.adapter.ts';
import { droppedFile } from './dropped.ts';

type Batches = {
  addFile(batch: { id: string; name: string; receivedAt: string }, file: FileAccount): Promise<void>;
};
type Deps = {
  batches: Batches;
  objects: Objects;
  evidenceBucket: string;
  derivedId(...parts: string[]): string;
};
/** S3's event, as EventBridge brings it. */
export type ObjectCreated = {
  time: string;
  detail: {
    bucket: { name: string };
    object: { key: string; size: number; etag: string; 'version-id'?: string; sequencer: string };
  };
};

/** Keeps the evidence of a dropped file and takes it in with its batch; the same version is taken in once. */
export async function takeInScan({ time, detail }: ObjectCreated, deps: Deps): Promise<void> {
  const { bucket, object } = detail;
  const dropped = droppedFile(object.key);
  if (!dropped) return;
  const { path, name, folder } = dropped;
  const dropVersionId = object['version-id'] ?? '';
  const receivedAt = new Date(time).toISOString();
  const id = deps.derivedId(
    'drop',
    bucket.name,
    object.key,
    dropVersionId || `${object.etag}/${object.sequencer}`,
  );
  const key = `scans/${id}/${name}`;
  const from = { bucket: bucket.name, key: object.key, versionId: dropVersionId || undefined };
  const versionId = await deps.objects.copy(from, { bucket: deps.evidenceBucket, key });
  // Gone: it was taken in by an earlier delivery of this event and moved since.
  if (versionId === null) return;
  // Files of a folder that arrive on one day are one batch.
  const batchId = folder
    ? deps.derivedId('folder', folder, receivedAt.slice(0, 10))
    : deps.derivedId('batch', id);
  await deps.batches.addFile(
    { id: batchId, name: folder ?? name, receivedAt },
    {
      id,
      name,
      path,
      receivedAt,
      dropVersionId,
      state: 'reading',
      pages: 0,
      filed: 0,
      separators: 0,
      blanks: 0,
      rejected: 0,
      documents: 0,
      reason: null,
      evidence: { key, versionId, size: object.size },
    },
  );
}
