/** The ten pages most people meet: `data` waits for the API before it says what it is for. */
export type KeyPage = {
  name: string;
  path: string;
  kind: 'prerendered' | 'data';
  /** What has to be there for the page to be of use. */
  shown: string;
};

export const keyPages = (reference: string): KeyPage[] => [
  { name: 'Accueil', path: '/', kind: 'prerendered', shown: 'main h1' },
  { name: 'Démarches', path: '/demarches', kind: 'prerendered', shown: 'main h1' },
  {
    name: 'Début d’une démarche',
    path: '/demarches/inscription-scolaire',
    kind: 'prerendered',
    shown: 'main h1',
  },
  { name: 'Article d’aide', path: '/aide/cantine-tarifs', kind: 'prerendered', shown: 'main h1' },
  { name: 'Suivi', path: '/suivi', kind: 'prerendered', shown: 'main form' },
  { name: 'Mon espace', path: '/mon-espace', kind: 'data', shown: 'main h2' },
  { name: 'Mes demandes', path: '/mon-espace/demandes', kind: 'data', shown: `main a[href*="${reference}"]` },
  { name: 'Une demande', path: `/mon-espace/demandes/${reference}`, kind: 'data', shown: 'main h2' },
  { name: 'Rendez-vous', path: '/rendez-vous', kind: 'data', shown: 'main input, main h2' },
  { name: 'Coffre-fort', path: '/mon-espace/coffre', kind: 'data', shown: 'main h2' },
];
