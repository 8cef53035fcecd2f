import { Procedure } from '../../functions/procedures/procedure.ts';
import signalement from '../../infra/collectivities/val-clair/procedures/signalement.json' with {
  type: 'json',
};
import type { CurrentCall, Ticket, Tickets } from '../../web/backoffice/reception/reception-api.ts';
import { fakeNow } from './fake-agent-people.ts';
import { referenceOf } from './fake-agent-records.ts';

/** The desk: a hall where people wait, articles, a request opened at once. */
type Asked = { url: URL; scenario: string; body: Record<string, unknown> };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => object];

const ticket = (at: number, part: Partial<Ticket> = {}): Ticket => ({
  ...{ id: `A00${at}`, topic: at % 2 ? 'etat-civil' : 'voirie', isPriority: at === 2 },
  ...{ handedAt: '2026-11-20T08:10:00.000Z', calledAt: null, desk: null, by: null, state: 'waiting' },
  ...part,
});
const tickets = (scenario: string): Tickets => ({
  waiting: scenario === 'empty' ? [] : [2, 3, 4, 5, 6, 7, 8].map((at) => ticket(at)),
  mine: scenario === 'long' ? ticket(1, { state: 'called', desk: '1', by: 'k.belaid' }) : null,
  called: [],
  hours:
    scenario === 'empty' ? [] : [{ hour: '09', handed: 9, called: 2, served: 1, absent: 1, meanWait: 245 }],
  now: fakeNow,
});
const call: CurrentCall = {
  ...{ contactId: 'call-1', number: '+33639980101', state: 'connected', topic: 'voirie', group: 'accueil' },
  ...{ startedAt: fakeNow, connectedAt: fakeNow, endedAt: null, waitSeconds: 42, notices: [] },
  people: ['Odile Marchand', 'Émile Marchand'].map((name, at) => ({
    ...{ personId: `p-${at + 1}`, name, birth: '1984-05-02', address: null, requests: [] },
  })),
};
const cards = ['Signaler un lampadaire', 'Demander un acte'].map((title, at) => ({
  ...{ id: `fiche-${at}`, title, summary: 'Ce qu’il faut savoir avant de répondre.', keywords: [] },
  department: at ? 'etat-civil' : 'voirie',
}));
const article = { ...cards[0], updatedOn: '2026-10-01', body: '## Quand ?\n\nSous trois jours.' };

export const receptionRoutes: Route[] = [
  ['GET', /^\/api\/agent\/tickets$/, ({ scenario }) => ({ json: tickets(scenario) })],
  ['POST', /^\/api\/agent\/tickets$/, () => ({ status: 201, json: { ticket: ticket(9), before: 7 } })],
  ['POST', /^\/api\/agent\/tickets\/next$/, () => ({ json: { ticket: ticket(2) } })],
  ['POST', /^\/api\/agent\/tickets\/[^/]+\/end$/, () => ({ json: { ticket: ticket(1) } })],
  [
    'GET',
    /^\/api\/agent\/calls\/current$/,
    ({ scenario }) => ({ json: { call: scenario === 'long' ? call : null, now: fakeNow } }),
  ],
  [
    'POST',
    /^\/api\/agent\/contacts$/,
    ({ body, scenario }) =>
      scenario === 'conflict'
        ? { status: 409, json: { code: 'conflict', fields: [] } }
        : {
            status: 201,
            json: {
              ...{ contactId: 'contact-9', personId: body.personId, receivedAt: fakeNow },
              request: body.request
                ? { reference: referenceOf(9), trackingCode: '6JP7D-7TCFR', promisedOn: '2026-12-22' }
                : null,
            },
          },
  ],
  [
    'POST',
    /^\/api\/agent\/contacts\/[^/]+\/receipt$/,
    () => ({ type: 'application/pdf', bytes: '%PDF-1.4' }),
  ],
  [
    'POST',
    /^\/api\/agent\/contacts\/[^/]+\/receipt\/mail$/,
    () => ({ status: 202, json: { reference: referenceOf(9), to: 'odile@courriel.example' } }),
  ],
  ['GET', /^\/api\/public\/articles\/([^/]+)$/, () => ({ json: article })],
  ['GET', /^\/api\/public\/procedures\/[^/]+$/, () => ({ json: Procedure().parse(signalement) })],
];
