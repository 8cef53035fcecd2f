import { day, dayAndTime } from './dates.ts';
import { plural, size } from './numbers.ts';
import type { privacy as French } from './privacy-fr.ts';

const reasons: Record<string, string> = {
  instruction: 'pour répondre à votre demande',
  reception: 'pour vous recevoir',
  call: 'pour vous répondre au téléphone',
  identity: 'pour savoir si c’est bien vous',
  duplicate: 'pour ne pas vous confondre avec une autre personne',
  control: 'pour regarder si le travail est bien fait',
  payment: 'pour un paiement',
};

export const privacy: typeof French = {
  title: 'Ce que vous savez de moi',
  description: 'Ce que nous gardons sur vous. Vous pouvez le prendre. Vous pouvez l’effacer.',
  intro:
    'Nous gardons des informations sur vous. Ici, vous voyez quoi. Vous pouvez les prendre ou les effacer.',
  selfOnly: {
    title: 'Cette page est pour la personne elle-même',
    text: 'Vous agissez pour une autre personne. Vous ne pouvez pas voir cette page.',
  },
  held: {
    title: 'Ce que nous gardons',
    parts: {
      account: { name: 'Votre compte', text: 'votre nom, votre adresse, vos appareils' },
      register: { name: 'Votre fiche', text: 'ce que la mairie sait de vous, et qui l’a regardé' },
      requests: { name: 'Vos demandes', text: 'ce que vous avez écrit, vos documents, nos réponses' },
      contacts: { name: 'Quand vous nous avez parlé', text: 'lettres, mails, téléphone, visites' },
      household: { name: 'Votre famille', text: 'les personnes que vous avez ajoutées' },
      safe: { name: 'Vos documents', text: 'les documents que vous gardez ici' },
      drafts: { name: 'Vos demandes pas finies', text: 'ce que vous n’avez pas encore envoyé' },
      appointments: { name: 'Vos rendez-vous', text: 'vos rendez-vous, et ceux que vous attendez' },
      payments: { name: 'Ce que vous payez', text: 'ce qui est payé, et ce qui reste à payer' },
      reports: { name: 'Les problèmes que vous suivez', text: 'nous vous donnons des nouvelles' },
      subscriptions: { name: 'Vos nouvelles', text: 'ce que vous voulez recevoir' },
      mandates: { name: 'L’aide', text: 'qui agit pour vous, et pour qui vous agissez' },
      reachability: { name: 'Vos adresses et numéros', text: 'ce qui ne marche pas pour vous écrire' },
    },
    line: (count: number, text: string) => `${plural(count, { one: 'chose', other: 'choses' })} : ${text}`,
    nothing: 'Il n’y a rien ici :',
    open: 'Voir',
  },
  readings: {
    title: 'Qui a regardé ?',
    text: 'Une personne de la mairie regarde vos informations ? Nous l’écrivons ici. Vous voyez son travail et son service. Vous ne voyez pas son nom.',
    none: 'Personne n’a regardé.',
    line: (title: string, department: string | null) =>
      [title || 'Une personne de la mairie', department].filter(Boolean).join(', '),
    when: (at: string) => dayAndTime(at),
    why: (reason: string) => reasons[reason] ?? 'pour son travail',
    about: (reference: string) => `Demande ${reference}`,
    more: 'Voir ce qui est plus vieux',
  },
  consents: {
    title: 'Ce que vous voulez recevoir',
    text: 'Vous pouvez changer quand vous voulez. Nous vous écrirons toujours pour vos demandes.',
    labels: {
      portal: 'Je veux lire les réponses dans mon compte',
      email: 'Je veux des nouvelles par mail',
      sms: 'Je veux des nouvelles par SMS',
    },
    since: (at: string) => `depuis le ${day(at)}`,
    saved: 'C’est gardé.',
  },
  takeOut: {
    title: 'Prendre mes informations',
    text: 'Nous mettons tout dans 1 fichier. Nous vous écrivons quand il est prêt. Il reste ici 1 jour.',
    ask: 'Préparer le fichier',
    again: 'Préparer un autre fichier',
    making: 'Nous préparons le fichier. Vous pouvez partir. Nous vous écrirons par mail.',
    failed: 'Cela n’a pas marché. Essayez encore.',
    ready: (until: string, bytes: number) =>
      `Le fichier est prêt (${size(bytes)}). Vous pouvez le prendre jusqu’au ${dayAndTime(until)}.`,
    save: 'Prendre le fichier',
  },
  fresh: {
    title: 'C’est bien vous ?',
    text: 'Vous êtes entré il y a plus de 30 minutes. Entrez encore. Après, recommencez.',
    link: 'Entrer encore',
  },
  erase: {
    title: 'Effacer mes informations',
    text: 'Nous fermons votre compte. Nous effaçons votre famille, vos documents et vos messages. Vous ne pourrez pas revenir en arrière.',
    begin: 'Effacer mon compte',
    stays: 'Ce que nous gardons quand même',
    journal: 'Les dates de vos demandes. Il n’y a pas votre nom. Il n’y a pas ce que vous avez écrit.',
    accounting: (payments: number, until: string) =>
      `${plural(payments, { one: 'paiement', other: 'paiements' })}, sans votre nom, jusqu’au ${day(until)}. C’est la loi.`,
    open: 'Les demandes pas finies',
    openText:
      'Nous gardons ces demandes jusqu’à la réponse. Après, nous les effaçons. Vous voulez les effacer maintenant ? Cochez la demande. Alors nous ne répondrons pas.',
    withdraw: (subject: string, reference: string) => `Arrêter « ${subject || reference} » (${reference})`,
    appeal: (subject: string, reference: string) =>
      `« ${subject || reference} » (${reference}) : vous n’êtes pas d’accord avec la réponse. Nous la gardons jusqu’à la fin. Après, nous l’effaçons.`,
    circulating: (subject: string, reference: string) =>
      `« ${subject || reference} » (${reference}) : la réponse est presque prête. Nous l’effaçons après la réponse.`,
    takeFirst: 'Vous voulez garder vos informations ? Préparez d’abord le fichier. C’est juste au-dessus.',
    sure: 'J’ai compris : tout sera effacé pour toujours.',
    sureMissing: 'Cochez la case pour dire oui.',
    confirm: 'Effacer pour toujours',
    cancel: 'Ne pas effacer',
    done: 'Nous effaçons vos informations',
    doneText: 'Votre compte est fermé. Dans quelques minutes, tout sera effacé.',
    home: 'Revenir à la première page',
  },
};
