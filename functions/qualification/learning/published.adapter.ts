import { gunzipSync } from 'node:zlib';
import { log } from '../../shared/aws.adapter.ts';
import { loadClassifier } from '../routing/classifier.adapter.ts';
import type { Classifier } from '../routing/learn.ts';
import { decode } from '../routing/model-file.ts';
import { type InUse, shipped } from './version.ts';

const askedEvery = 60_000;
export type Serving = { classifier: Classifier; version: string };
type Sources = {
  inUse(): Promise<InUse | null>;
  bytes(key: string): Promise<Uint8Array>;
  beside?: () => Promise<Classifier>;
};

/**
 * The model the authority published, asked for once a minute; the one beside the bundle when there is none, or when it cannot be
 * had or read (an older product wrote it): a letter is never left lying for that.
 */
export const publishedClassifier = ({ inUse, bytes, beside = loadClassifier }: Sources) => {
  let kept: Serving | undefined;
  let until = 0;
  return async (): Promise<Serving> => {
    if (kept && Date.now() < until) return kept;
    until = Date.now() + askedEvery;
    try {
      const { version, key } = (await inUse()) ?? { version: shipped, key: null };
      if (kept?.version === version) return kept;
      const classifier = key ? decode(gunzipSync(await bytes(key))) : await beside();
      kept = { classifier, version: key ? version : shipped };
    } catch {
      log('error', 'model-unavailable', { serving: kept?.version ?? shipped });
      kept ??= { classifier: await beside(), version: shipped };
    }
    return kept;
  };
};
