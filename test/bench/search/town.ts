import { formatReference } from '../../../functions/requests/reference.ts';
import type { SearchDocument } from '../../../functions/search/document.ts';
import { type Random, randomOf } from '../../support/random.ts';

const families =
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Cousin Germain Breton Besson Langlois Rémy Pelletier Lévêque Perrier Leblanc Barré Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Étienne Grondin Poulain Tessier Chevallier Collin Chauvin Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud Antoine Hoarau Perret Barthélemy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte'.split(
    ' ',
  );
const givens =
  'Marie Jean Pierre Michel André Philippe Nathalie Isabelle Sylvie Catherine Françoise Jacques Alain Bernard Patrick Nicolas Christophe Laurent Stéphane Éric David Julien Thomas Sébastien Céline Sandrine Stéphanie Véronique Christine Valérie Sophie Aurélie Émilie Julie Camille Léa Manon Chloé Emma Lucas Léo Hugo Louis Gabriel Jules Adam Raphaël Inès Jade Louise Alice Lina Mohamed Fatima Mehdi Karim Yasmine Samira Aïcha Noémie Élodie Mélanie Anaïs Pauline Mathilde Clémence Margaux Benoît Antoine Maxime Alexandre Guillaume Quentin Romain Florian Kévin Jérémy Anthony Mickaël Cédric Damien Fabrice Olivier Thierry Didier Serge Gérard Roger Marcel René Yvonne Monique Jacqueline Jeannine Denise Simone Paulette Ginette Odette Colette Josette Huguette Marie-Claire Jean-Pierre Anne-Sophie Jean-Luc Marie-Thérèse'.split(
    ' ',
  );
const starts =
  'Bel Char Dor Fal Gran Kel Lam Mor Nar Pel Quer Rav Sel Tour Val Ver Bru Cas Del Gou Hur Jol Lan Mar Per'.split(
    ' ',
  );
const middles = 'an el in on et ar ier ou al ill er ant em is ob'.split(' ');
const ends = 'ac ard aud eau elle ert et eur ez ier in ois on ot oux un y e ault and'.split(' ');
const ways = ['rue', 'avenue', 'impasse', 'chemin', 'place', 'boulevard'];
const places =
  'des Lilas|Victor Hugo|de la République|Jean Jaurès|du Moulin|des Acacias|de l’Église|Pasteur|des Écoles|du Stade|des Tilleuls|du Général Leclerc|de la Gare|des Vignes|du Château|Émile Zola|des Peupliers|de la Fontaine|du Lavoir|des Glycines|Louise Michel|Marie Curie|des Mimosas|du Pressoir|de Verdun|Molière|des Cerisiers|du Bac|des Hirondelles|Jules Ferry|de la Paix|du Marché|des Platanes|Gambetta|Voltaire|des Rosiers|Saint-Martin|du Four|des Jonquilles|Aristide Briand'.split(
    '|',
  );
const subjects =
  'Renouvellement de passeport|Carte d’identité perdue|Acte de naissance|Acte de mariage|Inscription sur les listes électorales|Permis de construire|Déclaration préalable de travaux|Nid-de-poule|Lampadaire en panne|Bac jaune non vidé|Dépôt sauvage|Place en crèche|Inscription à la cantine|Dérogation scolaire|Demande de logement social|Aide au chauffage|Fuite d’eau|Facture d’eau contestée|Élagage d’un arbre|Tapage nocturne|Stationnement résident|Occupation du domaine public|Subvention d’association|Location de salle|Concession au cimetière|Abonnement de bus|Bruit de chantier|Chien errant|Rendez-vous avec le maire|Plan local d’urbanisme'.split(
    '|',
  );

/** Common names as in France, one person in three; the others bear one of some twenty thousand. */
const familyOf = ({ next, pick }: Random): string =>
  next() < 0.35
    ? (families[Math.floor(next() ** 2 * families.length)] as string)
    : pick(starts) + pick(middles) + (next() < 0.4 ? pick(middles) : '') + pick(ends);
const addressOf = ({ next }: Random): string => {
  const place = Math.floor(next() * places.length);
  return `${1 + Math.floor(next() * 180)} ${ways[place % ways.length]} ${places[place]}\n34000 Val-Clair`;
};
const digits = ({ next }: Random, count: number): string =>
  String(Math.floor(next() * 10 ** count)).padStart(count, '0');
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

export type Town = { people: SearchDocument[]; requests: SearchDocument[] };

/** An invented town: the same for the same seed. Its requests come from its people, who each wrote three on average. */
export function townOf(peopleCount: number, requestCount: number, seed = 7): Town {
  const random = randomOf(seed);
  const { next, pick } = random;
  const start = Date.UTC(2020, 0, 1);
  const instant = () => new Date(start + Math.floor(next() * 6.8 * 365 * 86_400_000)).toISOString();
  const people = Array.from({ length: peopleCount }, (_, at): SearchDocument => {
    const [given, family] = [pick(givens), familyOf(random)];
    const name = `${given} ${family}`;
    const email = `${plain(given)}.${plain(family)}${at}@courriel.example`;
    return {
      ...{ kind: 'person', id: `p-${at}`, names: [name], emails: next() < 0.7 ? [email] : [] },
      phones: next() < 0.8 ? [`+336${pick([1, 2, 4, 5])}${digits(random, 7)}`] : [],
      ...{ addresses: [addressOf(random)], codes: [], subject: null, department: null, at: instant() },
      shown: { title: name, detail: '', state: null },
    };
  });
  const requests = Array.from({ length: requestCount }, (_, at): SearchDocument => {
    const { names, phones, emails, addresses } = pick(people);
    const day = instant();
    const id = formatReference('VC', Number(day.slice(0, 4)), (at % 999_999) + 1);
    const subject = pick(subjects);
    return {
      ...{ kind: 'request', id, names, phones: next() < 0.6 ? phones : [], emails, codes: [id], subject },
      addresses: next() < 0.5 ? addresses : [],
      ...{ department: 'voirie', at: day, shown: { title: subject, detail: names[0] ?? '', state: 'new' } },
    };
  });
  return { people, requests };
}
