import type { LetterProblemCode } from '../check-letter.ts';

/** What is wrong with a letter, then what to do. `place`: the words concerned. */
type Sentence = (place: string, instead?: string | null) => string;
export const checkMessages: Record<LetterProblemCode, Sentence> = {
  'author-missing': () =>
    'Le prénom et le nom de l’agent chargé du dossier manquent. Complétez la fiche de l’agent.',
  'author-title-missing': () => 'La qualité de l’agent manque. Complétez sa fonction dans sa fiche.',
  'department-phone-missing': () =>
    'Le téléphone du service manque. Demandez à l’administrateur de le renseigner dans les services de la collectivité.',
  'department-address-missing': () =>
    'L’adresse du service manque. Demandez à l’administrateur de la renseigner dans les services de la collectivité.',
  'signature-missing': () =>
    'Personne ne signe cette décision : il faut le prénom, le nom et la qualité du signataire. Choisissez un modèle qui prévoit un circuit de signature, ou complétez la fiche du signataire.',
  'unsigned-not-allowed': () =>
    'Cette décision ne peut pas partir sans signature : seule une décision notifiée par téléservice en est dispensée. Choisissez un modèle signé ou scellé.',
  'law-missing': () =>
    'Un refus doit dire son motif en droit. Écrivez après « En droit : » le texte appliqué (article, code, règlement, délibération).',
  'facts-missing': () =>
    'Un refus doit dire son motif en fait. Écrivez après « En fait : » ce qui, dans cette situation, a conduit au refus.',
  'remedies-missing': () =>
    'Un refus doit indiquer les voies et délais de recours, avec le tribunal, son adresse et www.telerecours.fr. Reprenez le bloc des mentions légales.',
  'court-address-missing': (place) =>
    `L’adresse du tribunal manque${place ? ` (${place})` : ''}. Demandez à l’administrateur de compléter le tribunal de la collectivité.`,
  'algorithm-notice-missing': () =>
    'Un algorithme a participé à cette décision : la lettre doit l’annoncer. Reprenez le bloc des mentions légales.',
  'field-left': (place) =>
    `« ${place} » est resté à compléter. Remplacez-le par le texte voulu, ou supprimez-le.`,
  'social-security-number': (place) =>
    `« ${place} » ressemble à un numéro de sécurité sociale. Retirez-le : il n’a pas à figurer dans une lettre.`,
  'recipient-missing': () =>
    'L’adresse postale du destinataire est inconnue : la lettre pourra partir par courriel ou sur le portail, pas par la poste.',
  'name-differs': (place) =>
    `La lettre est adressée à « ${place} », qui n’est pas le nom donné par la personne. Écrivez-lui sous son nom de famille, sauf si elle a demandé son nom d’usage.`,
  'address-does-not-fit': (place) =>
    `L’adresse ne tient pas dans la fenêtre de l’enveloppe : 6 lignes de 38 caractères au plus, la dernière avec code postal et ville (${place}). Corrigez l’adresse de la personne.`,
  'empty-text': () => 'La lettre est vide. Écrivez votre réponse.',
  'documents-missing': () => 'La liste des documents demandés manque. Ajoutez au moins un document.',
  'documents-delay-missing': () =>
    'La date limite d’envoi des documents manque. Écrivez-la en toutes lettres, par exemple « au plus tard le 3 mars 2027 ».',
  'long-sentence': (place) => `Phrase longue : « ${place} » Coupez-la en deux.`,
  'long-words': (place) => `« ${place} » est un mot long. Cherchez plus simple.`,
  jargon: (place, instead) => `« ${place} » : dites plutôt « ${instead ?? ''} ».`,
  passive: (place) => `« ${place} » : dites qui fait l’action.`,
  'hard-to-read': (place) =>
    `Cette lettre est difficile à lire (${place} sur 100 ; visez 60). Raccourcissez les phrases et préférez les mots courants.`,
};
