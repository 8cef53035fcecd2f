import type { LetterItem, SealItem, TaskItem } from '../signatures/items.ts';
import type { JournalEvent } from './event.ts';
import type { Head } from './journal.ts';
import type {
  AskRecord,
  Card,
  ContentRecord,
  DocumentRecord,
  MessageRecord,
  NoteRecord,
  OpinionRecord,
  RatingRecord,
  SenderRecord,
  TransferRecord,
} from './records.ts';
import { isEnded, type Request, type RequestState, untouched } from './request.ts';

/** Keys and shapes of the requests table. One request is one partition: `EVENT#…`, `RECORD#…` and `SNAPSHOT` in a row. */
export const requestKey = (reference: string) => `REQ#${reference}`;
const sequence = (seq: number) => String(seq).padStart(6, '0');

export const repairReasons = [
  'acknowledgement-failed',
  'answer-failed',
  'message-failed',
  'mail-returned',
  'letter-returned',
  'waited-too-long',
  'acknowledgement-withheld',
] as const;
export type RepairReason = (typeof repairReasons)[number];
/** The fold and what hangs on it: the head of the chain, what the board shows and by when. */
export type Snapshot = {
  request: Request;
  head: Head;
  card: Card;
  /** Day that ranks it on the board. */
  due: string;
  repair: { reason: RepairReason; at: string } | null;
};

export type RecordItem =
  | { sk: 'RECORD#CONTENT'; content: ContentRecord }
  | { sk: 'RECORD#SENDER'; sender: SenderRecord }
  | { sk: 'RECORD#TRACKING'; tracking: { hash: string } }
  | { sk: `RECORD#DOCUMENT#${string}`; document: DocumentRecord }
  | { sk: `RECORD#MESSAGE#${string}`; message: MessageRecord; gsi1pk?: string; gsi1sk?: string }
  | { sk: `RECORD#NOTE#${string}`; note: NoteRecord }
  | { sk: `RECORD#ASK#${string}`; ask: AskRecord }
  | ({ sk: `RECORD#OPINION#${string}`; opinion: OpinionRecord } & Partial<Shown>)
  | { sk: 'RECORD#TRANSFER'; transfer: TransferRecord }
  | { sk: 'RECORD#RATING'; rating: RatingRecord }
  | { sk: `RECORD#MEMBER#${string}`; member: string }
  | LetterItem
  | TaskItem
  | SealItem;
/** What the board needs to show an item that is not a snapshot. */
type Shown = Pick<Snapshot, 'request' | 'card' | 'due' | 'repair'> & { gsi1pk: string; gsi1sk: string };

/** Letters that wait for the printer, and messages that wait in the portal to be read, are listed apart. */
const messageList = (message: MessageRecord) => {
  const { id, delivery, queuedAt, availableOn, printBatch, handedOver } = message;
  if (delivery === 'to-print' && handedOver) return { gsi1pk: 'HANDED', gsi1sk: `${queuedAt}#${id}` };
  if (delivery === 'to-print' && !printBatch) return { gsi1pk: 'LETTERS', gsi1sk: `${queuedAt}#${id}` };
  if (delivery === 'available') return { gsi1pk: 'PORTAL', gsi1sk: `${availableOn}#${id}` };
  return {};
};
export const messageItem = (message: MessageRecord): RecordItem => ({
  sk: `RECORD#MESSAGE#${message.id}`,
  message,
  ...messageList(message),
});
export const documentItem = (document: DocumentRecord): RecordItem => ({
  sk: `RECORD#DOCUMENT#${document.id}`,
  document,
});
export const eventItem = (event: JournalEvent) => ({ sk: `EVENT#${sequence(event.seq)}`, event });

export const workGroups = ['new', 'waiting', 'in-progress'] as const;
export type WorkGroup = (typeof workGroups)[number];
const groups: Partial<Record<RequestState, WorkGroup>> = {
  new: 'new',
  assigned: 'new',
  'in-progress': 'in-progress',
  'waiting-citizen': 'waiting',
  'waiting-visa': 'waiting',
};
/** A refusal that nobody pronounced: somebody still owes an express decision, or closes it. */
const isOwed = ({ answer, state }: Request): boolean =>
  answer?.isImplicit === true && answer.outcome === 'refused' && ['decided', 'delivered'].includes(state);
/** Somebody's work or nobody's: what is decided leaves the board unless it needs mending. */
export const groupOf = ({ request, repair }: Pick<Snapshot, 'request' | 'repair'>): WorkGroup | null => {
  if (repair || isOwed(request)) return 'in-progress';
  const group = groups[request.state] ?? null;
  return group && request.suspended ? 'waiting' : group;
};

const nobody = '-';
export const departmentBoard = (department: string | null, group: WorkGroup) =>
  `BOARD#department#${department ?? nobody}#${group}`;
export const agentBoard = (agent: string, group: WorkGroup) => `BOARD#agent#${agent}#${group}`;
/** Requests of a department that no agent has taken. */
export const poolBoard = (department: string | null, group: WorkGroup) =>
  `BOARD#pool#${department ?? nobody}#${group}`;

/** What needs mending stands before every day. */
export const boardSort = ({ request, due, repair }: Snapshot) =>
  `${repair ? '0000-00-00' : due}#${request.reference}`;

/** Partition of what a department answered, by the instant of it. */
export const answeredList = (department: string) => `ANSWERED#${department}`;
/** What a person answered is nobody's work any more: it is listed by the day of it, as an example for the next one. */
const answeredKeys = ({ request: { answer, department, reference } }: Snapshot) =>
  answer && !answer.isImplicit && department
    ? { gsi1pk: answeredList(department), gsi1sk: `${answer.decidedAt}#${reference}` }
    : {};

/** Requests of a procedure that are over, by the instant of it: what is kept long enough is found there (functions/retention). */
export const endedList = (procedure: string | null) => `ENDED#${procedure ?? nobody}`;
const endedKeys = ({ request: { state, closedAt, erasedAt, procedure, reference } }: Snapshot) =>
  isEnded(state) && closedAt && !erasedAt
    ? { gsi2pk: endedList(procedure), gsi2sk: `${closedAt}#${reference}` }
    : {};

const boardKeys = (snapshot: Snapshot) => {
  const group = groupOf(snapshot);
  if (!group) return { ...answeredKeys(snapshot), ...endedKeys(snapshot) };
  const { department, agent } = snapshot.request;
  const sort = boardSort(snapshot);
  const gsi2pk = agent ? agentBoard(agent, group) : poolBoard(department, group);
  return { gsi1pk: departmentBoard(department, group), gsi1sk: sort, gsi2pk, gsi2sk: sort };
};
export const snapshotItem = (snapshot: Snapshot) => ({
  pk: requestKey(snapshot.request.reference),
  sk: 'SNAPSHOT',
  ...snapshot,
  ...boardKeys(snapshot),
});

/** A request with everything that belongs to it. */
export type Whole = Snapshot & {
  events: JournalEvent[];
  content: ContentRecord;
  sender: SenderRecord;
  trackingHash: string | null;
  /** Given for a short while to who proved to be the person (pass-table.adapter.ts). */
  pass?: { hash: string; until: string } | undefined;
  documents: DocumentRecord[];
  messages: MessageRecord[];
  notes: NoteRecord[];
  asks: AskRecord[];
  opinions: OpinionRecord[];
  transfer: TransferRecord | null;
  /** Letters that wait for somebody's visa, opinion or signature, and those that did. */
  tasks: TaskItem['task'][];
  /** References of the requests that are grouped under this one. */
  members: string[];
  /** Message-IDs of the conversation by mail, oldest first. */
  mails?: string[];
  /** What the person wrote of the last answer they rated. */
  rating?: RatingRecord | undefined;
};
type Item = Record<string, unknown> & { sk: string };
const erased: ContentRecord = { subject: '', text: '', answers: [], procedureTitle: null, salt: '' };
const byTime = (a: { at: string }, b: { at: string }) => (a.at < b.at ? -1 : 1);

/** Puts a request together from the items of its partition; `null` when it has no snapshot. */
export const assemble = (items: readonly Item[]): Whole | null => {
  const under = <T>(prefix: string, name: string): T[] =>
    items.filter(({ sk }) => sk.startsWith(prefix)).map((item) => item[name] as T);
  const [snapshot] = items.filter(({ sk }) => sk === 'SNAPSHOT') as unknown as Snapshot[];
  if (!snapshot) return null;
  const { request, head, card, due, repair } = snapshot;
  const nobodyKnown = { name: null, email: null, phone: null, address: null };
  return {
    request: { ...untouched, ...request },
    ...{ head, card, due, repair },
    events: under<JournalEvent>('EVENT#', 'event'),
    content: under<ContentRecord>('RECORD#CONTENT', 'content')[0] ?? erased,
    sender: under<SenderRecord>('RECORD#SENDER', 'sender')[0] ?? nobodyKnown,
    trackingHash: under<{ hash: string }>('RECORD#TRACKING', 'tracking')[0]?.hash ?? null,
    pass: under<{ hash: string; until: string }>('RECORD#PASS', 'pass')[0],
    documents: under<DocumentRecord>('RECORD#DOCUMENT#', 'document'),
    messages: under<MessageRecord>('RECORD#MESSAGE#', 'message').sort(byTime),
    notes: under<NoteRecord>('RECORD#NOTE#', 'note').sort(byTime),
    asks: under<AskRecord>('RECORD#ASK#', 'ask'),
    opinions: under<OpinionRecord>('RECORD#OPINION#', 'opinion'),
    transfer: under<TransferRecord>('RECORD#TRANSFER', 'transfer')[0] ?? null,
    tasks: under<TaskItem['task']>('RECORD#TASK#', 'task'),
    members: under<string>('RECORD#MEMBER#', 'member'),
    mails: under<string>('RECORD#MAIL#', 'mail'),
    rating: under<RatingRecord>('RECORD#RATING', 'rating')[0],
  };
};
