import type { AgentCaller } from '../agents/caller.ts';
import { mayRead } from '../agents/rights.ts';
import type { Contact, ObjectRef } from '../intake/contact.ts';
import type { MailView, readRequestMail as operation } from '../intake/mail-api.ts';
import { mailView } from '../intake/mail-view.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Append } from './append.ts';
import type { Snapshot } from './items.ts';
import { readingKey } from './reading-key.ts';

export type ReadMailDeps = {
  snapshot(reference: string): Promise<Snapshot>;
  contact(id: string): Promise<Contact>;
  append: Append;
  textOf(object: ObjectRef): Promise<string>;
  now(): string;
};

/** A mail of a request, for whoever may read the request; the reading is journaled with that of the request. */
export const readRequestMail =
  ({ snapshot, contact, append, textOf, now }: ReadMailDeps) =>
  async ({ params }: InputOf<typeof operation>, { agent }: AgentCaller): Promise<MailView> => {
    const { reference, contactId } = params;
    const { request } = await snapshot(reference);
    if (!mayRead(agent, request)) throw new Refusal('forbidden');
    if (!request.contactIds.includes(contactId)) throw new Refusal('not-found');
    await append(reference, { key: readingKey(agent.login, now()) }, () => ({
      commands: [{ command: 'personal-data-read', by: `agent:${agent.login}`, reason: 'instruction' }],
    }));
    const view = await mailView(await contact(contactId), textOf);
    if (!view) throw new Refusal('not-found');
    return view;
  };
