import { parseXml, type XmlElement } from '../aws/wire/xml.ts';
import { isPurged, type Operation, type Ordered } from './operation.ts';

const reponse = 'http://securite.service.tpa.cp.finances.gouv.fr/reponse';
const contract =
  'http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService';
const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const envelope = (body: string): string =>
  `<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${body}</S:Body></S:Envelope>`;

/** The operation asked for and its fields. Throws SyntaxError for what is no envelope. */
export function readCall(text: string): { operation: string; fields: Record<string, string> } {
  const body = parseXml(text).children.find(({ name }) => name === 'Body');
  const [called] = body?.children ?? [];
  if (!called) throw new SyntaxError('no operation');
  const leaves = (element: XmlElement): [string, string][] =>
    element.children.length > 0 ? element.children.flatMap(leaves) : [[element.name, element.text.trim()]];
  return { operation: called.name, fields: Object.fromEntries(leaves(called)) };
}

const faultOf = (kind: string, inner: string): string =>
  envelope(
    `<S:Fault xmlns:ns4="http://www.w3.org/2003/05/soap-envelope"><faultcode>S:Server</faultcode><faultstring>fr.gouv.finances.cp.tpa.webservice.exceptions.${kind}</faultstring><detail><ns2:${kind} xmlns:ns2="${contract}">${inner}</ns2:${kind}></detail></S:Fault>`,
  );
/** A "no" with its code, whose fields stand in another namespace than the element they are in. */
export const functionalFault = (code: string, label: string): string =>
  faultOf(
    'FonctionnelleErreur',
    `<ns1:code xmlns:ns1="${reponse}">${code}</ns1:code><ns1:descriptif xmlns:ns1="${reponse}"/><ns1:libelle xmlns:ns1="${reponse}">${safe(label)}</ns1:libelle><ns1:severite xmlns:ns1="${reponse}">2</ns1:severite>`,
  );
export const technicalFault = (kind: string): string =>
  faultOf(
    kind,
    `<ns1:code xmlns:ns1="${reponse}"/><ns1:libelle xmlns:ns1="${reponse}">Erreur technique</ns1:libelle><ns1:severite xmlns:ns1="${reponse}">1</ns1:severite>`,
  );

/** Answers come in four shapes that were all seen: with and without `return`, in another namespace, `idOp` and `idop`. */
const shaped = (operation: string, seed: string, fields: [string, string][]): string => {
  const shape = [...seed].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 4;
  const name = (field: string) => (field === 'idOp' && shape % 2 === 1 ? 'idop' : field);
  const written = fields
    .map(([field, value]) =>
      shape === 1 || shape === 2
        ? `<n:${name(field)} xmlns:n="${reponse}">${safe(value)}</n:${name(field)}>`
        : `<${name(field)}>${safe(value)}</${name(field)}>`,
    )
    .join('');
  const inner = shape === 2 ? written : `<return>${written}</return>`;
  return envelope(`<ns2:${operation}Response xmlns:ns2="${contract}">${inner}</ns2:${operation}Response>`);
};
export const createdAnswer = (idOp: string): string =>
  shaped('creerPaiementSecurise', idOp, [['idOp', idOp]]);

const refusals: [field: keyof Ordered, shape: RegExp, code: string, label: string][] = [
  ['numcli', /^\d{6}$/, 'T1', 'Numéro de client incorrect'],
  ['exer', /^\d{4}$/, 'E1', 'Exercice incorrect'],
  ['refdet', /^[A-Za-z0-9]{6,30}$/, 'R3', 'Référence de la dette incorrecte'],
  ['objet', /^[A-Za-z0-9 ]{1,100}$/, 'O1', 'Objet incorrect'],
  ['mel', /^(?=.{6,80}$)[^\s@]+@[^\s@]+\.[^\s@]+$/, 'A1', 'Adresse électronique incorrecte'],
  ['montant', /^\d{1,7}$/, 'M1', 'Montant incorrect'],
  ['saisie', /^[TXW]$/, 'S1', 'Type de saisie incorrect'],
  ['urlnotif', /^https?:\/\/.{3,240}$/, 'N1', 'Adresse de notification incorrecte'],
  ['urlredirect', /^https?:\/\/.{3,240}$/, 'D1', 'Adresse de retour incorrecte'],
];
/** What is wrong with an order, in the codes of the guide. */
export const wrongOrder = (fields: Record<string, string>): { code: string; label: string } | undefined => {
  const found = refusals.find(([field, shape]) => !shape.test(fields[field] ?? ''));
  if (found) return { code: found[2], label: found[3] };
  const amount = Number(fields.montant);
  if (amount < 100) return { code: 'M3', label: 'Montant inférieur au minimum' };
  return amount > 9_999_999 ? { code: 'M5', label: 'Montant supérieur au maximum' } : undefined;
};

const inParis = (at: number): { date: string; time: string } => {
  const text = new Intl.DateTimeFormat('fr-FR', {
    ...{ timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hour12: false },
  }).format(at);
  const digits = text.replace(/\D/g, '');
  return { date: digits.slice(0, 8), time: digits.slice(8) };
};
/** What is said of an operation now: P1 forgotten or never known, P5 not known yet, else its details. */
export function detailAnswer(operation: Operation | undefined, now: number): string {
  if (!operation || isPurged(operation, now)) return functionalFault('P1', 'IdOp incorrect');
  const { result, knownAt, paidAt, ordered, lies, idOp, authorisation } = operation;
  if (!result || (knownAt ?? 0) > now) return functionalFault('P5', 'Résultat de la transaction non connu');
  const told = { ...ordered, ...lies };
  const { date, time } = inParis(paidAt ?? now);
  return shaped('recupererDetailPaiementSecurise', idOp, [
    ...([
      ['dattrans', date],
      ['exer', told.exer],
      ['heurtrans', time],
      ['idOp', idOp],
    ] as [string, string][]),
    ...([
      ['mel', told.mel],
      ['montant', told.montant],
      ['numauto', authorisation ?? ''],
    ] as [string, string][]),
    ...([
      ['numcli', told.numcli],
      ['objet', told.objet],
      ['refdet', told.refdet],
    ] as [string, string][]),
    ...([
      ['resultrans', result],
      ['saisie', told.saisie],
    ] as [string, string][]),
  ]);
}
