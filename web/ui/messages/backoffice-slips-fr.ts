/** What came back with a slip: which document it is, and whether it is the right one. */
export const slips = {
  unsortedTitle: 'Un courrier est revenu avec le bordereau : quelle pièce est-ce ?',
  unsortedText: 'Plusieurs pièces sont attendues et rien ne dit laquelle est arrivée.',
  unsortedKeys: 'Une touche par pièce, de 1 à 9.',
  sorted: 'Pièce marquée reçue.',
  receivedTitle: 'Pièces reçues',
  receivedOn: (day: string) => `Reçue le ${day}`,
  toVerify: 'À vérifier',
  verified: 'Vérifiée',
  untick: 'Ce n’est pas la bonne pièce',
  untickOf: (label: string) => `Ce n’est pas la bonne pièce : ${label}`,
  untickText:
    'La pièce est de nouveau attendue, et le délai légal avec elle. L’usager est prévenu, avec un nouveau bordereau par courrier.',
  why: 'Ce qui ne va pas, pour l’usager',
  untickGo: 'Redemander cette pièce',
  unticked: 'La pièce est redemandée.',
};
