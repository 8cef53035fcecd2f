import type { submitForm } from '../../../functions/intake/public-api.ts';
import { clean } from '../../../functions/procedures/form-engine.ts';
import { call } from '../../ui/api.ts';
import { answersOf, type Draft } from './draft.ts';
import type { Sent } from './sent.ts';
import { today } from './today.ts';

/** Sends the form under the draft's own key: whatever happens on the way, it is received once. */
export async function submit(draft: Draft, onRetry: () => void): Promise<Sent> {
  const { procedure, files, key } = draft;
  const answers = clean(procedure, answersOf(draft), today());
  const uploads = Object.entries(files)
    .filter(([field]) => field in answers)
    .flatMap(([field, list]) => list.map(({ uploadId, name }) => ({ field, uploadId, name })));
  const reply = await call<typeof submitForm>(
    'POST /api/public/forms',
    {
      headers: { 'idempotency-key': key },
      body: { procedure: procedure.id, revision: procedure.revision, answers, uploads },
    },
    { onRetry, patience: 40_000 },
  );
  const email = procedure.identity.email ? answers[procedure.identity.email] : undefined;
  return { ...reply, email: typeof email === 'string' ? email : null };
}
