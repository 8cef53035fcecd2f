import { boardDue } from '../deadlines/board-due.ts';
import type { Contact } from '../intake/contact.ts';
import { displayAnswers } from '../procedures/display.ts';
import type { Answers, Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Hash } from './journal.ts';
import { opening, qualification } from './open.ts';
import type { RequestTable } from './request-table.adapter.ts';
import { rulesOf } from './rules.ts';

export type OpenDeps = {
  requests: Pick<RequestTable, 'append' | 'openedBy' | 'nextReference' | 'contactLink'>;
  contact(id: string): Promise<Contact>;
  authority(): Promise<Authority>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  dayIn(zone: string, instant: string): string;
  newSalt(): string;
  hash: Hash;
};
export type OpenInput = { contactId: string; by?: string };

const fileNames = ({ documents }: Contact): Record<string, string> =>
  Object.fromEntries(documents.map(({ id, name }) => [id, name]));

/**
 * Opens the request of a contact, once however often it is asked; asked again after a person chose a department, tells the
 * request. `by`: auto | citizen | agent:<login>.
 */
export const openRequest =
  (deps: OpenDeps) =>
  async ({ contactId, by }: OpenInput): Promise<{ reference: string }> => {
    const { requests } = deps;
    const contact = await deps.contact(contactId);
    const before = await requests.openedBy(contactId);
    if (before) return qualify(deps, contact, before, by ?? 'auto');
    const authority = await deps.authority();
    const id = contact.form?.procedure ?? contact.proposal?.procedure;
    const procedure = id ? await deps.procedure(id, contact.form?.revision) : null;
    const receivedOn = deps.dayIn(authority.timeZone, contact.receivedAt);
    const reference =
      contact.form?.reference ??
      contact.appeal?.reference ??
      contact.recorded?.promised?.reference ??
      (await requests.nextReference(authority.prefix, Number(receivedOn.slice(0, 4))));
    const answers =
      procedure && contact.form
        ? displayAnswers(procedure, contact.form.answers as Answers, authority, fileNames(contact), {
            masked: true,
            today: receivedOn,
          })
        : [];
    const change = opening(contact, {
      reference,
      openedBy:
        by ??
        contact.recorded?.by ??
        contact.form?.by ??
        (contact.form || contact.appeal ? 'citizen' : 'auto'),
      receivedOn,
      rules: rulesOf(procedure, authority),
      answers: answers
        .filter(({ filled }) => filled)
        .map(({ step, label, value }) => ({ step, label, value })),
      procedureTitle: procedure?.title ?? null,
      procedureRevision: procedure?.revision ?? null,
      given: contact.form?.answers as Answers | undefined,
      salt: deps.newSalt(),
      hash: deps.hash,
    });
    const link = requests.contactLink(contactId, reference);
    try {
      await requests.append(reference, { key: 'open', only: [link] }, async () => {
        if (await requests.openedBy(contactId)) throw new Refusal('conflict');
        return change;
      });
      return { reference };
    } catch (error) {
      const first = error instanceof Refusal ? await requests.openedBy(contactId) : null;
      if (!first) throw error;
      return { reference: first };
    }
  };

/** The procedure may come with the department: the day that ranks the request follows it. */
const qualify = async (deps: OpenDeps, contact: Contact, reference: string, by: string) => {
  const [authority, procedure] = await Promise.all([
    deps.authority(),
    contact.proposal?.procedure ? deps.procedure(contact.proposal.procedure) : null,
  ]);
  const change = qualification(contact, reference, by, procedure?.revision ?? null);
  await deps.requests.append(reference, { key: `qualify-${contact.proposal?.department}` }, (current) => {
    if (!current || current.request.department) return { commands: [] };
    const due = procedure ? boardDue(current.request.receivedOn, rulesOf(procedure, authority)) : undefined;
    return { ...change, due };
  });
  return { reference };
};
