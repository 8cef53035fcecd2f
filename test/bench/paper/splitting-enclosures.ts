/** Papers that go with a letter, or come alone: the training part only. */
import type { Random } from '../../support/random.ts';
import { type Element, newPart, type Part } from './splitting-source.ts';

export type Sender = {
  name: string;
  isFirm: boolean;
  street: string;
  town: string;
  number: string;
  signer: string;
  letter: string;
};
type Made = (random: Random, sender: Sender, isAlone: boolean) => Part[];

const oneOf = (random: Random, list: string) => random.pick(list.split('|'));
const left = (text: string): Element => ({ kind: 'left', text });
const text = (said: string): Element => ({ kind: 'paragraph', text: said });
const title = (said: string): Element => ({ kind: 'title', text: said });
const gap: Element = { kind: 'gap', count: 1 };
const page: Element = { kind: 'page' };
const euros = (random: Random) =>
  `${Math.floor(random.between(12, 900))},${10 + Math.floor(random.next() * 89)}`;
const day = (random: Random) =>
  `${10 + Math.floor(random.next() * 18)}/0${1 + Math.floor(random.next() * 9)}/2026`;
const things = [
  'Chaudière',
  'Main d’œuvre',
  'Déplacement',
  'Abonnement',
  'Consommation',
  'Livraison',
  'Peinture',
  'Papier',
  'Taxe locale',
  'Location',
  'Pneu',
  'Vitrage',
];
const townHall = ['Mairie de Marsignolles', 'Service comptabilité', '4 place Carnot', '99180 MARSIGNOLLES'];
const given = (name: string) => (name.split(' ').at(-1) ?? name).toUpperCase();
const part = (random: Random, elements: Element[]): Part => {
  const made = newPart({
    font: random.pick(['times', 'helvetica', 'courier', 'source']),
    size: random.pick([9.5, 10, 10.5, 11, 12]),
    margin: random.pick([40, 50, 60, 70]),
  });
  made.elements.push(...elements);
  return made;
};
const rows = (random: Random, count: number): Element[] =>
  Array.from({ length: count }, () => ({
    kind: 'row',
    text: `${random.pick(things)} | ${1 + Math.floor(random.next() * 9)} | ${euros(random)}`,
  }));
const addressed = (random: Random, sender: Sender, isAlone: boolean): Element[] =>
  (isAlone ? townHall : [sender.name.toUpperCase(), sender.street, sender.town.toUpperCase()]).map((one) => ({
    kind: random.pick(['right', 'right', 'left'] as const),
    text: one,
  }));

const bill: Made = (random, sender, isAlone) => {
  const issuer = isAlone
    ? sender.name
    : oneOf(
        random,
        'ENERGIA|Eaux de la Plaine|Garage Bonnard|Chauffage Central SARL|TÉLÉVAL|Assurances Prim',
      );
  const head = [
    random.pick([title('FACTURE'), title(issuer), left(issuer)]),
    left(
      `${issuer} - ${oneOf(random, '99140 Courvoy|99175 Sainte-Ruffine')} - SIRET 900 ${sender.number.slice(0, 3)} 118 00021`,
    ),
  ];
  const number = left(
    `${oneOf(random, 'Facture n° |Devis n° |Quittance n° |Votre facture du |Avis d’échéance n° ')}${sender.number} ${day(random)}`,
  );
  const long = random.next() < 0.25;
  return [
    part(random, [
      ...head,
      gap,
      ...addressed(random, sender, isAlone),
      gap,
      number,
      gap,
      ...rows(random, 3 + Math.floor(random.next() * 9)),
      ...(long ? [page, ...rows(random, 8)] : []),
      left(`Total TTC : ${euros(random)} euros`),
      left('À payer avant le 30 du mois'),
    ]),
  ];
};

const certificate: Made = (random, sender) => [
  part(random, [
    ...(random.next() < 0.5
      ? [
          {
            kind: 'centred',
            text: oneOf(
              random,
              'COLLÈGE DU PARC|Cabinet médical des Carmes|CAISSE D’ALLOCATIONS|Entreprise Vial',
            ),
          } as Element,
          gap,
        ]
      : []),
    title(
      oneOf(
        random,
        'ATTESTATION SUR L’HONNEUR|CERTIFICAT DE SCOLARITÉ|ATTESTATION D’HÉBERGEMENT|CERTIFICAT MÉDICAL|ATTESTATION DE PAIEMENT|CERTIFICAT DE TRAVAIL',
      ),
    ),
    gap,
    text(
      `Je ${oneOf(random, 'soussigné|soussignée')} ${random.next() < 0.5 ? sender.name : 'Docteur Isabelle Charvet'}, certifie que ${sender.name}, demeurant ${sender.street}, ${sender.town}, ${oneOf(random, 'est inscrite dans notre établissement pour l’année en cours|réside bien à cette adresse depuis trois ans|a été examiné ce jour et doit garder le repos|a réglé la totalité des sommes dues')}.`,
    ),
    text(
      oneOf(
        random,
        'Attestation établie pour servir et valoir ce que de droit.|Fait à la demande de l’intéressé.|Je sais que cette attestation peut être produite en justice.',
      ),
    ),
    { kind: random.pick(['flush', 'left'] as const), text: `Fait à Courvoy, le ${day(random)}` },
    left(random.pick(['Signature', 'Le directeur', sender.name])),
  ]),
];

/** A letter that the sender once got or wrote: it has all that letters have. */
const letterInside: Made = (random, sender) => {
  const isOwn = random.next() < 0.08;
  const from = isOwn
    ? [sender.name, sender.street, sender.town]
    : [
        oneOf(
          random,
          'Banque du Levant|ASSURANCES PRIM|Étude de Me Carlier|Département des Coteaux|Hôpital Saint-Roch',
        ),
        'Service clients',
        '99000 COTEAUX',
      ];
  const to = isOwn
    ? townHall
    : [sender.name.toUpperCase(), sender.street.toUpperCase(), sender.town.toUpperCase()];
  return [
    part(random, [
      ...from.map(left),
      gap,
      ...to.map((one): Element => ({ kind: 'right', text: one })),
      gap,
      { kind: random.pick(['flush', 'left'] as const), text: `Coteaux, le ${day(random)}` },
      ...(random.next() < 0.7
        ? [
            left(
              `Objet : ${oneOf(random, 'votre dossier|votre réclamation|relance|refus de prise en charge')} n° ${sender.number}`,
            ),
          ]
        : []),
      gap,
      text(oneOf(random, 'Madame, Monsieur,|Monsieur,|Chère cliente,|Madame,')),
      text(
        oneOf(
          random,
          'Nous avons bien reçu votre demande du mois dernier. Après examen, nous ne pouvons y donner une suite favorable, pour les raisons que notre conseiller vous a exposées.|Nous vous rappelons que votre règlement ne nous est pas parvenu à ce jour. Nous vous invitons à régulariser votre situation sous quinzaine.|Vous nous avez fait part des difficultés que vous rencontrez avec votre logement. Nous avons transmis votre dossier à notre expert.',
        ),
      ),
      text(
        oneOf(
          random,
          'Nous vous prions d’agréer nos salutations distinguées.|Cordialement,|Veuillez agréer, Madame, nos sincères salutations.',
        ),
      ),
      { kind: 'right', text: oneOf(random, 'Le chef de service|La conseillère|Pour le directeur') },
    ]),
  ];
};

const minutes: Made = (random, sender) => [
  part(random, [
    title(
      oneOf(
        random,
        'COMPTE RENDU DE RÉUNION|CONTRAT DE LOCATION|STATUTS|NOTICE EXPLICATIVE|Procès-verbal d’assemblée|RÈGLEMENT INTÉRIEUR|RAPPORT D’EXPERTISE',
      ),
    ),
    { kind: 'bold', text: 'Article 1' },
    text(
      `Entre les parties, ${sender.name} d’une part et le conseil syndical d’autre part, il a été convenu ce qui suit après lecture des comptes de l’exercice.`,
    ),
    { kind: 'bold', text: 'Article 2' },
    text(
      'Les charges sont réparties selon les tantièmes. Le local est destiné à l’usage exclusif d’habitation. Toute modification fait l’objet d’un accord écrit.',
    ),
    ...(random.next() < 0.5
      ? [
          page,
          { kind: 'bold', text: 'Article 3' } as Element,
          text(
            'La durée est fixée à trois années entières et consécutives. Le dépôt de garantie est restitué dans les deux mois du départ, déduction faite des sommes dues.',
          ),
        ]
      : []),
    ...(random.next() < 0.5
      ? [text('Le présent document est établi en deux exemplaires. Signatures :')]
      : []),
  ]),
];

const table: Made = (random, sender) => [
  part(random, [
    {
      kind: 'bold',
      text: oneOf(
        random,
        'Budget prévisionnel|Détail des frais|Relevé d’identité bancaire|Liste des signataires|Bulletin de paie|Avis d’imposition|Estimatif',
      ),
    },
    left(`${oneOf(random, 'Titulaire|Nom|Dossier')} : ${given(sender.name)} ${sender.number}`),
    gap,
    ...rows(random, 6 + Math.floor(random.next() * 8)),
  ]),
];

const form: Made = (random, sender) => {
  const made = part(random, [
    title(
      oneOf(
        random,
        'DEMANDE D’INSCRIPTION|FORMULAIRE DE DEMANDE|DÉCLARATION DE TRAVAUX|BULLETIN D’ADHÉSION|DEMANDE DE LOGEMENT|FICHE DE RENSEIGNEMENTS',
      ),
    ),
    ...(random.next() < 0.5 ? [{ kind: 'flush', text: 'cerfa n° 14069*03' } as Element] : []),
    ...['Nom', 'Prénom', 'Adresse', 'Code postal', 'Téléphone', 'Date de naissance'].map((one, index) =>
      left(
        `${one} : ${[given(sender.name), sender.name.split(' ')[0], sender.street, sender.town, `06 99 ${sender.number}`, day(random)][index]}`,
      ),
    ),
    gap,
    left('[x] oui   [ ] non'),
    text('Je certifie exacts les renseignements portés ci-dessus et m’engage à signaler tout changement.'),
    ...(random.next() < 0.55
      ? [
          page,
          { kind: 'bold', text: 'Cadre 2. Pièces à fournir' } as Element,
          ...rows(random, 4),
          left(`Date : ${day(random)}`),
          left('Signature du demandeur'),
        ]
      : []),
  ]);
  if (random.next() < 0.5) made.foot.push(oneOf(random, 'Page {n}/{N}|{n}/{N}|page {n} sur {N}'));
  return [made];
};

const picture: Made = (random) => [
  part(random, [
    ...(random.next() < 0.3 ? [left('Copie')] : []),
    { kind: 'photo', count: 150 + Math.floor(random.next() * 300) },
  ]),
];

export function enclosureOf(random: Random, sender: Sender, place: 'alone' | 'enclosed'): Part[] {
  const kinds =
    place === 'alone'
      ? [bill, bill, form, form, form, certificate, minutes]
      : [
          bill,
          bill,
          certificate,
          certificate,
          letterInside,
          letterInside,
          minutes,
          table,
          form,
          picture,
          picture,
        ];
  return random.pick(kinds)(random, sender, place === 'alone');
}
