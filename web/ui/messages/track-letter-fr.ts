/** Following a request by the code of a letter. */
export const letterCode = {
  title: 'J’ai un courrier avec un code',
  text: 'Chaque lettre porte un code de douze chiffres et une lettre. Avec lui et une preuve que c’est vous, vous suivez la demande et vous envoyez les pièces demandées.',
  open: 'Saisir le code de mon courrier',
  code: 'Code du courrier',
  codeHint: 'Par exemple 4827-1930-5562-A, en haut à droite de la lettre ou sur le bordereau.',
  codeMissing: 'Code du courrier : écrivez-le tel qu’il est imprimé',
  codeWrong: 'Code du courrier : un chiffre ou la lettre finale ne va pas. Relisez-le sur la lettre.',
  proofText:
    'Le code du courrier ne suffit pas : n’importe qui peut avoir vu la lettre. Donnez l’un ou l’autre.',
  birth: 'Votre date de naissance',
  birthHint: 'Par exemple 6 5 1984. Elle ne sert qu’à vérifier que c’est vous.',
  birthWrong: 'Votre date de naissance : écrivez le jour, le mois et l’année',
  tracking: 'Code de suivi, si vous l’avez',
  trackingHint: 'Il figure sur votre accusé de réception.',
  proofMissing: 'Votre date de naissance ou votre code de suivi : donnez l’un des deux',
  submit: 'Ouvrir ma demande',
  refused:
    'Nous ne trouvons pas de demande avec ces informations. Relisez le code et la preuve, ou appelez-nous.',
  tooMany: 'Trop d’essais aujourd’hui. Réessayez demain, appelez-nous ou venez à l’accueil.',
  back: 'J’ai un numéro de demande et un code de suivi',
};
