import { dayInWords } from '../letters/messages/fr.ts';
import { messageItem, type Snapshot } from '../requests/items.ts';
import { contentHash, type Hash } from '../requests/journal.ts';
import type { MessageRecord, StoredFile } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import { Refusal } from '../shared/refusal.ts';
import { signatureOf } from './circuit.ts';
import { letterFolder } from './draft-letter.ts';
import { evidenceOf } from './evidence.ts';
import { giveBack } from './give-back.ts';
import { sealItem } from './items.ts';
import type { Approval, LetterRecord } from './letter.ts';
import type { LetterTable, Write } from './letter-table.adapter.ts';
import { answerWords, sealWords, timeInWords } from './messages/fr.ts';
import { lacksSignature } from './must-be-signed.ts';
import type { Sealing } from './seal-pdf.adapter.ts';
import { itemsOf } from './tasks.ts';

export type Sealed = {
  pdf: Uint8Array;
  /** DER in base64, null when nothing was signed. */
  certificate: string | null;
  certificateSha256: string | null;
  isSelfSigned: boolean;
  timestamped: boolean;
};
export type SealDeps = {
  append: RequestTable['append'];
  letters: Pick<LetterTable, 'read' | 'writes'>;
  authority(): Promise<Authority>;
  read(place: { key: string; versionId: string }): Promise<Uint8Array>;
  keep(key: string, content: Uint8Array | string, contentType: string): Promise<string>;
  /** Signs with the authority's key. */
  seal(
    letter: Uint8Array,
    how: Omit<Sealing, 'appearance'>,
    lines: string[],
    place: LetterRecord['place'],
  ): Promise<Sealed>;
  hashOf(content: Uint8Array | string): string;
  hash: Hash;
  now(): string;
  dayIn(zone: string, instant: string): string;
  timeIn(zone: string, instant: string): string;
};
type Named = { reference: string; letterId: string };

const words = (letter: LetterRecord, authority: Authority, when: string, approval: Approval | null) => {
  const { name = null, quality = null, delegation = null } = approval ?? {};
  const order = delegation ? [sealWords.order(delegation.order)] : [];
  if (letter.mode === 'personal' && name && quality)
    return {
      name,
      reason: sealWords.reason.personal(name, quality, when),
      lines: [...sealWords.personal(name, quality, when), ...order],
    };
  return {
    name: authority.name,
    reason: sealWords.reason.seal(authority.name),
    lines: [...sealWords.seal(authority.name, name, quality, when), ...order],
  };
};

/**
 * Makes the signed file of a letter that has all its approvals, keeps it with its evidence, and decides the request with it:
 * the instruction has it delivered. Asked again once it is done, it does nothing.
 */
export const sealLetter =
  (deps: SealDeps) =>
  async ({ reference, letterId }: Named): Promise<void> => {
    const [letter, authority] = await Promise.all([deps.letters.read(reference, letterId), deps.authority()]);
    if (letter.state !== 'ready') return;
    const approved = await deps.read(letter.pdf);
    // What was kept must be what everybody saw; anything else is a fault, not a letter.
    if (deps.hashOf(approved) !== letter.pdf.sha256) throw new Error('letter-altered');
    const at = deps.now();
    const approval = signatureOf(letter.circuit)?.approval ?? null;
    const made = await make(deps, { letter, authority, approved, approval, at });
    const sha256 = deps.hashOf(made.pdf);
    // Two seals made at the same time stand apart: the one that counts keeps its own file and its own evidence.
    const folder = `${letterFolder(reference, letterId)}/${sha256.slice(0, 16)}`;
    const { pdf, ...facts } = made;
    const evidence = evidenceOf(letter, authority, { ...facts, at, sha256 });
    const key = `${folder}/${answerWords.fileName(reference)}`;
    const versionId = await deps.keep(key, pdf, 'application/pdf');
    const evidenceKey = `${folder}/preuve.json`;
    await deps.keep(evidenceKey, evidence, 'application/json');
    const evidenceSha256 = deps.hashOf(evidence);
    const sealed: LetterRecord = {
      ...letter,
      state: 'sealed',
      sealed: {
        ...{ at, key, versionId, sha256, evidenceKey, evidenceSha256, messageId: letterId },
        ...{ size: pdf.length, certificate: made.certificateSha256 },
      },
    };
    const seal = sealItem({
      ...{ reference, letterId, sha256, mode: letter.mode, verification: letter.verification },
      quality: approval?.quality ?? letter.submittedBy.quality,
      on: deps.dayIn(authority.timeZone, at),
      certificateSha256: made.certificateSha256,
    });
    const only: Write[] = [];
    await deps.append(reference, { key: `seal-${letterId}`, only }, (current) => {
      if (!current) throw new Refusal('not-found');
      if (isOver(current)) return { commands: [] };
      if (lacksSignature(letter, current.request)) return giveBack(deps, letter, { current, at, only });
      only.splice(
        0,
        only.length,
        ...deps.letters.writes(reference, itemsOf(letter, sealed, current, at), letter.revision),
      );
      const by = `agent:${approval?.login ?? letter.submittedBy.login}`;
      const message = messageOf(deps, sealed, approval, at);
      const { salt, subject, text, attachments } = message;
      const hash = contentHash(salt, { subject, text, attachments }, deps.hash);
      return {
        commands: [
          { command: 'letter-sealed', letterId, sha256, mode: letter.mode, evidenceSha256, by },
          { command: 'answer-decided', messageId: letterId, outcome: letter.outcome, contentHash: hash, by },
        ],
        records: [messageItem(message), seal],
        announce: announced(current, letterId),
      };
    });
  };

/** The person gave up, or somebody decided, while it was being sealed: nothing leaves, and that is no fault. */
const isOver = ({ request: { state, answer } }: Snapshot): boolean =>
  ['closed', 'withdrawn', 'transferred'].includes(state) || (answer !== null && !answer.isImplicit);

const announced = ({ request: { reference } }: Snapshot, messageId: string) => [
  { type: 'request-answered' as const, detail: { reference, messageId } },
  { type: 'request-changed' as const, detail: { reference } },
];

type Making = {
  letter: LetterRecord;
  authority: Authority;
  approved: Uint8Array;
  approval: Approval | null;
  at: string;
};
const make = (
  deps: SealDeps,
  { letter, authority, approved, approval, at }: Making,
): Promise<Sealed> | Sealed => {
  if (letter.mode === 'unsigned' || !letter.place)
    return {
      pdf: approved,
      certificate: null,
      certificateSha256: null,
      isSelfSigned: false,
      timestamped: false,
    };
  const { timeZone, shortName } = authority;
  const day = dayInWords(deps.dayIn(timeZone, at));
  const when = sealWords.when(day, timeInWords(deps.timeIn(timeZone, at)));
  const { name, reason, lines } = words(letter, authority, when, approval);
  const how = { name, reason, at, place: shortName, words: lines.join(', ') };
  return deps.seal(approved, how, lines, letter.place);
};

/** The answer as it leaves: the sealed file first, printed as it is; the same words for who reads mail. */
const messageOf = (
  deps: Pick<SealDeps, 'hash'>,
  letter: LetterRecord,
  approval: Approval | null,
  at: string,
): MessageRecord => {
  const { id, reference, sealed, subject, attachments, salt, submittedBy, words: text } = letter;
  const file: StoredFile = {
    id: deps.hash(`${id}.sealed`).slice(0, 32),
    name: answerWords.fileName(reference),
    contentType: 'application/pdf',
    size: sealed?.size ?? 0,
    object: { bucket: 'documents', key: sealed?.key ?? '', versionId: sealed?.versionId ?? '' },
  };
  const { name, quality } = approval ?? submittedBy;
  return {
    ...{ id, at, subject, salt, author: `${name}, ${quality}` },
    ...({ from: 'authority', kind: 'answer', delivery: 'queued' } as const),
    text: `${answerWords.cover}\n\n${text}`,
    attachments: [file, ...attachments],
    readyPdf: sealed?.key,
  };
};
