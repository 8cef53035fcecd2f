import { day, dayAndTime } from './dates.ts';
import { plural, size } from './numbers.ts';

const reasons: Record<string, string> = {
  instruction: 'pour traiter votre demande',
  reception: 'pour vous accueillir',
  call: 'pour répondre à votre appel',
  identity: 'pour vérifier votre identité',
  duplicate: 'pour distinguer deux personnes',
  control: 'pour un contrôle',
  payment: 'pour suivre un paiement',
};

/** The page of one's data. */
export const privacy = {
  title: 'Mes données',
  description: 'Ce que nous gardons de vous, qui l’a consulté, et comment l’emporter ou l’effacer.',
  intro: 'Ce que nous gardons de vous, qui l’a consulté, et ce que vous pouvez en faire.',
  selfOnly: {
    title: 'Cette page n’est ouverte qu’à la personne elle-même',
    text: 'Vous agissez pour quelqu’un : vous ne pouvez ni voir, ni emporter, ni effacer l’ensemble de ses données.',
  },
  held: {
    title: 'Ce que nous gardons',
    parts: {
      account: { name: 'Votre espace', text: 'identité, coordonnées, appareils connectés' },
      register: { name: 'Votre fiche', text: 'ce que les services savent de vous, et les consultations' },
      requests: { name: 'Vos demandes', text: 'réponses, messages, documents, décisions' },
      contacts: { name: 'Vos contacts avec nous', text: 'lettres, courriels, appels, visites, formulaires' },
      household: { name: 'Votre foyer', text: 'les personnes que vous avez déclarées' },
      safe: { name: 'Votre coffre-fort', text: 'documents et liens de partage' },
      drafts: { name: 'Vos brouillons', text: 'formulaires commencés' },
      appointments: { name: 'Vos rendez-vous', text: 'rendez-vous et listes d’attente' },
      payments: { name: 'Vos paiements', text: 'ce qui est dû et ce qui est payé' },
      reports: { name: 'Signalements suivis', text: 'ceux dont vous avez demandé des nouvelles' },
      subscriptions: { name: 'Vos abonnements', text: 'ce dont vous voulez être averti' },
      mandates: { name: 'Vos mandats', text: 'qui agit pour vous, et pour qui vous agissez' },
      reachability: {
        name: 'Vos adresses et numéros',
        text: 'courriels revenus, refus de SMS, rappels à faire',
      },
    },
    line: (count: number, text: string) =>
      `${plural(count, { one: 'élément', other: 'éléments' })} : ${text}`,
    nothing: 'Rien sous :',
    open: 'Ouvrir',
  },
  readings: {
    title: 'Qui a consulté vos données',
    text: 'Chaque consultation par un agent est notée. Son nom n’est pas montré : sa fonction et son service le sont.',
    none: 'Aucun agent n’a encore consulté vos données.',
    line: (title: string, department: string | null) =>
      [title || 'Agent', department].filter(Boolean).join(', '),
    when: (at: string) => dayAndTime(at),
    why: (reason: string) => reasons[reason] ?? 'dans le cadre de son travail',
    about: (reference: string) => `Demande ${reference}`,
    more: 'Voir les consultations plus anciennes',
  },
  consents: {
    title: 'Vos accords',
    text: 'Les agents les voient sur votre fiche et les respectent. Vous pouvez changer d’avis à tout moment. Les messages liés à vos demandes continuent de vous parvenir.',
    labels: {
      portal: 'Recevoir les décisions dans mon espace',
      email: 'Recevoir des courriels d’information',
      sms: 'Recevoir des SMS d’information',
    },
    since: (at: string) => `depuis le ${day(at)}`,
    saved: 'C’est enregistré.',
  },
  takeOut: {
    title: 'Emporter vos données',
    text: 'Une archive avec une page à lire, un fichier qu’un autre service peut relire, et vos documents. Nous vous écrivons quand elle est prête ; elle reste ici un jour.',
    ask: 'Préparer mon archive',
    again: 'Préparer une nouvelle archive',
    making: 'Nous préparons votre archive. Vous pouvez quitter cette page : un courriel vous préviendra.',
    failed: 'L’archive n’a pas pu être préparée. Réessayez.',
    ready: (until: string, bytes: number) =>
      `Prête (${size(bytes)}), disponible jusqu’au ${dayAndTime(until)}.`,
    save: 'Télécharger l’archive',
  },
  fresh: {
    title: 'Montrez d’abord que c’est bien vous',
    text: 'Votre connexion date de plus d’une demi-heure. Reconnectez-vous, puis recommencez.',
    link: 'Me reconnecter',
  },
  erase: {
    title: 'Effacer mes données',
    text: 'Votre espace se ferme et tout ce qui est personnel disparaît : foyer, coffre-fort, brouillons, messages, documents, courriers. On ne peut pas revenir en arrière.',
    begin: 'Effacer mon espace et mes données',
    stays: 'Ce qui reste',
    journal:
      'La suite des étapes de vos demandes, sans votre nom ni ce que vous avez écrit : elle prouve que le travail a été fait.',
    accounting: (payments: number, until: string) =>
      `${plural(payments, { one: 'paiement', other: 'paiements' })} dans nos comptes, sans votre nom, jusqu’au ${day(until)} : la loi l’exige.`,
    open: 'Demandes en cours',
    openText:
      'Une demande en cours est gardée jusqu’à sa réponse, puis effacée. Pour l’effacer tout de suite, retirez-la : cochez-la.',
    withdraw: (subject: string, reference: string) => `Retirer « ${subject || reference} » (${reference})`,
    appeal: (subject: string, reference: string) =>
      `« ${subject || reference} » (${reference}) est contestée : elle est gardée jusqu’à la fin de la contestation, puis effacée.`,
    circulating: (subject: string, reference: string) =>
      `« ${subject || reference} » (${reference}) est à la signature : elle est gardée jusqu’à sa réponse, puis effacée.`,
    takeFirst: 'Vous voulez garder une copie ? Préparez d’abord votre archive, juste au-dessus.',
    sure: 'J’ai compris que rien ne pourra être retrouvé.',
    sureMissing: 'Cochez la case pour confirmer.',
    confirm: 'Effacer définitivement',
    cancel: 'Annuler',
    done: 'Vos données sont en cours d’effacement',
    doneText:
      'Votre espace est fermé. L’effacement se termine dans les minutes qui viennent. Cet appareil a aussi oublié vos brouillons.',
    home: 'Revenir à l’accueil',
  },
};
