import { s3Client } from '../shared/objects.adapter.ts';
import { type Asked, findKnowledge } from './find-knowledge.ts';
import { indexReader } from './index-object.adapter.ts';
import type { FoundKnowledge } from './public-api.ts';

/** Searches the index that lies in the bucket; finds nothing before the first one was built. */
export const searching = (bucket: string) => {
  const read = indexReader(s3Client(), bucket, () => performance.now());
  return async (asked: Asked): Promise<FoundKnowledge[]> => {
    const index = await read();
    return index ? findKnowledge(index, asked) : [];
  };
};
