/** A decision explained to its person, and how it is contested. */
export const decision = {
  refusedTitle: 'Comprendre ce refus',
  contestTitle: 'Contester la réponse',
  why: 'Pourquoi',
  refusedOn: (day: string) => `Le service a refusé votre demande le ${day}.`,
  bySilence: (day: string) =>
    `Vous n’avez pas eu de réponse avant le ${day}. Pour la loi, ce silence vaut refus.`,
  text: 'Le texte appliqué :',
  inLetter: 'Les raisons sont dans la décision, que vous trouvez plus bas dans les échanges.',
  can: 'Ce que vous pouvez faire',
  askReasons: 'Demander les raisons du refus : écrivez au service, il a un mois pour vous répondre.',
  gracious: (authority: string) =>
    `Demander à ${authority} de revoir sa décision (recours gracieux), depuis cette page ou par courrier.`,
  hierarchical: 'Vous adresser au supérieur de la personne qui a décidé (recours hiérarchique).',
  court: (name: string, address: string) =>
    `Saisir le ${name} (${address}), par courrier ou en ligne (recours contentieux) :`,
  mediator: 'Demander gratuitement l’aide de la médiation :',
  defender:
    'Demander l’aide du Défenseur des droits, gratuite. Elle ne prolonge pas le délai pour saisir le tribunal :',
  until: 'Jusqu’à quand',
  before: (day: string) =>
    `Vous avez jusqu’au ${day} inclus. Un recours auprès de nous avant cette date fait repartir le délai de deux mois à notre réponse.`,
  over: (day: string) =>
    `Le délai s’est terminé le ${day}. Vous pouvez encore nous écrire, mais un recours peut être refusé parce qu’il est tardif.`,
  interrupted:
    'Votre recours a interrompu le délai pour saisir le tribunal\u00a0: deux mois repartiront de la réponse à ce recours, ou du refus né du silence.',
  noDelay: 'Aucun délai ne peut vous être opposé à ce jour. Ne tardez pas pour autant.',
  kinds: { gracious: 'Recours gracieux', hierarchical: 'Recours hiérarchique' },
  kindHints: {
    gracious: 'Le service qui a décidé revoit votre dossier.',
    hierarchical: 'Le supérieur de la personne qui a décidé revoit votre dossier.',
  },
  lodged: (kind: string, day: string) => `${kind} envoyé le ${day}.`,
  open: (reference: string) => `Voir la demande ${reference}`,
  contest: 'Contester cette décision',
  effect:
    'Votre recours devient une nouvelle demande, liée à celle-ci. Sans réponse sous deux mois, il est considéré comme refusé : vous aurez alors deux mois pour saisir le tribunal.',
  late: (day: string) =>
    `Le délai s’est terminé le ${day}. Le service peut refuser d’examiner un recours tardif.`,
  which: 'Qui doit revoir la décision ?',
  reasons: 'Pourquoi la contestez-vous ?',
  reasonsHint: 'Dites ce qui n’est pas juste, et ce que vous demandez. Une phrase peut suffire.',
  reasonsMissing: 'Pourquoi la contestez-vous ? Écrivez quelques mots',
  files: 'Documents qui vous donnent raison',
  send: 'Envoyer mon recours',
  sending: 'Envoi en cours…',
  cancel: 'Ne pas contester',
  done: 'Votre recours est envoyé',
  doneText: (reference: string, day: string) =>
    `Il porte le numéro ${reference}. Sans réponse de notre part au ${day}, il sera considéré comme refusé.`,
  code: (code: string) => `Son code de suivi : ${code}. Notez-le.`,
  openAppeal: 'Suivre mon recours',
  back: 'Revenir à la demande',
};
