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

/** Where an object lies: the evidence (as it came) and the documents (what was made of it) are different buckets. */
export type ObjectRef = { bucket: 'evidence' | 'documents'; key: string; versionId?: string };

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
/** `image` is upright, at most 2,000 px high (WebP); `text` the read text; `source` says who read it. */
export type DocumentPage = {
  page: number;
  image: string;
  width: number;
  height: number;
  text: string;
  confidence: number;
  source: 'text-layer' | 'ocr' | 'none';
};

export type Sender = {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
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
};

/**
 * What an agent decided on a contact that waited; `by` is `agent:<login>`, `key` the Idempotency-Key of the call and
 * `proposed` what was proposed instead.
 */
export type ContactDecision = {
  by: string;
  at: string;
  key: string;
  proposed: { department: string; confidence: number } | null;
} & (
  | {
      kind: 'open';
      department: string;
      procedure: string | null;
      urgency: 'normal' | 'high';
      subject: string;
      sender: Sender;
    }
  /** `returned`: the letter of ours that came back as this contact. */
  | { kind: 'join'; reference: string; returned?: { messageId: string } }
);

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
  };
  /** `department` is what the separator sheet before the letter says. */
  scan?: {
    batchId: string;
    fileId: string;
    pages: number[];
    department?: string;
    /** Codes of our own letters and return slips, with the page of the document they stand on. */
    codes?: { page: number; text: string }[];
  };
  proposal?: Proposal;
  decision?: ContactDecision;
  requestReference?: string;
  quarantineReason?: string;
};
