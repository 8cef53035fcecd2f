/** What the help and the declaration of accessibility say, fetched when they are read. */
export const help = {
  intro:
    'Tout se fait à la souris, au doigt ou au clavier. Les raccourcis sont là pour ceux qui traitent beaucoup de demandes.',
  toggle: 'Utiliser les raccourcis d’une seule lettre',
  toggleHint:
    'Désactivez-les si vous dictez votre texte ou utilisez une commande vocale. Le choix est gardé sur cet appareil.',
  key: 'Touche',
  action: 'Action',
  sections: {
    everywhere: 'Partout',
    board: 'Tâches',
    qualification: 'Qualification',
    desk: 'Accueil',
    doubts: 'Doutes d’un lot numérisé',
    viewer: 'Document',
  } as Record<string, string>,
  actions: {
    help: 'Afficher ces raccourcis',
    search: 'Rechercher une personne ou une demande',
    down: 'Ligne suivante',
    up: 'Ligne précédente',
    open: 'Ouvrir la ligne',
    refresh: 'Actualiser la liste',
    accept: 'Accepter et suivant',
    acceptAnywhere: 'Accepter et suivant, même pendant la saisie',
    joinFirst: 'Rattacher à la première demande suggérée',
    second: 'Ouvrir aussi une demande pour le second sujet',
    skip: 'Passer au suivant',
    browsePeople: 'Parcourir les personnes trouvées, Entrée pour choisir',
    record: 'Enregistrer le contact et passer au suivant',
    cut: 'Couper : un nouveau courrier commence',
    join: 'Joindre les deux pages',
    turnPage: 'Pivoter la page de droite',
    nextDoubt: 'Doute suivant, puis Classer',
    undo: 'Annuler la dernière décision',
    nextPlace: 'D’une page à l’autre',
    nextPage: 'Page suivante',
    previousPage: 'Page précédente',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    rotate: 'Tourner',
    escape: 'Fermer une fenêtre',
  } as Record<string, string>,
  keys: {
    Escape: 'Échap',
    Enter: 'Entrée',
    'Ctrl+Enter': 'Ctrl + Entrée',
    ArrowDown: 'Flèche bas',
    ArrowLeft: 'Flèches',
    PageDown: 'Page bas',
    PageUp: 'Page haut',
  } as Record<string, string>,
  wordsTitle: 'Les mots de l’application',
  words: [
    ['Qualifier', 'Dire à quelle direction va un document qui vient d’arriver.'],
    ['Attribuer', 'Confier une demande à une direction, puis à un agent.'],
    ['Message', 'Écrire à l’usager sans décider ; la demande reste ouverte.'],
    ['Réponse', 'Décider la demande. Elle part par courriel, ou par lettre sans courriel.'],
    ['Quarantaine', 'Mettre de côté ce qui n’est pas une demande. Rien n’est effacé.'],
    ['Lot', 'Un paquet de courriers numérisés en une fois.'],
  ] as [string, string][],
};

export const accessibility = {
  intro:
    'L’espace des agents doit pouvoir être utilisé par tous les agents, avec toutes les aides techniques.',
  states: {
    totalement: 'Espace des agents : totalement conforme au RGAA 4.1.2.',
    partiellement: 'Espace des agents : partiellement conforme au RGAA 4.1.2.',
    non: 'Espace des agents : non conforme au RGAA 4.1.2.',
  } as Record<string, string>,
  declared: (on: string) => `Déclaration établie le ${on}.`,
  measures: 'Ce que nous vérifions à chaque version',
  measureList: [
    'axe-core sur chaque état de chaque page, sans aucune erreur ;',
    'l’usage complet au clavier, l’ordre et la visibilité du focus ;',
    'l’affichage à 320 pixels de large, le texte agrandi à 200 %, les espacements de texte, les couleurs forcées et la réduction des animations.',
  ],
  limits: 'Ce qui reste à vérifier',
  limitsText:
    'Aucun audit complet par des personnes n’a encore été mené avec des lecteurs d’écran. L’image d’un document numérisé n’est lisible que par son texte reconnu, qui peut contenir des erreurs.',
  contact: 'Signaler une difficulté',
  contactText: 'Écrivez à votre collectivité : une réponse et une solution vous seront proposées.',
  rights: 'Défendre ses droits',
  rightsText:
    'Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits : en ligne, par téléphone au 09 69 39 00 00 ou par courrier gratuit, Libre réponse 71120, 75342 Paris CEDEX 07.',
};
