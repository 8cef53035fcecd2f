import type { TrackedRequest } from '../../functions/requests/public-api.ts';

/** A request under way, seen by its citizen; a test overrides only what matters to it. */
export const trackedRequest = (change: Partial<TrackedRequest> = {}): TrackedRequest => ({
  reference: 'VC-2026-000123-W',
  subject: 'Aide à l’achat d’un vélo électrique',
  state: 'in-progress',
  receivedAt: '2026-11-18T09:12:00.000Z',
  department: {
    code: 'mobilite',
    name: 'Mobilité et stationnement',
    phone: '01 99 00 20 21',
    email: 'mobilite@val-clair.example',
  },
  procedure: { id: 'aide-velo', title: 'Demander l’aide à l’achat d’un vélo électrique' },
  yourTurn: false,
  promisedOn: '2026-12-18',
  deadlines: [
    {
      kind: 'are',
      due: '2026-12-02',
      state: 'met',
      article: 'CRPA R112-11-1',
      why: 'Envoyé le jour de la réception.',
    },
    {
      kind: 'svr',
      due: '2027-01-18',
      state: 'running',
      article: 'CRPA L231-4',
      why: 'Les demandes financières sont rejetées par le silence.',
    },
  ],
  timeline: [
    { code: 'received', status: 'done', at: '2026-11-18T09:12:00.000Z', due: null, actor: null },
    { code: 'acknowledged', status: 'done', at: '2026-11-18T09:12:04.000Z', due: null, actor: null },
    {
      code: 'assigned',
      status: 'done',
      at: '2026-11-18T09:13:00.000Z',
      due: null,
      actor: 'Mobilité et stationnement',
    },
    {
      code: 'in-progress',
      status: 'current',
      at: '2026-11-20T08:30:00.000Z',
      due: null,
      actor: 'Mobilité et stationnement',
    },
    { code: 'answered', status: 'to-come', at: null, due: '2026-12-18', actor: 'Mobilité et stationnement' },
  ],
  messages: [
    {
      id: 'm1',
      from: 'authority',
      kind: 'acknowledgement',
      at: '2026-11-18T09:12:04.000Z',
      author: null,
      subject: 'Accusé de réception de votre demande',
      text: 'Bonjour,\n\nNous avons bien reçu votre demande le 18 novembre 2026.\n\nLe service Mobilité et stationnement s’en occupe.',
      attachments: [],
      delivery: 'sent',
    },
    {
      id: 'm2',
      from: 'authority',
      kind: 'message',
      at: '2026-11-20T08:30:00.000Z',
      author: 'Karim Belaïd, gestionnaire des aides à la mobilité',
      subject: 'Une facture à compléter',
      text: 'Bonjour,\n\nLa facture jointe ne porte pas votre nom. Pouvez-vous nous envoyer la facture définitive du vendeur ?',
      attachments: [{ id: 'd3', name: 'exemple-facture.pdf', contentType: 'application/pdf', size: 84_000 }],
      delivery: 'sent',
    },
  ],
  documents: [
    { id: 'd1', name: 'facture-velo.pdf', contentType: 'application/pdf', size: 312_000 },
    { id: 'd2', name: 'justificatif-de-domicile.jpg', contentType: 'image/jpeg', size: 1_820_000 },
  ],
  mayWrite: true,
  now: '2026-11-22T10:00:00.000Z',
  ...change,
});
