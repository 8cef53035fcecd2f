import type { AgentCaller } from '../agents/caller.ts';
import { authorOf, messageLetter } from '../letters/answer.ts';
import { dayInWords, greeting } from '../letters/messages/fr.ts';
import { by } from '../requests/agent-act.ts';
import type { Whole } from '../requests/items.ts';
import type { MessageRecord, TransferRecord } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { transferRequest as operation } from './course-api.ts';
import { type DeedDeps, type Done, doDeed, type Place } from './do-deed.ts';
import { transfer as words } from './messages/fr.ts';
import { leaving, officeOf } from './write.ts';

type Body = InputOf<typeof operation>['body'];
export type TransferDeps = DeedDeps & { load(reference: string): Promise<Whole> };

/** The body that is competent: one of the authority's list, or as the agent names it. */
const bodyOf = ({ to }: Body, { bodies }: Authority, on: string): TransferRecord => {
  if (!('code' in to)) return { code: 'other', ...to, on };
  const found = bodies.find(({ code }) => code === to.code);
  if (!found) throw new Refusal('invalid-input', [{ field: 'to.code', code: 'unknown' }]);
  const { code, name, postalAddress, email } = found;
  return { code, name, postalAddress, email: email ?? null, on };
};

const linesOf = ({ name, postalAddress, email }: TransferRecord): string =>
  [name, postalAddress, ...(email ? [email] : [])].join('\n');

type Written = Pick<MessageRecord, 'subject' | 'text'> & Partial<MessageRecord>;
const record = (deps: DeedDeps, id: string, { agent }: AgentCaller, written: Written): MessageRecord => ({
  ...({ id, from: 'authority', kind: 'message', attachments: [], delivery: 'queued' } as const),
  ...{ at: deps.now(), author: authorOf(agent), salt: deps.newSalt() },
  ...written,
});

/** What the competent body receives: who asked, what, when it reached us, and the pieces. */
const toBody = (whole: Whole, to: TransferRecord, { authority }: Place): Written => {
  const { request, content, sender, documents } = whole;
  const person = [sender.name, sender.address, sender.email, sender.phone].filter((line) => line !== null);
  const answers = content.answers.map(({ label, value }) => `${label} : ${value}`);
  const { toBody: say } = words;
  const text = [
    say.text(authority.name, dayInWords(request.firstReceivedOn ?? request.receivedOn)),
    say.person(person),
    say.subjectLine(content.subject),
    ...(content.text ? [content.text] : []),
    ...(answers.length > 0 ? [say.answers(answers)] : []),
    ...(documents.length > 0 ? [say.files(documents.map(({ name }) => name))] : []),
  ].join('\n\n');
  const attachments = documents.map(({ id, name, contentType, size, original }) => ({
    ...{ id, name, contentType, size },
    object: original,
  }));
  const { name, email, postalAddress } = to;
  return { subject: say.subject(request.reference), text, attachments, to: { name, email, postalAddress } };
};

/**
 * Hands the request to the administration that is competent, and tells the person (CRPA L114-2). The request ends here; what
 * was received, and when, goes with it, since the delay of a rejection runs from there (L114-3).
 */
export const transfer =
  (deps: TransferDeps) =>
  (input: InputOf<typeof operation>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'transfer', async ({ request, card }, place) => {
      const { authority, id, today } = place;
      const { reference } = request;
      const to = bodyOf(input.body, authority, today);
      const whole = await deps.load(reference);
      const department = officeOf(authority, request.department);
      const notice = [
        greeting(null),
        words.text(authority.name),
        linesOf(to),
        words.next,
        input.body.text?.trim() ?? '',
      ]
        .filter(Boolean)
        .join('\n\n');
      const { agent } = caller;
      const told = { ...messageLetter('', notice, { agent, department, authority }) };
      const subject = words.subject(card.subject);
      const letters = [
        leaving(record(deps, id, caller, { ...told, subject }), reference),
        leaving(record(deps, `${id}-body`, caller, toBody(whole, to, place)), reference),
      ];
      return {
        commands: [{ command: 'request-transferred', to: to.code, on: today, messageId: id, by: by(caller) }],
        records: [{ sk: 'RECORD#TRANSFER', transfer: to }, ...letters.flatMap(({ records }) => records)],
        announce: letters.flatMap(({ announce }) => announce),
      };
    });
