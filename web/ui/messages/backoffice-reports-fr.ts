export const reportPlace = {
  title: 'Lieu du signalement',
  followers: (count: number) =>
    count === 0
      ? 'Personne d’autre ne le suit.'
      : `${count} ${count > 1 ? 'personnes le suivent' : 'personne le suit'} : votre réponse leur parviendra aussi, sauf si elle nomme quelqu’un.`,
  noPoint: 'Le lieu est donné en toutes lettres, sans point sur la carte.',
  near: 'Tout près, du même type',
  nearOne: (metres: number, on: string, followers: number) =>
    `à ${metres} m, reçue le ${on}${followers > 0 ? `, suivie par ${followers}` : ''}`,
  merge: 'Regrouper sous cette demande',
  merged: 'Demande regroupée : une seule réponse ira à tous.',
  photos: 'Photos',
  published: 'visible sur la carte publique',
  hidden: 'non publiée',
  publish: 'Publier',
  unpublish: 'Retirer de la carte publique',
  publishHint: 'Avant de publier : aucun visage, aucune plaque, aucun nom ne doit se lire.',
  saved: 'C’est enregistré.',
};
