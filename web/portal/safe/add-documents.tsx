import { useState } from 'preact/hooks';
import type { SafeView } from '../../../functions/safe/safe-api.ts';
import { ApiProblem } from '../../ui/api.ts';
import { FileUpload, type SentFile } from '../../ui/file-upload.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { safe } from '../../ui/messages/safe-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { startUpload } from './use-safe.ts';

type AddProps = {
  keep: (uploadId: string, name: string) => Promise<SafeView>;
  onKept: () => void;
};
const t = safe.add;
const most = 10;

/** Files chosen or photographed: each is kept as soon as it has arrived. */
export function AddDocuments({ keep, onKept }: AddProps) {
  const [said, say] = useState('');
  const [refusals, setRefusals] = useState<string[]>([]);
  const take = async ({ uploadId, name }: SentFile) => {
    try {
      const kept = await keep(uploadId, name);
      say(t.kept(kept.name));
      onKept();
    } catch (error) {
      setRefusals((before) => [...before, sentenceOf(error, name)]);
    }
  };
  return (
    <section class="safe-add">
      <FileUpload
        {...{ id: 'safe-files', label: t.label, hint: t.hint, max: most, accept: ['pdf', 'image', 'office'] }}
        files={[]}
        start={async (file) => {
          setRefusals([]);
          return startUpload(file).catch((error) => {
            if (isFull(error)) setRefusals([t.full]);
            throw error;
          });
        }}
        onChange={(change) => {
          // What was just sent goes to the safe: the list shows it there, not here.
          for (const file of change([])) void take(file);
        }}
      />
      <Status>{said}</Status>
      {refusals.length > 0 && (
        <Alert>
          <Notice kind="danger">
            {refusals.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        </Alert>
      )}
    </section>
  );
}

const isFull = (error: unknown): boolean =>
  error instanceof ApiProblem && error.fields.some(({ code }) => code === 'full');

function sentenceOf(error: unknown, name: string): string {
  if (isFull(error)) return t.full;
  if (!(error instanceof ApiProblem)) return kit.problem('unexpected');
  if (error.code !== 'unsupported-type') return kit.problem(error.code);
  const why = error.fields[0]?.code;
  if (why === 'infected' || why === 'executable') return t.refused[why](name);
  return t.refused.other(name);
}
