/** Said by a page that is nothing without its script, to whoever has none. */
export const noScript = {
  text: 'Cette page a besoin de JavaScript : votre navigateur ne l’exécute pas, ou ne l’a pas reçu.',
  otherwise: 'La même démarche se fait aussi au guichet, par courrier ou par téléphone :',
  link: 'comment nous joindre',
};
