const count = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;

/** The list of batches: what waits for whom, doubts first, search, sheets to print, a sound on failure. */
export const scanning = {
  waiting: 'Ce qui attend',
  forYou: (files: number) => (files < 2 ? 'fichier avec des doutes' : 'fichiers avec des doutes'),
  reading: (batches: number) => (batches < 2 ? 'lot à la lecture' : 'lots à la lecture'),
  tomorrow: (batches: number) => (batches < 2 ? 'lot repris demain' : 'lots repris demain'),
  inQualification: (letters: number) =>
    letters < 2 ? 'courrier en qualification' : 'courriers en qualification',
  atLeast: (n: number) => `${n} ou plus`,
  doubtsTitle: 'Doutes à lever',
  doubtsText: 'Le reste de ces fichiers est déjà parti : seules ces pages attendent.',
  places: (places: number, pages: number) =>
    `${count(places, 'doute', 'doutes')} sur ${count(pages, 'page', 'pages')}`,
  since: (when: string) => `attend depuis ${when}`,
  decide: 'Décider',
  decideAbout: (file: string, batch: string) => (file === batch ? `(${file})` : `(${file}, lot ${batch})`),
  readSoFar: (done: number, pages: number) => `${done} pages sur ${pages}`,
  progress: (name: string) => `Lecture de ${name}`,
  paused: 'Reprise demain : le nombre de pages lues par jour est atteint.',
  failedBatch: (name: string, reason: string) => `Échec du lot ${name}. ${reason}`,
  failedFile: (name: string) => `Un fichier du lot ${name} est refusé.`,

  search: 'Retrouver un courrier',
  searchText: 'Mots du courrier ou nom du fichier',
  searchHint: 'Le début d’un mot suffit.',
  searchButton: 'Chercher',
  searchClear: 'Effacer la recherche',
  searchDay: 'Lots du',
  everyDay: 'Tous les jours',
  dayEmpty: 'Aucun lot ce jour-là',
  dayEmptyText: 'Choisissez un autre jour, ou revenez à tous les lots.',
  found: (n: number) =>
    n === 0 ? 'Aucun courrier trouvé' : count(n, 'courrier trouvé', 'courriers trouvés'),
  foundNothing:
    'Essayez un autre mot : un nom, une rue, un numéro de dossier. Les courriers réservés n’apparaissent pas.',
  foundMore: 'Chercher plus loin',
  foundNothingYet: 'Rien dans les courriers les plus récents.',
  pagesFrom: (first: number, pages: number) =>
    pages < 2 ? `page ${first}` : `pages ${first} à ${first + pages - 1}`,
  letterOf: (batch: string, pages: string) => `${batch}, ${pages}`,

  kind: 'Feuille',
  kinds: {
    plain: 'Entre deux courriers',
    department: 'Pour une direction',
    procedure: 'Pour une démarche',
    versos: 'Les versos suivent',
  },
  kindHints: {
    plain: 'Sépare deux courriers. La même feuille resservira.',
    department: 'Classe aussi ce qui la suit dans cette direction.',
    procedure: 'Classe ce qui la suit dans cette démarche.',
    versos:
      'Recto d’abord, cette feuille, puis le paquet retourné : les versos sont remis derrière les rectos.',
  } as Record<string, string>,
  department: 'Direction',
  procedure: 'Démarche',
  choose: 'Choisir',
  chooseOne: 'Choisissez dans la liste.',

  spoken: (reading: number) =>
    reading === 0 ? 'Tous les lots sont lus.' : `${count(reading, 'lot', 'lots')} en cours de lecture.`,

  sound: 'Son en cas d’échec',
  soundHint: 'Deux notes brèves quand un lot ou un fichier est refusé. Le choix reste sur cet appareil.',
};
