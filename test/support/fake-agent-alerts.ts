/** Alerts to subscribers, and the place of a report beside its request. */
type Asked = { scenario: string; body: Record<string, unknown> };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => object];

const now = '2026-11-22T10:00:00.000Z';
const alert = (id: string, state: string, more: object = {}) => ({
  ...{
    id,
    theme: 'travaux',
    communes: ['99101'],
    title: 'Rue des Lilas fermée',
    sms: 'Rue des Lilas fermée.',
  },
  ...{ text: 'Du 1er au 5 décembre.\n\nDéviation par la rue Haute.', isUrgent: false, state, revision: 1 },
  ...{ sendAt: null, sentAt: null, by: 'agent:k.belaid', createdAt: now },
  counts: { sent: 0, kept: 0, spared: 0, failed: 0 },
  ...more,
});
const alerts = [
  alert('draft', 'draft'),
  // In winter a clock of Val-Clair is one hour ahead of UTC.
  alert('scheduled', 'scheduled', { title: 'Coupure d’eau', sendAt: '2026-12-01T06:30:00.000Z' }),
  alert('sent', 'sent', {
    ...{ title: 'Collecte avancée', sentAt: now },
    counts: { sent: 412, kept: 31, spared: 4, failed: 1 },
  }),
];
const found = (id: string) => alerts.find((one) => one.id === id) ?? alert(id, 'draft');

export const reportReference = 'VC-2026-000300-B';
/** The procedure that a request came by: that of reports, whatever its name, has a place beside it. */
export const procedureOf = (reference: string) => ({
  ...{ id: 'desordres-de-rue', title: 'Signaler un désordre sur la voie publique' },
  isReport: reference === reportReference,
});
const point = { latitude: 46.3676, longitude: 2.6325 };
const kept = { state: 'reported', at: '2026-11-20T23:30:00.000Z', followers: 2 };
const report = {
  ...{ ...kept, category: 'Éclairage ou feu en panne', point, mayPublish: true, tiles: null, ground: null },
  photos: [
    { document: 'd1', name: 'lampadaire.jpg', isPublished: false },
    { document: 'd2', name: 'carrefour.jpg', isPublished: true },
  ],
  near: [{ ...kept, reference: 'VC-2026-000301-C', point, metres: 12 }],
};

export const alertRoutes: Route[] = [
  [
    'GET',
    /^\/api\/agent\/alerts$/,
    ({ scenario }) => ({
      json: {
        alerts: scenario === 'empty' ? [] : alerts,
        ...{ next: null, mostAWeek: 2, mayBeUrgent: false, now },
        themes: [{ code: 'travaux', name: 'Travaux et circulation' }],
        communes: [{ code: '99101', name: 'Val-Clair' }],
      },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/alerts\/([^/]+)$/,
    (_asked, id) => ({ json: { alert: found(id), audience: { mail: 412, sms: 38 }, now } }),
  ],
  [
    'POST',
    /^\/api\/agent\/alerts\/([^/]+)\/send$/,
    ({ body }, id) => {
      Object.assign(found(id), { state: 'scheduled', sendAt: body.sendAt });
      return { json: { alert: found(id), now } };
    },
  ],
  [
    'GET',
    /^\/api\/agent\/reports\/([^/]+)$/,
    (_asked, reference) => ({ json: { report: reference === reportReference ? report : null } }),
  ],
];
