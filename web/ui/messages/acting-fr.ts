/** Said while somebody acts for somebody else, on every page. */
export const acting = {
  over: 'Ce mandat est terminé.',
  overText: 'Vous ne pouvez plus rien faire pour cette personne. Revenez à votre espace.',
  deskText: 'Tout ce que vous faites ici est fait à sa demande et porte votre nom d’agent.',
  deskStop: 'Terminer l’aide',
  failed: 'Cela n’a pas fonctionné. Réessayez, ou fermez le navigateur.',
};
