import type {
  askExportOf,
  askedBy,
  erasePersonOf,
  readExportOf,
  readHeldOf,
} from '../../../functions/privacy/agent-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';

export type Held = AnswerOf<typeof readHeldOf>;
export type AskedBy = (typeof askedBy)[number];
const of = (personId: string) => ({ params: { personId } });

export const privacyApi = {
  held: (person: string) => call<typeof readHeldOf>('GET /api/agent/citizens/{personId}/privacy', of(person)),
  archive: (person: string) =>
    call<typeof readExportOf>('GET /api/agent/citizens/{personId}/privacy/export', of(person)),
  askArchive: (person: string, reason: AskedBy) =>
    call<typeof askExportOf>('POST /api/agent/citizens/{personId}/privacy/export', {
      ...of(person),
      body: { reason },
    }),
  erase: (person: string, reason: AskedBy, withdraw: string[]) =>
    call<typeof erasePersonOf>('POST /api/agent/citizens/{personId}/privacy/erase', {
      ...of(person),
      body: { reason, withdraw },
    }),
};
