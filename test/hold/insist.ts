import { report } from '../support/citizens.ts';
import type { Outer } from '../support/outer.ts';

/** A citizen's browser: sends the same form with the same key until it is told the reference. */
export const insist = async (world: Outer, key: string, details: string, who: string): Promise<string> => {
  for (;;) {
    const reply = await world.submit('signalement', report(details, who), [], key).catch(() => undefined);
    if (reply?.status === 201) return reply.body.reference;
    if (reply && reply.status < 500 && reply.status !== 429)
      throw new Error(`form refused: ${reply.status} ${JSON.stringify(reply.body)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

type DeadLetterQueue = { id: string; waiting: number; mayReplay: boolean };
/** What an administrator does once what made it fail is mended: everything that may be tried again is. Answers how many were. */
export const replayAll = async (world: Outer): Promise<number> => {
  const admin = await world.signIn('admin');
  const { body } = await admin.get('/api/agent/dead-letters');
  let done = 0;
  for (const { id, waiting, mayReplay } of body.queues as DeadLetterQueue[])
    if (waiting > 0 && mayReplay)
      done += (await admin.post(`/api/agent/dead-letters/${id}/replays`, {})).body.done;
  await world.quiet();
  return done;
};
