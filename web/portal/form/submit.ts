import type { askCosignature } from '../../../functions/drafts/cosign-api.ts';
import { offersBack } from '../../../functions/households/offer-back.ts';
import type { Prefill } from '../../../functions/households/prefill.ts';
import type { submitForm } from '../../../functions/intake/public-api.ts';
import { feesDue } from '../../../functions/procedures/eligibility.ts';
import { clean } from '../../../functions/procedures/visible-form.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import { inThisLanguage } from '../written.ts';
import { answersOf, type Draft } from './draft.ts';
import type { Sent } from './sent.ts';
import { today } from './today.ts';

/** What is sent, under the draft's own key: whatever happens on the way, it is received once. */
function inputOf(draft: Draft) {
  const { procedure, files, key, member } = draft;
  const answers = clean(procedure, answersOf(draft), today());
  const uploads = Object.entries(files)
    .filter(([field]) => field in answers)
    .flatMap(([field, list]) => list.map(({ uploadId, name }) => ({ field, uploadId, name })));
  return {
    headers: { 'idempotency-key': key },
    body: {
      ...{ procedure: procedure.id, revision: procedure.revision, answers, uploads },
      ...(member && { member }),
      ...inThisLanguage,
    },
  };
}
const patience = 40_000;

export async function submit(draft: Draft, onRetry: () => void): Promise<Sent> {
  const { procedure, known, member } = draft;
  const input = inputOf(draft);
  const { answers } = input.body;
  const reply = await call<typeof submitForm>('POST /api/public/forms', input, { onRetry, patience });
  const cents = feesDue(procedure, answers, today()).reduce((sum, fee) => sum + fee.cents, 0);
  const email = procedure.identity.email ? answers[procedure.identity.email] : undefined;
  return {
    ...reply,
    email: typeof email === 'string' ? email : null,
    ...(cents > 0 && { cents }),
    ...(known && { offers: offersBack(procedure, answers, known as Prefill, member || null) }),
    ...(member && { member }),
  };
}

/** The same when a second person must sign: it waits for them, and is lodged by the service. */
export const askSecond = (draft: Draft, onRetry: () => void): Promise<Waiting> =>
  call<typeof askCosignature>('POST /api/public/cosignatures', inputOf(draft), { onRetry, patience });
export type Waiting = AnswerOf<typeof askCosignature>;
