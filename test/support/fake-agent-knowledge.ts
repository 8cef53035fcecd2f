/** The knowledge base: what a search finds, the articles and their versions. */
type Asked = { url: URL; scenario: string; body: Record<string, unknown> };
type Route = [method: string, path: RegExp, answer: (asked: Asked, part: string) => object];

const titles = ['Signaler un lampadaire', 'Demander un acte', 'Jours de collecte', 'Se marier'];
const source = { name: 'service-public.fr', verifiedOn: '2026-10-02' };
const found = titles.map((title, at) => ({
  ...{ kind: ['article', 'procedure', 'letter', 'article'][at], id: `fiche-${at}`, title },
  passage: 'Ce qu’il faut savoir avant de répondre.',
  department: at ? 'etat-civil' : 'voirie',
  source: at === 3 ? source : null,
}));
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `fiche-${at}`, title: `${titles[at % 4]} ${at > 3 ? at : ''}`.trim(), department: 'voirie' },
    ...{ summary: 'Ce qu’il faut savoir avant de répondre.', updatedOn: '2026-10-01', version: at + 1 },
    ...{ by: at ? 'agent:k.belaid' : 'import', at: '2026-10-02T08:00:00.000Z', withdrawn: false },
    source: at === 3 ? source.name : null,
  }));
const article = {
  ...{ id: 'fiche-0', title: titles[0], summary: 'Ce qu’il faut savoir avant de répondre.' },
  ...{ keywords: ['éclairage', 'panne'], department: 'voirie', updatedOn: '2026-10-01' },
  body: '## Quand ?\n\nSous **trois jours**.\n\n- appeler\n- écrire',
};
const kept = { article, version: 3, by: 'agent:k.belaid', at: '2026-10-02T08:00:00.000Z', withdrawn: false };

const answers = ['answered', 'refused'].map((outcome, at) => ({
  ...{ reference: `VC-2026-00010${at}-C`, subject: at ? '' : 'Un lampadaire éteint', outcome },
  passage: 'Notre équipe le remplacera, …, dans les trois jours.',
  ...{ department: 'voirie', answeredAt: '2026-10-02T08:00:00.000Z' },
}));

export const knowledgeRoutes: Route[] = [
  [
    'POST',
    /^\/api\/agent\/knowledge\/answers$/,
    ({ body, scenario }) => ({ json: { results: scenario === 'empty' || body.q === 'zzz' ? [] : answers } }),
  ],
  [
    'POST',
    /^\/api\/agent\/knowledge\/search$/,
    ({ body, scenario }) => ({ json: { results: scenario === 'empty' || body.q === 'zzz' ? [] : found } }),
  ],
  [
    'GET',
    /^\/api\/agent\/articles$/,
    ({ scenario, url }) => ({
      json: {
        articles: scenario === 'empty' || url.searchParams.get('withdrawn') === 'yes' ? [] : lines(6),
        next: scenario === 'long' ? 'fiche-5' : null,
      },
    }),
  ],
  [
    'GET',
    /^\/api\/agent\/articles\/[^/]+\/versions$/,
    () => ({ json: { versions: [3, 2, 1].map((version) => ({ version, by: kept.by, at: kept.at })) } }),
  ],
  ['GET', /^\/api\/agent\/articles\/[^/]+$/, () => ({ json: kept })],
  [
    'PUT',
    /^\/api\/agent\/articles\/[^/]+$/,
    ({ scenario }) =>
      scenario === 'conflict'
        ? { status: 409, json: { code: 'conflict', fields: [] } }
        : { json: { version: 4 } },
  ],
  ['POST', /^\/api\/agent\/articles\/[^/]+\/withdraw$/, () => ({ status: 204 })],
];
