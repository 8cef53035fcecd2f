import type { FileKind } from '../../intake/file-kind.ts';
import type { Objects } from '../../shared/objects.adapter.ts';
import type { FileAccount } from '../batches/accounts.ts';
import type { Opened } from './source.adapter.ts';
import { openSource } from './source.adapter.ts';

type Sniff = (name: string, bytes: Uint8Array) => Promise<FileKind>;
type Deps = { objects: Objects; evidenceBucket: string; sniff: Sniff };

/** Malware protection has not looked at the object yet: the machine waits and asks again. */
export class ScanPending extends Error {
  override name = 'ScanPending';
}

/** Opens the evidence of a file; a warm function keeps the last one open, since its pages come in several calls. */
export const fileSources = ({ objects, evidenceBucket: bucket, sniff }: Deps) => {
  let held: { id: string; opened: Opened } | undefined;
  async function open(name: string, { key, versionId, size }: FileAccount['evidence']): Promise<Opened> {
    if (size === 0) return { failure: 'empty' };
    const scan = await objects.malwareScan({ bucket, key, versionId });
    if (!scan) throw new ScanPending();
    if (scan === 'THREATS_FOUND') return { failure: 'infected' };
    const bytes = await objects.read({ bucket, key, versionId });
    return openSource(bytes, await sniff(name, bytes));
  }
  return {
    /** One that is not held: whoever opens it closes it. */
    openScan: (evidence: FileAccount['evidence']) => open(evidence.key, evidence),
    async openFile(file: FileAccount): Promise<Opened> {
      if (held?.id === file.id) return held.opened;
      if (held && 'source' in held.opened) held.opened.source.close();
      held = undefined;
      const opened = await open(file.name, file.evidence);
      held = { id: file.id, opened };
      return opened;
    },
  };
};
