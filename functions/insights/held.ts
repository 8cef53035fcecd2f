import type { LegalDeadline } from '../deadlines/legal-case.ts';
import type { Contact, MailPart } from '../intake/contact.ts';
import { isVerifiedSender } from '../intake/mail-verdict.ts';
import type { Whole } from '../requests/items.ts';
import { groupOf } from '../requests/items.ts';
import type { CallBackItem } from '../telephony/call-items.ts';

/** A contact as the export of everything held shows it. */
export const heldContact = (contact: Contact) => ({
  id: contact.id,
  channel: contact.channel,
  receivedAt: contact.receivedAt,
  state: contact.state,
  requestReference: contact.requestReference ?? contact.form?.reference,
  batch: contact.scan?.batchId,
  pages: contact.scan ? contact.scan.pages.length : undefined,
  sender: contact.sender,
  subject: contact.subject || contact.proposal?.subject || '',
  text: contact.text,
  department: contact.proposal?.department,
  confidence: contact.proposal?.confidence,
  flags: contact.mail ? mailFlags(contact.mail) : undefined,
});

/** What an agent is warned of, by code. */
const mailFlags = ({ verdicts, automatic, sharesMessageId, notes = [] }: MailPart): string[] => [
  ...(isVerifiedSender(verdicts) ? [] : ['unverified-sender']),
  ...(automatic ? ['automatic'] : []),
  ...(sharesMessageId ? ['shares-message-id'] : []),
  ...notes,
];

/** A request with its people, its deadlines and its journal. */
export const heldRequest = ({ request, sender, events }: Whole, deadlines: readonly LegalDeadline[]) => ({
  reference: request.reference,
  state: request.state,
  department: request.department,
  procedure: request.procedure,
  openedBy: request.openedBy,
  confidence: request.confidence,
  people: sender.name || sender.email || sender.phone ? [sender] : [],
  deadlines,
  journal: events.map(({ seq, type, at }) => ({ seq, type, at })),
});

/** What waits for a person: a contact to qualify, a request to instruct, something to mend. */
export const tasksOf = (contacts: readonly Contact[], requests: readonly Whole[]) => [
  ...contacts
    .filter(({ state }) => state === 'waiting')
    .map(({ id, requestReference, proposal }) => ({
      id: `qualify-${id}`,
      kind: 'qualify',
      contact: id,
      requestReference,
      department: proposal?.department ?? null,
      due: null as string | null,
    })),
  ...requests
    .filter((whole) => groupOf(whole) !== null)
    .map(({ request, repair, due }) => ({
      id: `${repair ? 'repair' : 'instruct'}-${request.reference}`,
      kind: repair ? 'repair' : 'instruct',
      contact: undefined,
      requestReference: request.reference,
      department: request.department,
      due: due as string | null,
    })),
  ...requests.flatMap((whole) => [...opinionTasks(whole), ...bookTasks(whole)]),
];
const over = ['closed', 'withdrawn', 'transferred'];

/** Opinions that departments owe. */
const opinionTasks = ({ request }: Whole) =>
  over.includes(request.state)
    ? []
    : request.opinions
        .filter(({ result }) => result === null)
        .map(({ opinionId, department, due }) => ({
          id: `opinion-${request.reference}-${opinionId}`,
          kind: 'opinion',
          contact: undefined,
          requestReference: request.reference,
          department: department as string | null,
          due,
        }));

const bookKinds = { visa: 'visa', opinion: 'opinion', signature: 'sign' } as const;
/** Letters that wait in somebody's signature book. */
const bookTasks = ({ tasks }: Whole) =>
  tasks
    .filter(({ done }) => done === null)
    .map(({ letterId, step, login, kind, reference, department, due }) => ({
      id: `${bookKinds[kind]}-${letterId}-${step}-${login}`,
      kind: bookKinds[kind],
      contact: undefined,
      requestReference: reference,
      department,
      due: due as string | null,
      agent: login,
    }));

/** One task for each number that nobody has called back yet. */
export const callBackTasks = (toCall: readonly CallBackItem[]) =>
  toCall.flatMap(({ open, number }) =>
    open
      ? [
          {
            ...{ id: `call-back-${open.contactId}`, kind: 'call-back', contact: open.contactId, number },
            ...{ department: open.topic, due: open.due as string | null, missed: open.missed },
          },
        ]
      : [],
  );

/** What is set aside, with the reason: always visible, always reversible. */
export const quarantineOf = (contacts: readonly Contact[]) =>
  contacts
    .filter(({ state }) => state === 'quarantined')
    .map(({ id, channel, quarantineReason }) => ({ id, channel, reason: quarantineReason ?? '' }));
