import type { Me } from '../../functions/agents/session-api.ts';

/** The instant the fake API lives in: a Monday morning, in Paris. */
export const fakeNow = '2026-11-23T08:30:00.000Z';

export const departments = [
  { code: 'etat-civil', name: 'État civil' },
  { code: 'elections', name: 'Élections' },
  { code: 'titres-identite', name: "Titres d'identité" },
  { code: 'urbanisme', name: 'Urbanisme et droit des sols' },
  { code: 'voirie', name: 'Voirie et éclairage public' },
  { code: 'proprete-dechets', name: 'Propreté et déchets' },
  { code: 'espaces-verts', name: 'Espaces verts' },
  { code: 'eau-assainissement', name: 'Eau et assainissement' },
  { code: 'education', name: 'Éducation et périscolaire' },
  { code: 'petite-enfance', name: 'Petite enfance' },
  { code: 'action-sociale', name: 'Action sociale' },
  { code: 'logement', name: 'Logement' },
  { code: 'mobilite', name: 'Mobilité et stationnement' },
  { code: 'culture-sport', name: 'Culture, sport et vie associative' },
  { code: 'tranquillite-publique', name: 'Tranquillité publique' },
  { code: 'finances', name: 'Finances et régies' },
  { code: 'ressources-humaines', name: 'Ressources humaines' },
  { code: 'cabinet', name: 'Cabinet du président' },
  { code: 'indesirable', name: 'Indésirable' },
];

export const procedures = [
  { id: 'acte-naissance', title: 'Copie ou extrait d’acte de naissance', theme: 'papiers' },
  { id: 'demande-generale', title: 'Écrire à la communauté', theme: 'autre' },
  { id: 'inscription-scolaire', title: 'Inscription scolaire', theme: 'famille' },
  { id: 'occupation-domaine', title: 'Occupation du domaine public', theme: 'rue-environnement' },
  {
    id: 'signalement-voirie',
    title: 'Signaler un désordre sur la voie publique',
    theme: 'rue-environnement',
  },
  { id: 'aide-velo', title: 'Aide à l’achat d’un vélo', theme: 'argent-aides' },
].map((card) => ({ ...card, summary: `${card.title}, en ligne.`, keywords: [], minutes: 5 }));

const me = (login: string, name: string, title: string, roles: Me['roles'], codes: string[]): Me => {
  const [givenName = '', familyName = ''] = name.split(' ');
  return { login, givenName, familyName, title, roles, departments: codes };
};

/** One invented agent per way of working; `everything` sees every page. */
export const agents: Record<string, Me> = {
  everything: me(
    'n.garrec',
    'Nolwenn Garrec',
    'Responsable de la qualité de service',
    ['qualification', 'instructor', 'scanning', 'head'],
    ['voirie', 'etat-civil'],
  ),
  instructor: me('k.belaid', 'Karim Belaïd', 'Gestionnaire voirie', ['instructor'], ['voirie']),
  qualification: me('s.ferrand', 'Solène Ferrand', 'Agente de qualification', ['qualification'], []),
  administrator: me('a.denis', 'Anaïs Denis', 'Administratrice', ['administrator'], []),
  quality: me('y.simon', 'Yann Simon', 'Chargé de qualité', ['quality'], []),
  scanning: me('t.morel', 'Théo Morel', 'Opérateur de numérisation', ['scanning'], []),
};

export const colleagues: Record<string, { login: string; name: string; title: string }[]> = {
  voirie: [
    { login: 'k.belaid', name: 'Karim Belaïd', title: 'Gestionnaire voirie' },
    { login: 'n.garrec', name: 'Nolwenn Garrec', title: 'Responsable de la qualité de service' },
    { login: 'p.oudin', name: 'Pascale Oudin', title: 'Technicienne éclairage public' },
  ],
  'etat-civil': [
    { login: 'm.traore', name: 'Mariam Traoré', title: 'Officier d’état civil déléguée' },
    { login: 'j.lecointre', name: 'Jules Lecointre', title: 'Gestionnaire de l’état civil' },
  ],
};
