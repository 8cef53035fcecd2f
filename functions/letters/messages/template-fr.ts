const byCode: Record<string, (at: string) => string> = {
  'unknown-field': (at) => `${at} n’est pas un champ connu. Choisissez-le dans la liste des champs.`,
  'unknown-condition': (at) =>
    `${at} : ni champ, ni condition de ce modèle. Choisissez un champ, ou écrivez « answers.nom » pour une réponse du formulaire.`,
  'unclosed-if': (at) => `${at} n’est jamais fermé. Ajoutez {{/if}} à la fin du passage.`,
  'unopened-if': (at) => `${at} ne ferme rien. Ajoutez {{#if …}} au début du passage, ou retirez-le.`,
  'unreadable-mark': (at) => `${at} ne se lit pas. Reprenez-le par le bouton « Insérer ».`,
  'unknown-block': (at) => `Le bloc « ${at} » n’existe pas. Créez-le, ou choisissez-en un dans la liste.`,
  'unknown-department': (at) => `Le service « ${at} » n’existe pas. Retirez-le.`,
  'circuit-of-block': () => 'Un bloc n’est pas une lettre : il n’a pas de circuit. Retirez le circuit.',
  'decides-after-all': () =>
    'Une lettre d’accord ou de refus décide. Retirez cette raison, ou choisissez une sorte de lettre qui informe et le sens « Réponse ».',
  'decision-without-signature': () =>
    'Personne ne signe cette décision. Ajoutez une signature à la fin du circuit, ou videz-le : un signataire du service signera.',
  'reason-missing': () =>
    'Personne ne signe cette lettre. Écrivez pourquoi elle ne décide de rien, ou ajoutez une signature au circuit.',
};
const byPath: Record<string, string> = {
  id: 'L’identifiant est fait de petites lettres sans accent, de chiffres et de tirets, et commence par une lettre.',
  title: 'Donnez un titre de 3 à 120 signes.',
  subject: 'L’objet compte de 3 à 200 signes. Laissez-le vide pour reprendre celui de la demande.',
  body: 'Le texte compte de 20 à 20 000 signes.',
  remedies: 'Les voies de recours comptent de 40 à 1 500 signes. Laissez vide pour les voies ordinaires.',
  conditions: 'Une condition est mal écrite. Reprenez-la, ou retirez-la.',
  decidesNothing: 'La raison compte de 10 à 300 signes.',
  circuit: 'Une étape du circuit est incomplète : choisissez qui approuve.',
};
/** What is wrong in a template, and what to do. */
export const templateMessage = (code: string, path: string, at: string): string =>
  byCode[code]?.(at) ??
  byPath[path.split('.')[0] ?? ''] ??
  'Cette information est incomplète ou mal écrite. Reprenez-la.';
