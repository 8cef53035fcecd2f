import type { Contact, Proposal } from '../intake/contact.ts';

/** What follows the classification: the machine's next step. */
export type Next = 'join' | 'open' | 'open-then-wait' | 'wait' | 'end';

/** Below this mean confidence of the reader, 0 to 100, what a page says is guesswork: a person looks. */
const leastReading = 45;

/** Which person or thing already says where a contact goes, stronger than what its words suggest. */
export type Certainty = { department: string; procedure: string | null; reason: string };

/** The proposal of the classifier with what is certain put over it, and with the reasons to let a person look first. */
export function propose(contact: Contact, classified: Proposal, certain: Certainty | null): Proposal {
  if (certain)
    return {
      ...classified,
      department: certain.department,
      procedure: certain.procedure ?? classified.procedure,
      confidence: 1,
      model: undefined,
      // A sheet before a letter says who treats it, not whether it is new, nor who wrote it.
      routed: classified.suggested === undefined && !isHandwritten(contact),
      reasons: [certain.reason, ...classified.reasons].slice(0, 10),
    };
  // A text is a few words under a number that anybody can forge: a person looks.
  // A letter that names a request may belong to it: opening another one would split the citizen's matter in two.
  const isReply = (classified.reference !== null || classified.suggested !== undefined) && !contact.form;
  // Two matters in one letter: alone, the machine would open one and lose the other.
  const isWhole = !isReply && classified.second === undefined;
  return { ...classified, routed: classified.routed && isWhole && !contact.sms && isReadable(contact) };
}

function isReadable({ channel, documents }: Contact): boolean {
  if (channel !== 'scan') return true;
  if (isHandwritten({ channel, documents })) return false;
  const pages = documents.flatMap((document) => document.pages).filter((page) => page.text !== '');
  if (pages.length === 0) return false;
  return pages.reduce((sum, page) => sum + page.confidence, 0) / pages.length >= leastReading;
}

/** What is written by hand is guessed, not read: a person says what it wants and from whom it is. */
const isHandwritten = ({ channel, documents }: Pick<Contact, 'channel' | 'documents'>): boolean =>
  channel === 'scan' && documents.some(({ pages }) => pages.some((page) => page.isHandwritten));

type Going = Pick<Contact, 'state' | 'proposal' | 'form' | 'appeal' | 'decision' | 'mail' | 'recorded'>;
/** What the machine does with a contact as it stands. */
export function nextOf(contact: Going): Next {
  // Set aside, and given back by a person: somebody waits for that.
  if (contact.state === 'quarantined' && contact.mail?.automatic) return 'wait';
  if (['opened', 'joined', 'quarantined', 'refused'].includes(contact.state)) return 'end';
  if (contact.decision?.kind === 'withdraw') return 'end';
  // Decided at the desk, with the person there: nobody is waited for.
  if (contact.decision && contact.recorded) return contact.decision.kind;
  if (contact.decision) return contact.decision.by === 'auto' ? 'join' : 'wait';
  if (contact.proposal?.routed) return 'open';
  // Whoever was given a reference has a request.
  return contact.form || contact.appeal || contact.recorded?.promised ? 'open-then-wait' : 'wait';
}
