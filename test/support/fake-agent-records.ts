import type * as z from 'zod';
import type { MailView } from '../../functions/intake/mail-api.ts';
import type { AgentContact } from '../../functions/qualification/agent-api.ts';
import type { ContactCard } from '../../functions/qualification/list-api.ts';
import type { AgentRequest, BoardItem } from '../../functions/requests/agent-api.ts';
import { procedureOf } from './fake-agent-alerts.ts';
import { fakeNow } from './fake-agent-people.ts';
import { alikeOf } from './fake-agent-waves.ts';
import { letters, pagesOf, textOf } from './fake-letters.ts';
import { understoodOf } from './fake-understanding.ts';
import { noInstruction } from './no-instruction.ts';

const day = 86_400_000;
export const ago = (days: number, hours = 0) =>
  new Date(Date.parse(fakeNow) - days * day - hours * 3_600_000).toISOString();
const calendar = (days: number) => new Date(Date.parse(fakeNow) + days * day).toISOString().slice(0, 10);
export const letterAt = (index: number) => letters[index % letters.length] as (typeof letters)[number];
/** Letters come back, their subjects do not. */
const subjectAt = (index: number) =>
  letterAt(index).subject + (index < letters.length ? '' : `, courrier ${index + 1}`);
const checks = 'ABCDEFGHJKLMNPQRSTUVWXY';
export const referenceOf = (n: number) =>
  `VC-2026-${String(n).padStart(6, '0')}-${checks[Number(`2026${String(n).padStart(6, '0')}`) % 23]}`;

const groups = ['late', 'due-soon', 'new', 'waiting', 'in-progress'] as const;
const dueIn = { late: -3, 'due-soon': 1, new: 12, waiting: 20, 'in-progress': 25 };
const stateOf = {
  late: 'assigned',
  'due-soon': 'in-progress',
  new: 'new',
  waiting: 'waiting-citizen',
  'in-progress': 'in-progress',
};
const channelList = ['scan', 'mail', 'form', 'phone', 'counter'];

/** `size` items in the board's order, each with a different face. */
export function board(size: number): BoardItem[] {
  return Array.from({ length: size }, (_, index) => {
    const group = groups[Math.min(4, Math.floor((index * 5) / size))] as BoardItem['group'];
    const letter = letterAt(index);
    const toQualify = index % 7 === 3;
    return {
      kind: toQualify ? 'qualify' : 'instruct',
      taskId: `task-${index}`,
      reference: toQualify ? null : referenceOf(120 + index),
      contactId: `contact-${index}`,
      group,
      subject: subjectAt(index),
      sender: letter.from,
      channel: channelList[index % channelList.length] ?? 'scan',
      department: toQualify ? null : index % 2 ? 'voirie' : 'etat-civil',
      agent: index % 3 === 0 ? 'k.belaid' : null,
      urgency: index % 6 === 0 ? 'high' : 'normal',
      receivedAt: ago(index + 1),
      due: toQualify ? null : calendar(dueIn[group] + (index % 3)),
      unread: index % 4 === 1 ? 2 : 0,
      state: stateOf[group],
      marks: [],
    };
  });
}

export function waiting(size: number): z.input<ReturnType<typeof ContactCard>>[] {
  return Array.from({ length: size }, (_, index) => ({
    contactId: `contact-${index}`,
    channel: channelList[index % 2] ?? 'scan',
    receivedAt: ago(2, index),
    subject: subjectAt(index),
    sender: letterAt(index).from,
    department: index % 4 === 2 ? null : 'voirie',
    confidence: index % 4 === 2 ? null : 0.42 + (index % 5) * 0.08,
    pages: 1 + (index % 3),
    reference: null,
  }));
}

/** A mail with something to say of everything. */
const mailOf = (name: string): MailView => ({
  ...{ name, email: 'odette.marchandeau@courriel.example', recipients: ['contact@val-clair.example'] },
  ...{ sender: 'unverified', automatic: true, sharesMessageId: true, notes: ['cut', 'encrypted'] },
  ...{ text: 'Bonjour', html: '<p>Bonjour</p>', held: [{ name: 'photos.zip', reason: 'unscannable' }] },
});

export function contact(id: string, total: number): z.input<ReturnType<typeof AgentContact>> {
  const index = Number(id.split('-')[1] ?? 0);
  const letter = letterAt(index);
  const sender = {
    name: letter.from,
    email: null,
    phone: index % 3 === 0 ? '05 49 00 12 34' : null,
    address: letter.address,
  };
  return {
    contactId: id,
    version: 3,
    state: 'waiting',
    channel: 'scan',
    receivedAt: ago(2, index),
    subject: letter.subject,
    text: textOf(letter),
    sender,
    proposal: {
      department: ['voirie', 'etat-civil', 'proprete-dechets'][index % 3] ?? 'voirie',
      confidence: 0.62,
      others: [
        { department: 'espaces-verts', confidence: 0.21 },
        { department: 'tranquillite-publique', confidence: 0.09 },
      ],
      procedure: index % 3 === 1 ? 'acte-naissance' : null,
      urgency: index % 3 === 0 ? 'high' : 'normal',
      sender,
      subject: letter.subject,
      reference: null,
      reasons: [
        ['lampadaire', 'éclairage public', 'trottoir'],
        ['acte de naissance', 'copies intégrales', 'mariage'],
        ['bacs de tri', 'dépôts sauvages', 'collecte'],
      ][index % 3] as string[],
      signals: [],
      ...understoodOf(index, textOf(letter)),
    },
    alike: alikeOf(index),
    suggested:
      index % 4 === 1
        ? [
            {
              reference: 'VC-2026-000123-W',
              reasons: ['code', 'no-name-on-sheet'],
              state: 'in-progress',
              department: 'etat-civil',
              subject: 'Copie d’acte de naissance',
              sender: 'Jeanne Martin',
              mayJoin: true,
            },
            {
              reference: 'VC-2026-000077-Q',
              reasons: ['reference', 'unknown-address', 'request-over'],
              state: 'closed',
              department: 'voirie',
              subject: 'Lampadaire éteint',
              sender: 'Paul Durand',
              mayJoin: false,
            },
          ]
        : [],
    documents: [
      {
        id: 'd1',
        name: `lot-0412-${index}.pdf`,
        contentType: 'application/pdf',
        size: 184_320,
        url: '/_documents/original.pdf',
        pages: pagesOf(index, 1 + (index % 3)),
      },
    ],
    mail: index === 4 ? mailOf(letter.from) : null,
    requestReference: null,
    quarantineReason: null,
    next: index + 1 < total ? `contact-${index + 1}` : null,
    now: fakeNow,
  };
}

const message = (
  id: string,
  from: 'citizen' | 'authority',
  over: Partial<AgentRequest['messages'][number]>,
) => ({
  id,
  from,
  kind: 'message' as const,
  at: ago(3),
  author: from === 'authority' ? 'Karim Belaïd, gestionnaire voirie' : null,
  subject: 'Votre demande',
  text: '',
  attachments: [],
  delivery: from === 'authority' ? ('sent' as const) : null,
  ...over,
});

export function request(reference: string): AgentRequest {
  const letter = letterAt(0);
  return {
    reference,
    version: 7,
    arbitration: null,
    state: 'in-progress',
    subject: letter.subject,
    channel: 'scan',
    urgency: 'high',
    openedBy: 'agent:s.ferrand',
    openedAt: ago(11),
    receivedOn: calendar(-12),
    department: 'voirie',
    agent: 'k.belaid',
    procedure: procedureOf(reference),
    confidence: 0.62,
    sender: {
      name: letter.from,
      email: 'odette.marchandeau@courriel.example',
      phone: '05 49 00 12 34',
      address: letter.address,
    },
    text: textOf(letter),
    answers: [
      { step: 'Le désordre', label: 'Que se passe-t-il ?', value: 'Éclairage en panne' },
      { step: 'Le désordre', label: 'Où exactement ?', value: '14 rue des Tanneurs, devant le porche' },
      { step: 'Vous', label: 'Votre nom', value: letter.from },
    ],
    documents: [
      {
        id: 'd1',
        name: 'lot-0412-0.pdf',
        contentType: 'application/pdf',
        size: 184_320,
        url: '/_documents/original.pdf',
        pages: pagesOf(0, 3),
      },
      {
        id: 'd2',
        name: 'photo-du-trottoir.jpg',
        contentType: 'image/jpeg',
        size: 2_340_120,
        url: '/_documents/photo.jpg',
        pages: pagesOf(1, 1),
      },
    ],
    messages: [
      message('m1', 'authority', {
        kind: 'acknowledgement',
        at: ago(11),
        author: null,
        subject: `Accusé de réception de votre demande ${reference}`,
        text: 'Madame,\n\nNous avons bien reçu votre courrier du 11 novembre 2026. La direction Voirie et éclairage public vous répondra avant le 12 décembre 2026.',
      }),
      message('m2', 'authority', {
        at: ago(6),
        subject: 'Une précision',
        text: 'Bonjour Madame,\n\nPourriez-vous nous indiquer le numéro collé sur le mât du lampadaire ?\n\nBien à vous.',
      }),
      message('m3', 'citizen', {
        at: ago(1),
        subject: 'Re : Une précision',
        text: 'Bonjour,\n\nC’est le 0412-TAN. Merci de faire vite, les soirées sont longues.\n\nO. Marchandeau',
        attachments: [{ id: 'a1', name: 'photo-du-mat.jpg', contentType: 'image/jpeg', size: 845_000 }],
      }),
    ],
    notes: [
      {
        id: 'n1',
        at: ago(5),
        author: 'Pascale Oudin',
        text: 'Panne confirmée par le prestataire, armoire T12. Passage prévu mercredi.',
      },
    ],
    timeline: [
      { seq: 1, at: ago(11), type: 'request-opened', by: 'agent:s.ferrand', detail: { channel: 'scan' } },
      { seq: 2, at: ago(11), type: 'acknowledgement-queued', by: null, detail: {} },
      { seq: 3, at: ago(11), type: 'message-sent', by: null, detail: { channel: 'email' } },
      {
        seq: 4,
        at: ago(10),
        type: 'request-assigned',
        by: 'agent:n.garrec',
        detail: { department: 'voirie', agent: 'k.belaid', reason: 'Secteur centre' },
      },
      {
        seq: 5,
        at: ago(6),
        type: 'citizen-message-queued',
        by: 'agent:k.belaid',
        detail: { awaitsReply: 'true' },
      },
      { seq: 6, at: ago(5), type: 'note-added', by: 'agent:p.oudin', detail: {} },
      { seq: 7, at: ago(1), type: 'citizen-message-received', by: null, detail: { attachments: 1 } },
    ],
    deadlines: [
      {
        kind: 'commitment',
        due: calendar(1),
        state: 'running',
        article: 'Engagement de la collectivité',
        why: 'La collectivité s’engage à répondre en 30 jours à ce type de demande.',
      },
      {
        kind: 'silence',
        due: calendar(49),
        state: 'running',
        article: 'CRPA L231-4',
        why: 'Sans réponse de l’administration à cette date, la demande est considérée comme refusée et un recours est possible.',
      },
    ],
    instruction: noInstruction,
    toSign: [],
    may: { assign: true, note: true, message: true, answer: true },
    now: fakeNow,
  };
}
