import { useEffect, useState } from 'preact/hooks';
import { ApiProblem, lastNow } from '../../ui/api.ts';
import { newKey, queries } from '../data/queries.ts';
import { bookApi, type LetterName, type Seen } from './book-api.ts';
import { addDecision, allDecisions, type Decision, dropDecision, forgetLetter } from './device.ts';

export const isOffline = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'network' || error.code === 'timeout');

type Made = { subject: string; reason: string | null; comment: string | null };
/** Keeps a decision on the device until the network is back. */
export async function keepForLater(
  name: LetterName,
  seen: Pick<Seen, 'step' | 'sha256'>,
  made: Made,
): Promise<void> {
  const { reference, letterId } = name;
  const { step, sha256 } = seen;
  await addDecision({
    ...made,
    reference,
    letterId,
    step,
    sha256,
    id: newKey(),
    at: lastNow(),
    refused: null,
  });
  announce();
}

const changed = 'parvis:decisions';
const announce = () => dispatchEvent(new Event(changed));
let sending: Promise<number> | null = null;

/** Sends what waits, each for itself and with the hash of what was read. What is refused stays, with why. */
export function sendDecisions(): Promise<number> {
  sending ??= send().finally(() => {
    sending = null;
    announce();
  });
  return sending;
}

async function send(): Promise<number> {
  let sent = 0;
  for (const decision of await allDecisions()) {
    if (decision.refused) continue;
    try {
      const refused = await sendOne(decision);
      if (refused) await addDecision({ ...decision, refused });
      else {
        await dropDecision(decision.id);
        await forgetLetter(decision);
        sent += 1;
      }
    } catch (error) {
      if (isOffline(error)) break;
      // Signed out: it stays, and goes once the agent is back.
      if (error instanceof ApiProblem && error.code === 'unauthenticated') break;
      await addDecision({ ...decision, refused: error instanceof ApiProblem ? error.code : 'unexpected' });
    }
  }
  if (sent > 0) await queries.invalidateQueries({ queryKey: ['book'] });
  return sent;
}

async function sendOne(decision: Decision): Promise<string | null> {
  const { reference, letterId, step, sha256, reason, comment, id } = decision;
  if (reason !== null) {
    await bookApi.sendBack({ reference, letterId }, { step, sha256, reason }, id);
    return null;
  }
  const { results } = await bookApi.approve([{ reference, letterId, step, sha256, comment }]);
  const [result] = results;
  return result?.approved ? null : (result?.code ?? 'unexpected');
}

/** Decisions on this device, followed; sent when the network comes back. */
export function useDecisions(): Decision[] {
  const [decisions, setDecisions] = useState<Decision[]>([]);
  useEffect(() => {
    let isHere = true;
    const read = () => void allDecisions().then((all) => isHere && setDecisions(all));
    const go = () => void sendDecisions();
    read();
    go();
    addEventListener(changed, read);
    addEventListener('online', go);
    return () => {
      isHere = false;
      removeEventListener(changed, read);
      removeEventListener('online', go);
    };
  }, []);
  return decisions;
}
export const drop = async (id: string): Promise<void> => {
  await dropDecision(id);
  announce();
};
