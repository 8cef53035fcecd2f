import type { InstructionView } from '../../functions/instruction/view-api.ts';
import { mayDo } from '../../functions/instruction/view-api.ts';

type Document = NonNullable<InstructionView['awaited']>['documents'][number];
const document = (code: string, label: string, change: Partial<Document> = {}): Document => ({
  ...{ code, label, hint: null, requiredBy: null, accepts: [], validMonths: null },
  ...{ isProvided: false, documentIds: [] },
  ...change,
});
const step = (id: string, kind: string, title: string, state: 'done' | 'current' | 'to-come') => ({
  ...{ id, kind, title, state, outcome: null, since: null, due: null, by: [], points: [], outcomes: [] },
  mayComplete: false,
});
const plan = document('plan', 'Plan de situation', {
  requiredBy: 'Code de l’urbanisme R431-35',
  accepts: [{ code: 'cadastre', label: 'Extrait cadastral' }],
});

/** A request in the middle of a long procedure: everything an agent may meet at once, more than any real one holds. */
export const busyInstruction: InstructionView = {
  workflow: [
    {
      ...step('verifier', 'check', 'Dossier complet', 'current'),
      since: '2026-11-18T09:00:00.000Z',
      due: '2026-11-27',
      by: ['voirie'],
      points: [
        { code: 'identite', label: 'Identité du demandeur', isChecked: true },
        { code: 'plan', label: 'Plan lisible', isChecked: false },
      ],
      mayComplete: true,
    },
    { ...step('avis', 'opinion', 'Avis des services', 'to-come'), by: ['espaces-verts'] },
    step('decider', 'decision', 'Décision', 'to-come'),
    step('lettre', 'letter', 'Lettre', 'to-come'),
    { ...step('visa', 'visa', 'Visa du chef de service', 'to-come'), by: ['role:head'] },
    { ...step('signer', 'signature', 'Signature', 'to-come'), by: ['role:signatory'] },
  ],
  current: 'verifier',
  awaited: {
    askId: 'ask-1',
    on: '2026-11-10',
    until: '2026-12-10',
    clock: 'suspended',
    isOverdue: false,
    text: 'Le plan joint est illisible.',
    documents: [
      { ...plan },
      document('domicile', 'Justificatif de domicile', { isProvided: true, validMonths: 3 }),
    ],
  },
  received: [
    {
      ...{ askId: 'ask-1', code: 'domicile', label: 'Justificatif de domicile', on: '2026-11-20' },
      ...{ isVerified: false, documentIds: ['scan-1-scan'] },
    },
  ],
  unsorted: [{ contactId: 'scan-2', documentIds: ['scan-2-scan'] }],
  documents: [plan, document('attestation', 'Attestation d’assurance')].map((one) => ({
    ...one,
    concerns: true,
  })),
  documentsDelay: 30,
  opinions: [
    {
      opinionId: 'opinion-1',
      department: 'espaces-verts',
      question: 'L’arbre d’alignement gêne-t-il le passage ?',
      askedAt: '2026-11-12T09:00:00.000Z',
      due: '2026-11-30',
      result: null,
      text: null,
      author: null,
      mayGive: true,
    },
    {
      opinionId: 'opinion-2',
      department: 'eau-assainissement',
      question: 'Un réseau passe-t-il sous la chaussée ?',
      askedAt: '2026-11-12T09:00:00.000Z',
      due: null,
      result: 'reserved',
      text: 'Oui, à un mètre : prévenir avant tout terrassement.',
      author: 'Paul Oudin',
      mayGive: false,
    },
  ],
  suspended: { reason: 'on-site-visit', since: '2026-11-17T09:00:00.000Z', until: '2026-12-01' },
  group: { lead: null, members: ['VC-2026-000131-R'] },
  letter: {
    ...{ letterId: 'letter-1', outcome: 'granted', state: 'returned', step: 1, steps: 2 },
    submittedBy: 'agent:k.belaid',
  },
  implicit: null,
  transferredTo: null,
  firstReceivedOn: '2026-10-30',
  escalated: { to: 'm.delmas', deadline: 'silence', due: '2027-01-10' },
  may: [...mayDo],
};

export const instructionChoices = {
  departments: [],
  bodies: [
    {
      code: 'prefecture',
      name: 'Préfecture (exemple)',
      postalAddress: '1 place de la République, 99100 Val-Clair',
      email: null,
    },
  ],
  suspensionReasons: [],
  reopeningReasons: [],
};
export const similarRequests = [
  {
    reference: 'VC-2026-000131-R',
    subject: 'Racines sur le trottoir',
    sender: 'Odette Marchandeau',
    state: 'in-progress',
    receivedOn: '2026-11-02',
    lead: null,
    words: ['trottoir'],
  },
];
