/** Words the import adds to official articles. */
export const ficheWords = {
  whereToGo: 'Où s’adresser',
  service: 'Service en ligne',
  cerfa: (number: string) => `formulaire cerfa n° ${number}`,
  more: 'Pour en savoir plus',
  definitions: 'Mots et sigles',
  references: 'Textes de référence',
  rest: (url: string) => `[La suite de cette fiche sur service-public.fr](${url})`,
  sourceName: 'service-public.fr',
  licence: 'Licence Ouverte 2.0',
};
