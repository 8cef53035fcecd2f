import { orOneOf, type Sentence } from './shape-fr.ts';

type Words = Parameters<Sentence>[0];
const say =
  (message: (words: Words) => string, remedy: (words: Words) => string): Sentence =>
  (words) => ({ message: message(words), remedy: remedy(words) });
const kinds: Record<string, string> = {
  appointment: 'Le rendez-vous',
  payment: 'Le paiement',
  'external-call': 'L’appel à un logiciel extérieur',
};
const roles: Record<string, string> = {
  instructor: 'instructeur',
  head: 'responsable de service',
  signatory: 'signataire',
  quality: 'qualité',
  administrator: 'administrateur',
};

/** What is wrong with what a procedure means: names that do not exist, orders that cannot work, what the law forbids. */
export const senseSentences: Record<string, Sentence> = {
  repeated: say(
    ({ name }) => `« ${name} » figure deux fois.`,
    () => 'Donnez à chacun un nom qui lui est propre : les réponses sont gardées par nom.',
  ),
  reserved: say(
    ({ name }) => `Le nom « ${name} » est réservé à la décision.`,
    () => 'Choisissez un autre nom technique pour cette question.',
  ),
  'unknown-question': say(({ name }) => `Aucune question ne s’appelle « ${name} ».`, orOneOf),
  'unknown-department': say(({ name }) => `Le service « ${name} » n’existe pas.`, orOneOf),
  'unknown-commune': say(({ name }) => `La commune « ${name} » n’est pas dans la collectivité.`, orOneOf),
  'unknown-letter': say(({ name }) => `Le modèle de courrier « ${name} » n’existe pas.`, orOneOf),
  'unknown-document': say(
    ({ name }) => `La pièce « ${name} » n’est pas dans la liste des pièces à fournir.`,
    ({ near, all }) => (near || all ? orOneOf({ near, all }) : 'Ajoutez-la à « documents ».'),
  ),
  'unknown-fee': say(
    ({ name }) => `Le tarif « ${name} » n’existe pas.`,
    ({ near, all }) => (near || all ? orOneOf({ near, all }) : 'Ajoutez-le à « fees ».'),
  ),
  'fee-owed-later': say(
    ({ name }) => `Le tarif « ${name} » n’est pas dû à l’ouverture : l’étape n’attendrait jamais rien.`,
    () => 'Retirez « due » de ce tarif, ou l’étape de paiement.',
  ),
  'unknown-agent': say(({ name }) => `Aucun agent n’a l’identifiant « ${name} ».`, orOneOf),
  'inside-a-block': say(
    ({ name, block }) =>
      `« ${name} » est dans le bloc répété « ${block} » : il a autant de réponses que de lignes.`,
    ({ block }) => `Regardez le bloc lui-même, par exemple {"field": "${block}", "countAbove": 0}.`,
  ),
  'outcome-too-early': say(
    () => 'La décision n’est pas encore prise à cet endroit.',
    () => 'Placez cette étape après une étape « decision », ou regardez une question du formulaire.',
  ),
  'never-answered': say(
    ({ name }) => `« ${name} » est un texte d’information : il n’a jamais de réponse.`,
    () => 'Regardez une question à laquelle l’usager répond.',
  ),
  'asks-itself': say(
    () => 'La question ne s’affiche que selon sa propre réponse : elle ne s’affichera jamais.',
    () => 'Regardez une question posée avant elle.',
  ),
  circular: say(
    ({ name }) =>
      `Cette question attend « ${name} », qui l’attend elle-même : aucune des deux ne s’affichera.`,
    () => 'Retirez l’une des deux conditions.',
  ),
  'asked-later': say(
    ({ name }) => `« ${name} » n’est demandé que plus loin dans le formulaire.`,
    ({ name }) => `Déplacez « ${name} » avant, ou regardez une question déjà posée.`,
  ),
  'wrong-operator': say(
    ({ name, operator, type }) =>
      `La comparaison « ${operator} » n’a pas de sens pour « ${name} » (${type}).`,
    ({ all }) => `Comparaisons possibles : ${all}.`,
  ),
  'wrong-value': say(
    ({ name, value, type }) => `« ${value} » ne peut pas être une réponse à « ${name} » (${type}).`,
    ({ wanted }) =>
      wanted === 'boolean'
        ? 'Écrivez true ou false, sans guillemets.'
        : wanted === 'number'
          ? 'Écrivez un nombre, sans guillemets (un montant est en centimes).'
          : 'Écrivez un texte entre guillemets.',
  ),
  'not-an-option': say(
    ({ name, value }) => `« ${value} » n’est pas une réponse possible à « ${name} ».`,
    ({ all }) => `Choisissez parmi : ${all}.`,
  ),
  'too-deep': say(
    () => 'Cette condition est trop imbriquée pour être relue.',
    ({ max }) => `Ne dépassez pas ${max} niveaux : simplifiez, ou posez une question de plus.`,
  ),
  'never-shown': say(
    () => 'Aucune réponse ne fait apparaître cette question.',
    () => 'Corrigez sa condition ou celle de son étape, qui se contredisent, ou supprimez-la.',
  ),
  'step-never-shown': say(
    () => 'Aucune réponse ne fait apparaître cette étape.',
    () => 'Corrigez sa condition ou celles de ses questions, qui se contredisent, ou supprimez-la.',
  ),
  'nobody-eligible': say(
    () => 'Ces conditions refusent tout le monde, quelles que soient les réponses.',
    () => 'Corrigez-les : au moins une situation doit pouvoir aboutir.',
  ),
  bounds: say(
    ({ min, max }) => `Le minimum (${min}) dépasse le maximum (${max}).`,
    () => 'Inversez-les ou corrigez l’un des deux.',
  ),
  'past-and-future': say(
    () => 'Une date ne peut pas être à la fois passée et à venir.',
    () => 'Gardez « past » ou « future ».',
  ),
  'commune-not-asked': say(
    () => 'Le service dépend de la commune, mais le formulaire ne demande pas la commune.',
    () => 'Ajoutez une question de type « commune ».',
  ),
  'wrong-kind': say(
    ({ name, type }) => `La question « ${name} » est de type ${type} : elle ne peut pas servir ici.`,
    ({ all }) => `Désignez une question de type : ${all}.`,
  ),
  'no-such-day': say(
    ({ value }) => `Le jour « ${value} » n’existe pas.`,
    () => 'Écrivez une date entière, « 2026-09-01 », ou un jour de chaque année, « 09-01 ».',
  ),
  'mixed-period': say(
    () => 'Une date entière et un jour de chaque année ne font pas une période.',
    () => 'Écrivez les deux bornes avec l’année, ou les deux sans.',
  ),
  'ends-before': say(
    ({ from, to }) => `La période finit (${to}) avant de commencer (${from}).`,
    () => 'Inversez les deux dates.',
  ),
  'too-heavy': say(
    () => 'La démarche est trop lourde pour être enregistrée.',
    () => 'Raccourcissez les textes ou les listes de choix.',
  ),
  'part-to-come': say(
    ({ kind }) => `${kinds[String(kind)] ?? kind} n’est pas encore disponible.`,
    () => 'Gardez la démarche en brouillon, ou retirez cet élément pour la publier.',
  ),
  'visa-without-letter': say(
    () => 'Ce visa vient avant tout courrier : il n’y a rien à viser.',
    () => 'Placez une étape « letter » avant lui.',
  ),
  'signature-without-letter': say(
    () => 'Cette signature vient avant tout courrier : il n’y a rien à signer.',
    () => 'Placez une étape « letter » avant elle.',
  ),
  'already-signed': say(
    () => 'Le courrier est déjà signé à cet endroit.',
    () => 'Placez les visas avant la signature, ou ajoutez un nouveau courrier.',
  ),
  'letter-before-decision': say(
    () => 'Ce courrier annonce un accord ou un refus, mais rien n’est encore décidé.',
    () => 'Placez une étape « decision » avant lui.',
  ),
  'nobody-with-role': say(
    ({ role }) => `Personne n’a le rôle ${roles[String(role)] ?? role} : la demande resterait bloquée.`,
    () => 'Donnez ce rôle à un agent, ou choisissez un autre rôle.',
  ),
  'id-differs': say(
    ({ name }) => `L’identifiant du document n’est pas « ${name} ».`,
    ({ name }) => `Écrivez « ${name} », ou importez-le comme une autre démarche.`,
  ),
  'nir-asked': say(
    () => 'Le numéro de sécurité sociale ne peut pas être demandé (décret n° 2019-341 du 19 avril 2019).',
    () => 'Supprimez cette question : le nom, le prénom et la date de naissance suffisent.',
  ),
};
