import type { Result } from '../../web/backoffice/search/search-api.ts';
import { fakeNow } from './fake-agent-people.ts';
import { referenceOf } from './fake-agent-records.ts';

const person = (id: string, title: string, detail: string): Result => ({
  ...{ kind: 'person', id, title, detail, state: null, department: null },
  ...{ at: '2026-03-02T09:00:00.000Z', score: 1 },
});
const request = (number: number, title: string, detail: string, state: string): Result => ({
  ...{ kind: 'request', id: referenceOf(number), title, detail, state, department: 'voirie' },
  ...{ at: '2026-11-12T09:00:00.000Z', score: 0.95 },
});
const all = [
  person('p-1', 'Odette Marchandeau', '12 rue des Lilas, 99100 Val-Clair · odette@courriel.example'),
  person('p-2', 'Odile Marchand', '3 rue du Moulin, 99130 Lanterolles'),
  request(1, 'Nid-de-poule devant le 14, rue des Tanneurs', 'Odette Marchandeau', 'in-progress'),
  request(2, 'Abonnement de bus', 'Odile Marchand', 'closed'),
];

/** Whatever is typed finds the same, except what nobody bears. */
export const fakeSearch = ({ body }: { body: Record<string, unknown> }) => ({
  json: {
    results: /^(zzz|1111-)/.test(String(body.q))
      ? []
      : /^4827-/.test(String(body.q))
        ? all.slice(2, 3)
        : all.filter(({ kind }) => !body.kind || body.kind === kind),
    now: fakeNow,
  },
});
