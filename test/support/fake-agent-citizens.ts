import type {
  Alike,
  ContactLine,
  Exchange,
  Person,
  RequestLine,
  Whose,
} from '../../web/backoffice/citizens/citizens-api.ts';
import { fakeNow } from './fake-agent-people.ts';
import { privacyRoutes } from './fake-agent-privacy.ts';
import { referenceOf } from './fake-agent-records.ts';

type Asked = { url: URL; scenario: string };
type Line = Person['identity'][number];
const at = '2026-11-02T09:00:00.000Z';
const line = (field: Line['field'], value: string, source: Line['source'] = 'declared'): Line => ({
  ...{ field, value, source, at, by: source === 'checked' ? 'agent:n.garrec' : 'contact:c-1' },
  isSuperseded: false,
});
const card = (personId: string, name: string, phones: string[]): Alike['person'] => ({
  ...{ personId, kind: 'person', name, emails: [], phones },
  ...{ address: '3 rue du Moulin\n99130 Lanterolles', birth: null },
});
const alike: Alike[] = [
  {
    person: card('p-3', 'Odile Marchant', ['+33639980012']),
    confidence: 0.8,
    reasons: ['same-address', 'close-name'],
  },
];

const stranger: Person = {
  ...{ personId: 'p-1', kind: 'person', name: '', sheets: ['p-1'] },
  ...{ identity: [], consents: [], household: [], merges: [], duplicates: [], different: [], tasks: [] },
  ...{ names: {}, may: { correct: true, merge: true }, now: fakeNow },
};
const full: Person = {
  ...stranger,
  name: 'Odile Marchand',
  identity: [
    line('givenName', 'Odile', 'certified'),
    line('familyName', 'Marchand', 'certified'),
    line('birth', '1950-01-02', 'checked'),
    line('address', '3 rue du Moulin\n99130 Lanterolles', 'read'),
    line('email', 'odile.marchand@courriel.example'),
    line('phone', '+33639980011'),
  ],
  consents: [{ code: 'sms', value: true, source: 'declared', at, by: 'agent:n.garrec' }],
  household: [{ personId: 'p-4', name: 'Émile Marchand', relation: 'spouse', by: 'agent:n.garrec', at }],
  tasks: [
    {
      ...{ kind: 'call-back', reference: null, contactId: 'c-9', subject: '' },
      ...{ department: 'voirie', due: '2026-11-22T10:00:00.000Z' },
    },
    {
      ...{ kind: 'instruct', reference: referenceOf(1), contactId: null },
      ...{ subject: 'Nid-de-poule devant le 14', department: 'voirie', due: '2026-12-02' },
    },
  ],
  names: { 'agent:n.garrec': 'Nolwenn Garrec' },
};
const merged: Person = {
  ...full,
  name: 'Odile Marchand-Leroy',
  sheets: ['p-1', 'p-2'],
  identity: [...full.identity, { ...line('familyName', 'Marchant', 'read'), isSuperseded: true }],
  merges: [
    {
      ...{ mergeId: 'm-1', at, by: 'agent:n.garrec', reason: 'Même adresse, vue au guichet' },
      one: { personId: 'p-1', name: 'Odile Marchand' },
      other: { personId: 'p-2', name: 'Odile Marchant' },
    },
  ],
  different: [{ personId: 'p-5', name: 'Odile Marchal', by: 'agent:n.garrec', at, reason: 'voisines' }],
};
const twin: Person = {
  ...full,
  name: 'Odile Marchant',
  duplicates: alike.map((each) => ({ ...each, at })),
};
/** What the page of each invented person shows. */
const people: Record<string, Person> = {
  'p-1': full,
  'p-2': merged,
  'p-3': twin,
  'p-5': full,
  'p-0': stranger,
};

const link = { by: 'auto', confidence: 0.97, reasons: ['same-email' as const], sheet: 'p-1' };
const request = (number: number, state: string, mayOpen: boolean): RequestLine => ({
  ...{ reference: referenceOf(number), state },
  subject: mayOpen ? 'Nid-de-poule devant le 14, rue des Tanneurs' : '',
  ...{ channel: 'mail', department: mayOpen ? 'voirie' : 'action-sociale', agent: 'n.garrec' },
  ...{ receivedOn: '2026-11-12', due: null, unread: mayOpen ? 1 : 0, mayOpen, link },
});
const contact = (index: number, channel: string, outcome: string | null): ContactLine => ({
  ...{ contactId: `c-${index}`, at, channel, state: 'opened', subject: outcome ? '' : 'Nid-de-poule' },
  ...{ sender: 'Odile Marchand', reference: outcome ? null : referenceOf(1), outcome },
  ...{ agent: 'agent:n.garrec', seconds: outcome ? 190 : null, documents: outcome ? 0 : 2 },
  ...{ mayOpen: true, link },
});
const exchange: Exchange = {
  ...{ reference: referenceOf(1), subject: 'Nid-de-poule' },
  messages: [
    {
      ...{ id: 'm', at, from: 'authority', kind: 'message', author: 'Nolwenn Garrec' },
      ...{ subject: 'Votre demande', delivery: 'sent' },
    },
  ],
  documents: [{ id: 'd', name: 'photo de la rue.jpg', contentType: 'image/jpeg', size: 240_000 }],
};
const names = full.names;

const page = <T>({ url, scenario }: Asked, all: T[]) => {
  const from = Number(url.searchParams.get('after') ?? 0);
  const some = scenario === 'empty' ? [] : all;
  return { items: some.slice(from, from + 3), next: from + 3 < some.length ? String(from + 3) : null };
};
const read = ({ scenario }: Asked, id: string) => {
  const found = { ...(people[id] ?? full), personId: people[id] ? id : 'p-1' };
  if (id === 'p-404') return { status: 404, json: { code: 'not-found', status: 404, title: '', fields: [] } };
  return { json: scenario === 'empty' ? { ...stranger, personId: id, sheets: [id] } : found };
};
const whose: Whose = {
  person: { ...card('p-1', 'Odile Marchand', ['+33639980011']) },
  link: { by: 'auto', at, confidence: 0.97, reasons: ['same-email', 'same-name'] },
  ...{ alike: [], names, may: { relink: true, see: true } },
};
const doubtful: Whose = { ...whose, person: null, link: null, alike };

export const citizenRoutes = [
  ...privacyRoutes,
  ['GET', /^\/api\/agent\/citizens\/([^/]+)$/, read],
  [
    'GET',
    /^\/api\/agent\/citizens\/[^/]+\/requests$/,
    (asked: Asked) => {
      const all = [1, 2, 3, 4, 5].map((each) =>
        request(each, each > 3 ? 'closed' : 'in-progress', each !== 2),
      );
      const { items: requests, next } = page(asked, all);
      return { json: { requests, names, next } };
    },
  ],
  [
    'GET',
    /^\/api\/agent\/citizens\/[^/]+\/contacts$/,
    (asked: Asked) => {
      const all = [
        contact(1, 'mail', null),
        contact(2, 'phone', 'answered'),
        contact(3, 'counter', 'informed'),
        contact(4, 'scan', null),
      ];
      const { items: contacts, next } = page(asked, all);
      return { json: { contacts, names, next } };
    },
  ],
  [
    'GET',
    /^\/api\/agent\/citizens\/[^/]+\/exchanges$/,
    (asked: Asked) => {
      const { items: exchanges, next } = page(asked, [exchange]);
      return { json: { exchanges, next } };
    },
  ],
  [
    'GET',
    /^\/api\/agent\/citizens\/[^/]+\/readings$/,
    (asked: Asked) => {
      const reading = { at, by: 'agent:n.garrec', reason: 'instruction', reference: referenceOf(1) };
      const { items: readings, next } = page(asked, [reading]);
      return { json: { readings, names, next } };
    },
  ],
  ['POST', /^\/api\/agent\/citizens\/alike$/, () => ({ json: { alike } })],
  [
    'POST',
    /^\/api\/agent\/citizens$/,
    () => ({ status: 201, json: { person: card('p-7', 'Odile Marchand', []), alike: [] } }),
  ],
  ['PATCH', /^\/api\/agent\/citizens\/([^/]+)$/, () => ({ json: { person: card('p-1', 'Odile', []) } })],
  ['POST', /^\/api\/agent\/citizens\/[^/]+\/merge$/, () => ({ json: { personId: 'p-2', mergeId: 'm-1' } })],
  ['POST', /^\/api\/agent\/citizens\/[^/]+\/merges\/[^/]+\/undo$/, () => ({ json: { people: ['p-1'] } })],
  ['POST', /^\/api\/agent\/citizens\/[^/]+\/different$/, () => ({ status: 204 })],
  ['PUT', /^\/api\/agent\/citizens\/[^/]+\/household\/[^/]+$/, () => ({ status: 204 })],
  [
    'GET',
    /^\/api\/agent\/duplicates$/,
    ({ scenario }: Asked) => {
      const one = card('p-1', 'Odile Marchand', ['+33639980011']);
      const duplicates = alike.map(({ person: other, ...rest }) => ({ one, other, ...rest, at }));
      return { json: { duplicates: scenario === 'empty' ? [] : duplicates, next: null } };
    },
  ],
  [
    'GET',
    /^\/api\/agent\/requests\/([^/]+)\/person$/,
    (_asked: Asked, reference: string) => ({ json: reference === referenceOf(200) ? doubtful : whose }),
  ],
  ['PUT', /^\/api\/agent\/requests\/[^/]+\/person$/, () => ({ json: { personId: 'p-1' } })],
] as const;
