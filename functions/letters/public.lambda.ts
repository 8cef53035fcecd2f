import * as z from 'zod';
import { passTable } from '../requests/pass-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { hashTrackingCode, isTrackingCode, newTrackingCode } from '../requests/secrets.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { epochSeconds, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { tryTable } from '../telephony/try-table.adapter.ts';
import { codeTable } from './code-table.adapter.ts';
import { openByCode, readingByLetter } from './open-by-code.ts';
import * as api from './public-api.ts';

const Env = z.object({ REQUESTS_TABLE: z.string(), CITIZENS_TABLE: z.string(), PUBLIC_URL: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
/** Not everybody is known by their day of birth: what reads it is loaded by the first who gives one. */
const people = lazily(async () =>
  (await import('../citizens/known.adapter.ts')).known(db, env.CITIZENS_TABLE),
);
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const tries = tryTable(db, env.REQUESTS_TABLE);
const passes = passTable(db, env.REQUESTS_TABLE);

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(
    api.openByCode,
    openByCode({
      find: codeTable(db, env.REQUESTS_TABLE).find,
      load: (reference) =>
        load(reference).catch((error) => {
          if (error instanceof Refusal && error.code === 'not-found') return null;
          throw error;
        }),
      async birthOf({ request }) {
        const { personOf, person: read } = await people();
        const personId = request.person ?? (await personOf('request', request.reference));
        const person = personId ? await read(personId) : null;
        return person?.birth?.value ?? null;
      },
      isCode: isTrackingCode,
      countTry: (kind, value) => tries.count(`letter-${kind}`, value, now().slice(0, 10), epochSeconds()),
      giveBackTry: (kind, value) =>
        tries.giveBack(`letter-${kind}`, value, now().slice(0, 10), epochSeconds()),
      async noteReading(reference) {
        await append(reference, readingByLetter(now()), () => ({
          commands: [{ command: 'personal-data-read', by: 'citizen', reason: 'letter-code' }],
        }));
      },
      async letFollow(reference) {
        const code = newTrackingCode();
        await passes.give(reference, hashTrackingCode(code), epochSeconds());
        return code;
      },
    }),
  ),
);
