import type { Sentence } from './shape-fr.ts';

type Words = Parameters<Sentence>[0];
const say =
  (message: (words: Words) => string, remedy: string | ((words: Words) => string)): Sentence =>
  (words) => ({ message: message(words), remedy: typeof remedy === 'string' ? remedy : remedy(words) });

/** What would be better: law to mind, eyes and ears of everybody, plain language. It does not keep from publishing. */
export const adviceSentences: Record<string, Sentence> = {
  'domicile-asked': say(
    () =>
      'Une déclaration de domicile suffit le plus souvent : aucun justificatif n’est dû (CRPA, article R. 113-8).',
    'Demandez seulement l’adresse, ou citez dans « requiredBy » le texte qui exige la pièce.',
  ),
  'certified-copy': say(
    () => 'Une administration ne peut pas exiger de copie certifiée conforme (CRPA, article R. 113-10).',
    'Demandez une photocopie lisible.',
  ),
  'no-way-to-answer': say(
    () => 'Ni adresse électronique ni adresse postale : la réponse ne pourra pas partir.',
    'Désignez dans « identity » une question de type « email » ou « address ».',
  ),
  'document-not-asked': say(
    ({ name }) =>
      `Aucune question ne demande la pièce « ${name} » : elle l’est à la fin du formulaire, sans être exigée.`,
    'Pour l’exiger dès l’envoi, ajoutez une question de type « files » qui la désigne.',
  ),
  over: say(
    () => 'Toutes les périodes d’ouverture sont passées : la démarche ne s’ouvrira plus.',
    'Ajoutez une période, ou écrivez-les sans année pour qu’elles reviennent.',
  ),
  'decision-without-letter': say(
    () => 'Aucun courrier ne suit cette décision.',
    'Ajoutez une étape « letter » après elle : l’usager doit savoir.',
  ),
  'letter-without-signature': say(
    () => 'Des visas suivent ce courrier, mais personne ne le signe.',
    'Ajoutez une étape « signature » après les visas. Sinon, une décision qui doit être signée passera chez un signataire du service.',
  ),
  'no-decision': say(
    () => 'L’instruction ne comporte ni décision ni courrier.',
    'Ajoutez une étape « decision », puis une étape « letter ».',
  ),
  'own-opinion': say(
    ({ name }) => `Le service « ${name} » donnerait un avis sur sa propre instruction.`,
    'Demandez l’avis d’un autre service, ou remplacez l’avis par une vérification.',
  ),
  'nobody-in-department': say(
    ({ name }) =>
      `Personne n’a ce rôle dans le service « ${name} » : une personne d’un autre service s’en chargera.`,
    'Donnez ce rôle à un agent du service, ou désignez la personne.',
  ),
  'many-questions': say(
    ({ count }) => `${count} questions sur une même page, c’est beaucoup sur un téléphone.`,
    ({ max }) => `Restez à ${max} au plus : faites deux étapes.`,
  ),
  'long-label': say(
    ({ count }) => `La question compte ${count} mots.`,
    ({ max }) => `Restez sous ${max} mots et placez les précisions dans l’aide.`,
  ),
  'long-hint': say(
    () => 'L’aide est longue : elle est lue en entier par les lecteurs d’écran.',
    ({ max }) => `Restez sous ${max} caractères, ou ajoutez un texte d’information.`,
  ),
  colon: say(() => 'Le libellé finit par deux-points.', 'Retirez-les : ils n’apportent rien à l’oreille.'),
  star: say(
    () => 'Le libellé finit par un astérisque.',
    'Retirez-le : ce qui est facultatif est déjà signalé en toutes lettres.',
  ),
  placeholder: say(
    () => 'Le libellé ressemble à une consigne de saisie.',
    'Nommez l’information attendue (« Nom de famille ») et donnez l’exemple dans l’aide.',
  ),
  'same-label': say(
    ({ name }) => `Deux questions de cette page s’appellent « ${name} ».`,
    'Précisez chacune : on doit les distinguer hors de leur place.',
  ),
  capitals: say(
    () => 'Le texte est en capitales, pénibles à lire et parfois épelées à voix haute.',
    'Écrivez-le en minuscules, avec une majuscule au début.',
  ),
  vague: say(
    () => 'Ces mots ne disent rien hors de leur contexte.',
    'Dites ce qu’on trouvera ou ce qu’il faut faire.',
  ),
  jargon: say(
    ({ name }) => `« ${name} » est un mot d’administration.`,
    'Remplacez-le par un mot de tous les jours.',
  ),
};
