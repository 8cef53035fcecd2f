/** Words on the picture of a page: loaded with what chooses and finds them. */
export const viewer = {
  passage: 'Passage choisi',
  quoted: (text: string) => `« ${text.length > 160 ? `${text.slice(0, 159)}…` : text} »`,
  tapOn: 'Touchez un autre mot pour aller jusqu’à lui.',
  copy: 'Copier',
  copied: 'Le passage est copié.',
  copyRefused: 'Le navigateur refuse la copie : utilisez Ctrl+C.',
  useFor: (field: string) => `${field} : utiliser le passage choisi`,
  find: 'Mots cherchés',
  hitBefore: 'Résultat précédent',
  hitAfter: 'Résultat suivant',
  hitOf: (at: number, total: number, page: number) => `${at} sur ${total}, page ${page}`,
  noHit: 'Aucun résultat',
};
