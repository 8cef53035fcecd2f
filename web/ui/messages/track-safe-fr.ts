/** Documents of the safe offered where one is asked for. */
export const fromSafe = {
  title: 'Déjà dans votre coffre-fort',
  use: 'Utiliser',
  used: (name: string) => `${name} est ajouté.`,
  validUntil: (day: string) => `Valable jusqu’au ${day}`,
  always: 'Sans limite de validité',
};
