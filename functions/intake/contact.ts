import type { PersonLink } from '../citizens/person.ts';
import type { OtherLanguage } from '../procedures/translation.ts';
import type { Found } from '../qualification/extraction/found.ts';
import type { NormalAddress } from '../qualification/extraction/normal-address.ts';
import type { NotOurs } from '../qualification/routing/not-ours.ts';
import type { Signal } from '../qualification/routing/signals.ts';
import type { AppealPart } from './appeal-part.ts';
import type { ContactDecision } from './contact-decision.ts';
import type { MailPart } from './mail-part.ts';

/** One incoming communication on one channel. It opens, joins or leaves alone a request; its evidence is never changed. */
export const channels = ['mail', 'scan', 'form', 'phone', 'counter', 'sms', 'hubee'] as const;
export type Channel = (typeof channels)[number];
export const contactStates = [
  'received',
  'reading',
  'qualifying',
  'waiting',
  'joined',
  'opened',
  'quarantined',
  'refused',
] as const;
export type ContactState = (typeof contactStates)[number];

/** Where an object lies, as it came or made of it. `sealed`: given to nobody, though no malware is found: an archive, a program, what nobody could look into. */
export type ObjectRef = { bucket: 'evidence' | 'documents'; key: string; versionId?: string; sealed?: true };

/** A document of a contact: a scanned letter, an attachment. Pages exist once it was prepared for the viewer. */
export type ContactDocument = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  original: ObjectRef;
  pages: DocumentPage[];
  /** Kept as evidence but given to nobody: malware, not scannable (a locked archive), or not scanned yet. */
  held?: 'infected' | 'unscannable' | 'pending';
};
/**
 * `image` is upright, at most 2,000 px high (WebP); `text` the read text; `source` says who read it. `words` is the object
 * of the words with their boxes (documents/reading/words-file.ts), where there are any.
 */
export type DocumentPage = {
  page: number;
  image: string;
  width: number;
  height: number;
  text: string;
  confidence: number;
  source: 'text-layer' | 'ocr' | 'none';
  words?: string;
  /** Assumed unreadable: a person reads it. */
  isHandwritten?: boolean;
};

export type Sender = {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
};

export type { DeliveryReport, MailNote, MailPart, MailVerdicts } from './mail-part.ts';

export const callOutcomes = ['answered', 'abandoned', 'missed', 'out-of-hours'] as const;
export type CallOutcome = (typeof callOutcomes)[number];
/** A telephone call, by the phone system or typed in. Instants in UTC, durations in seconds. */
export type CallPart = {
  direction: 'inbound' | 'outbound';
  /** E.164; null for a hidden number. */
  number: string | null;
  startedAt: string;
  connectedAt: string | null;
  endedAt: string | null;
  waitSeconds: number | null;
  talkSeconds: number | null;
  /** Login of who answered. */
  agent: string | null;
  /** Group of agents (queue) it was sent to. */
  group: string | null;
  outcome: CallOutcome | null;
  /** What the agent said of it afterwards. */
  disposition: string | null;
};
/** A contact that an agent recorded, on the phone or at the counter. */
export type RecordedPart = {
  by: string;
  /** Code of the subject: a department or a procedure. */
  topic: string | null;
  outcome: 'informed' | 'request' | 'call-back' | 'redirected';
  articles: string[];
  /** Number of the queue's ticket. */
  ticket?: string;
  /** For colleagues, with the name of who wrote it: what the citizen does not read. */
  note?: string;
  author?: string;
  /** Reference given at once to whoever asked without a form, and the tracking code that goes with it. */
  promised?: { reference: string; trackingHash: string };
};
export type SmsPart = {
  /** E.164, or as it came. */
  from: string;
  to: string;
  messageId: string;
  /** It only asks for no more texts, or for them again: kept, and nothing follows. */
  command?: 'stop' | 'start';
};

/** What qualification proposes, with the words that decided; `routed` when it clears the department's threshold. */
export type Proposal = {
  department: string;
  confidence: number;
  routed: boolean;
  others: { department: string; confidence: number }[];
  procedure: string | null;
  urgency: 'normal' | 'high';
  sender: Sender;
  subject: string;
  reference: string | null;
  /** At most ten words or signals, strongest first, as they stand in the text. */
  reasons: string[];
  /** Version of the model that proposed the department; none where a form or a sheet says it for certain. */
  model?: string;
  /** Requests it may belong to, best first; a person decides. */
  suggested?: SuggestedRequest[];
  /** What else the message asks, of another department; the main demand is `department`. */
  second?: { department: string; confidence: number; reasons: string[] };
  /** The sender's address as the post reads it, and who spelled it so. */
  address?: NormalAddress;
  /** What was read in the text, in its order. */
  found?: Found[];
  /** What would change the answer: without these words another department would be first. */
  unless?: { words: string[]; department: string };
  /** What else spoke for a department, or against it, strongest first (qualification/routing/signals.ts). */
  signals?: { kind: Signal['kind']; department: string; what: string; isFor: boolean }[];
  /** It seems to be for another administration, or for nobody: a person transfers it or sets it aside. */
  notOurs?: NotOurs;
};
/** Codes of what speaks for a request: proofs of holding and of identity, and mere hints; `slip`: what it came with, unused. */
export type SuggestedRequest = { reference: string; reasons: string[]; slip?: string };

export type { ContactDecision } from './contact-decision.ts';

/** Department a contact goes to as far as is known: decided, proposed, or said by the sheet before a letter. */
export const destinationOf = ({
  decision,
  proposal,
  scan,
}: Pick<Contact, 'decision' | 'proposal' | 'scan'>): string | null =>
  (decision?.kind === 'open' ? decision.department : proposal?.department) ?? scan?.department ?? null;

export type Contact = {
  id: string;
  channel: Channel;
  receivedAt: string;
  state: ContactState;
  version: number;
  evidence: ObjectRef[];
  sender: Sender;
  subject: string;
  text: string;
  documents: ContactDocument[];
  /** Set for a form: what was answered, by which revision, and the reference promised on the confirmation page. */
  form?: {
    procedure: string;
    revision: number;
    answers: Record<string, unknown>;
    reference: string;
    trackingHash: string;
    /** mandate:<id>, when somebody sent it for the person. */
    by?: string;
    /** Of the page on which it was filled in, where it is not French. */
    language?: OtherLanguage;
  };
  /** `department` is what the separator sheet before the letter says. */
  scan?: {
    batchId: string;
    fileId: string;
    pages: number[];
    department?: string;
    /** The same of a sheet for one procedure, of which the department follows. */
    procedure?: string;
    /** Codes of our own letters and return slips, with the page of the document they stand on. */
    codes?: { page: number; text: string }[];
  };
  mail?: MailPart;
  appeal?: AppealPart;
  call?: CallPart;
  recorded?: RecordedPart;
  sms?: SmsPart;
  /** Who it is from, once known. */
  person?: PersonLink;
  proposal?: Proposal;
  decision?: ContactDecision;
  requestReference?: string;
  quarantineReason?: string;
  /** Who put it in quarantine, where a person did. */
  setAside?: { by: string; at: string };
};
