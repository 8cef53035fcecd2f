import { checked, refuseWhenClosed, refuseWhenIneligible } from '../intake/check-form.ts';
import { type ClaimUpload, claimFiles } from '../intake/claim-files.ts';
import type { Contact, ObjectRef, Sender } from '../intake/contact.ts';
import { senderOf, subjectOf, textOfAnswers } from '../intake/form-contact.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import { Refusal } from '../shared/refusal.ts';
import { openingOf, type Said, type Who } from './recorded.ts';

export type OpenForDeps = {
  /** A procedure at a revision: `null` when it is not offered. */
  offered(id: string, revision?: number): Promise<Procedure | null>;
  claimUpload: ClaimUpload;
  keepEvidence(key: string, submission: unknown): Promise<ObjectRef>;
  nextReference(prefix: string, year: number): Promise<string>;
  trackingCodeOf(contactId: string, key: string): string;
  hashTrackingCode(code: string): string;
  dayIn(zone: string, instant: string): string;
};
type Asked = NonNullable<Said['request']>;
type Given = {
  id: string;
  /** Who asks, looked up or made when nothing more can be refused. */
  meet(): Promise<Sender>;
  who: Who;
  said: Said;
  authority: Authority;
};

const promiseOf = async (deps: OpenForDeps, { id, who, authority }: Given, today: string) => ({
  reference: await deps.nextReference(authority.prefix, Number(today.slice(0, 4))),
  trackingHash: deps.hashTrackingCode(deps.trackingCodeOf(id, who.key)),
});

/**
 * What somebody asks for through an agent: evidence first, then what the request is made of. Refuses `not-found` for a
 * procedure that is not offered, and what its form and its files refuse.
 */
export const openFor = (deps: OpenForDeps) => async (asked: Asked, given: Given) => {
  const { id, who, said, authority } = given;
  const today = deps.dayIn(authority.timeZone, who.at);
  const keep = () =>
    deps.keepEvidence(`forms/${id}/submission.json`, {
      receivedAt: who.at,
      by: `agent:${who.login}`,
      ...said,
    });
  return asked.kind === 'free' ? free(asked) : form(asked);

  async function free(request: Extract<Asked, { kind: 'free' }>) {
    const { department, subject, text } = request;
    if (department && !authority.departments.some(({ code }) => code === department))
      throw new Refusal('invalid-input', [{ field: 'request.department', code: 'invalid' }]);
    const sender = await given.meet();
    const evidence = [await keep()];
    const promised = await promiseOf(deps, given, today);
    return { subject, text, evidence, documents: [], promised, sender, ...openingOf(request, sender, who) };
  }

  async function form(request: Extract<Asked, { kind: 'form' }>) {
    const procedure = await deps.offered(request.procedure, request.revision);
    if (!procedure) throw new Refusal('not-found');
    refuseWhenClosed(procedure, today);
    const answers = checked(procedure, request, authority, today);
    refuseWhenIneligible(procedure, answers, today);
    const documents = await claimFiles(procedure, answers, request, id, deps.claimUpload);
    const known = await given.meet();
    const evidence = [await keep(), ...documents.map(({ original }) => original)];
    const names = Object.fromEntries(documents.map((document) => [document.id, document.name]));
    const parts: Pick<Contact, 'subject' | 'text' | 'evidence' | 'documents' | 'form' | 'sender'> = {
      ...{ subject: subjectOf(procedure, answers), evidence, documents },
      text: textOfAnswers(procedure, answers, authority, names, today),
      sender: knownToo(senderOf(procedure, answers), known),
      form: {
        ...{ procedure: procedure.id, revision: procedure.revision, answers },
        ...(await promiseOf(deps, given, today)),
      },
    };
    return parts;
  }
};

/** What the form does not ask, the authority may know. */
const knownToo = (told: Sender, known: Sender): Sender => ({
  name: told.name ?? known.name,
  email: told.email ?? known.email,
  phone: told.phone ?? known.phone,
  address: told.address ?? known.address,
});

export type OpenFor = ReturnType<typeof openFor>;
