import { day } from './dates.ts';

type Said = { fr: string; en: string; facile: string };
export type Place = {
  name: string;
  demonstration: boolean;
  domain: string;
  contact: { phone: string; email: string; postalAddress: string };
  court: { name: string; address: string };
  accessibility: {
    state: 'totalement' | 'partiellement' | 'non';
    declaredOn: string;
    contact: string;
    nonConformities: readonly Said[];
    derogations: readonly Said[];
  };
};
export type LegalPage = { title: string; description: string; body: (place: Place) => string };
const invented = ({ demonstration, name }: Place) =>
  demonstration ? `**${name} est une collectivité inventée, créée pour la démonstration.**\n\n` : '';

const listed = (all: readonly Said[], none: string): string =>
  all.length === 0 ? none : all.map(({ fr }) => `- ${fr}`).join('\n');

const accessibility: LegalPage = {
  title: 'Accessibilité',
  description: 'Déclaration de conformité au référentiel général d’amélioration de l’accessibilité (RGAA).',
  body: (
    place,
  ) => `${invented(place)}${place.name} s’engage à rendre ses services en ligne accessibles, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.

Cette déclaration s’applique à ${place.domain}.

## État de conformité

Ce site est **${place.accessibility.state} conforme** au RGAA, version 4.1.2${place.accessibility.state === 'partiellement' ? ', en raison des non-conformités énumérées ci-dessous' : ''}. La déclaration a été établie le ${day(place.accessibility.declaredOn)}.

## Résultats des tests

Chaque page et chacun de ses états (vide, en erreur, en attente, hors connexion) passe à chaque version des contrôles automatiques : règles WCAG 2.2 niveau AA, affichage à 320 pixels de large, texte agrandi à 200 %, espacement du texte modifié, parcours complet au clavier, visibilité du focus, taille des cibles.

Ces contrôles ne remplacent pas un audit humain. L’audit complet par une personne experte et les essais avec des lecteurs d’écran restent à faire : c’est pourquoi nous ne déclarons pas une conformité totale.

## Contenus non accessibles

### Non-conformités

${listed(place.accessibility.nonConformities, 'Aucune non-conformité n’est connue à ce jour.')}

### Dérogations pour charge disproportionnée et contenus non soumis à l’obligation

${listed(place.accessibility.derogations, 'Aucune.')}

## Technologies et environnement de test

HTML, CSS, JavaScript et SVG, avec les composants natifs du navigateur. Les essais automatiques sont faits avec Chromium, sur grand écran et sur mobile, en couleurs forcées et avec les animations réduites.

## Pages vérifiées

Accueil, toutes les démarches, page de départ, étapes, vérification et confirmation d’une démarche, suivi d’une demande, réponses, contact, plan du site, mentions légales, données personnelles, accessibilité, page introuvable, page hors connexion.

## Plan d’action

- Audit RGAA par un organisme extérieur, puis publication de son résultat ici.
- Essais avec NVDA et Firefox, JAWS et Chrome, VoiceOver et Safari, TalkBack et Chrome.
- Relecture des pages faciles à lire par des personnes concernées (démarche FALC).

## Retour et contact

Si un contenu ou un service vous est inaccessible, écrivez à [${place.accessibility.contact}](mailto:${place.accessibility.contact}) ou appelez le ${place.contact.phone}. Nous vous orientons vers une autre manière d’obtenir ce que vous cherchez, et nous corrigeons.

## Voies de recours

Si vous nous avez signalé un défaut d’accessibilité et que notre réponse ne vous satisfait pas, vous pouvez :

- écrire un message au Défenseur des droits sur [son formulaire](https://formulaire.defenseurdesdroits.fr/) ;
- contacter son délégué dans votre département ;
- lui écrire gratuitement, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.`,
};

const terms: LegalPage = {
  title: 'Mentions légales',
  description: 'Éditeur, hébergement, règles d’utilisation du téléservice et voies de recours.',
  body: (place) => `${invented(place)}## Éditeur

${place.name}, ${place.contact.postalAddress}. Téléphone : ${place.contact.phone}. Courriel : [${place.contact.email}](mailto:${place.contact.email}).

La direction de la publication est assurée par la présidence de ${place.name}.

## Hébergement

Amazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L-1855 Luxembourg. Les données sont conservées dans la région de Paris.

## Nature du téléservice

Ce site est le téléservice par lequel chacun peut saisir ${place.name} par voie électronique (article L112-9 du code des relations entre le public et l’administration). Toute demande reçue ici est enregistrée, reçoit un accusé de réception et est traitée sans confirmation sous une autre forme. Son usage est facultatif : les mêmes demandes peuvent être faites par courrier, par téléphone ou à l’accueil.

## Délais et recours

Les délais qui s’appliquent à une demande figurent dans son accusé de réception et dans son suivi. Une décision peut être contestée dans les deux mois de sa notification par un recours gracieux adressé à ${place.name}, ou par un recours devant le ${place.court.name}, ${place.court.address}, également sur [www.telerecours.fr](https://www.telerecours.fr/).

Le [Défenseur des droits](https://www.defenseurdesdroits.fr/) peut être saisi gratuitement de toute difficulté avec un service public.

## Logiciel

Ce site fonctionne avec Parvis, logiciel libre publié sous licence publique de l’Union européenne (EUPL) version 1.2. Les caractères Atkinson Hyperlegible Next, dessinés pour être lisibles par les personnes malvoyantes, sont distribués sous licence SIL Open Font.`,
};

const privacy: LegalPage = {
  title: 'Données personnelles',
  description: 'Ce que nous faisons des informations que vous nous confiez, combien de temps, et vos droits.',
  body: (place) => `${invented(place)}## En bref

- Vos réponses servent à traiter votre demande, et à rien d’autre.
- Seuls les agents chargés de votre demande les lisent, et chaque lecture est inscrite dans un journal.
- Aucun traceur, aucune publicité, aucune mesure d’audience par un tiers : ce site ne dépose aucun cookie tant que vous ne vous connectez pas.

## Qui est responsable

${place.name}, ${place.contact.postalAddress}, responsable du traitement. Le délégué à la protection des données se joint à l’adresse [${place.contact.email}](mailto:${place.contact.email}).

## Pourquoi, et sur quelle base

Recevoir, orienter, instruire vos demandes et y répondre est une mission d’intérêt public (article 6.1.e du règlement général sur la protection des données). Un programme propose le service compétent d’après le texte de votre demande. Il ne prend aucune décision sur ce que vous demandez : ce sont toujours des agents.

## Ce qui reste sur votre appareil

- Vos brouillons, 30 jours au plus, jusqu’à l’envoi. Vous pouvez les effacer à tout moment sur la page de départ de la démarche.
- Le numéro et le code de la demande que vous suivez, jusqu’à la fermeture de l’onglet.
- Les pages déjà lues, pour les afficher sans connexion. Elles ne contiennent aucune donnée personnelle.

Sur un appareil partagé, effacez votre brouillon avant de partir.

## Combien de temps nous les gardons

Le temps de traiter votre demande, puis la durée d’utilité administrative fixée pour chaque matière par les règles des archives publiques. Les fichiers joints à une démarche qui n’est pas envoyée sont effacés après un jour.

## Ce qu’il ne faut pas envoyer

N’indiquez pas votre numéro de sécurité sociale : nous n’en avons pas l’usage.

## Vos droits

Vous pouvez demander l’accès à vos données, leur rectification, la limitation de leur usage, ou vous opposer à celui-ci. Écrivez à [${place.contact.email}](mailto:${place.contact.email}) : nous répondons dans le mois. Si la réponse ne vous convient pas, vous pouvez saisir la [CNIL](https://www.cnil.fr/fr/plaintes).`,
};

export const legal = { accessibility, terms, privacy };
