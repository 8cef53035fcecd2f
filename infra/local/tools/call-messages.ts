/** The sentences around the telephone of the tools page. */
export const callMessages = {
  title: 'Téléphoner',
  none: 'Cette collectivité n’a pas de standard dans le nuage : ses agents saisissent les appels à l’accueil.',
  note: 'Envoie ce qu’Amazon Connect enverrait : étapes du serveur vocal, événements, relevé. Un champ vide masque le numéro.',
  number: 'Numéro qui appelle',
  topic: 'Sujet choisi',
  agent: 'Agent qui répond',
  end: 'Ce qui se passe',
  ends: {
    ongoing: 'on lui répond, la conversation dure encore',
    ended: 'on lui répond, puis l’appel se termine',
    abandoned: 'il raccroche dans la file d’attente',
    'hung-up': 'il raccroche dans le menu (ou trouve la mairie fermée)',
  },
  call: 'Appeler',
};
