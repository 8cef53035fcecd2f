import { readFileSync, statSync } from 'node:fs';
import type { Context } from '../context.ts';
import type { Part } from '../part.ts';
import { factsOf } from '../state.ts';
import type { Assembly } from './assembly.ts';

const LARGEST = 5 * 2 ** 20;

/** Puts the single files that resources read from S3 (definitions of state machines) where the template says they are. */
export async function publishAssets(ctx: Context, assembly: Assembly, s3: Part | undefined): Promise<void> {
  const facts = factsOf(ctx.db);
  const files = [...assembly.assets.values()].filter(
    ({ packaging, path }) => packaging === 'file' && !path.endsWith('.zip') && statSync(path).size <= LARGEST,
  );
  for (const bucket of new Set(files.map((file) => file.bucket)))
    await s3?.resource?.({
      logicalId: 'StagingBucket',
      stack: 'CDKToolkit',
      type: 'AWS::S3::Bucket',
      properties: { BucketName: bucket },
    });
  for (const { bucket, key, path } of files) {
    const fact = `asset:${bucket}/${key}`;
    if (facts.get(fact)) continue;
    // The key is a hash of the content: what was put once need not be put again.
    ctx.runtime.s3.put(bucket, key, readFileSync(path));
    facts.set(fact, 'put');
  }
}
