import { childOf, elementsOf, readXml, textOf, type XmlElement } from '../knowledge/fiches/xml.ts';

/** What is asked of PayFiP for one payment (contract "paiement securise", SOAP 1.1). */
export type Order = {
  year: number;
  email: string;
  cents: number;
  client: string;
  label: string;
  payRef: string;
  mode: 'T' | 'X' | 'W';
  notifyUrl: string;
  returnUrl: string;
};
/** What PayFiP says of an operation, as it says it: nothing is believed before it was compared. */
export type Detail = {
  result: 'P' | 'V' | 'A' | 'R' | 'Z';
  payRef: string;
  cents: number;
  client: string;
  year: string;
  /** DDMMYYYY and HHMM, French time. */
  date: string;
  time: string;
  authorisation: string | null;
  mode: string;
};
/** P card, V debit; A cancelled, R card refused, Z debit refused. */
export const isSuccess = ({ result }: Pick<Detail, 'result'>): boolean => result === 'P' || result === 'V';

/** A "no" with its code (P1, P5, M3…), an error of theirs, or nothing at all that could be understood. */
export type Fault = { fault: 'functional'; code: string } | { fault: 'technical' } | { fault: 'silent' };
export type Said<T> = ({ fault?: undefined } & T) | Fault;

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const contract =
  'http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService';
const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
  text.replace(/[\u0000-\u001f]/g, ' ').replace(/[&<>"]/g, (mark) => marks[mark] ?? '');

const envelope = (operation: string, fields: [string, string][]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${soap}" xmlns:pai="${contract}"><soapenv:Header/><soapenv:Body><pai:${operation}><arg0>${fields
    .map(([name, value]) => `<${name}>${safe(value)}</${name}>`)
    .join('')}</arg0></pai:${operation}></soapenv:Body></soapenv:Envelope>`;

/** Letters and digits without accents, spaces between: all that `objet` takes, a hundred at most. */
export const plainLabel = (label: string): string =>
  label
    .replace(/[\u0153\u0152]/g, 'oe')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .slice(0, 100);

export const createRequest = (order: Order): string =>
  envelope('creerPaiementSecurise', [
    ['exer', String(order.year)],
    ['mel', order.email],
    ['montant', String(order.cents)],
    ['numcli', order.client],
    ['objet', plainLabel(order.label)],
    ['refdet', order.payRef],
    ['saisie', order.mode],
    ['urlnotif', order.notifyUrl],
    ['urlredirect', order.returnUrl],
  ]);
export const detailRequest = (idOp: string): string =>
  envelope('recupererDetailPaiementSecurise', [['idOp', idOp]]);

/** Fields come with or without a namespace, in any case, and `return` may not be there: the last part of a name counts. */
const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '').toLowerCase();
const find = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  for (const child of element ? elementsOf(element) : []) {
    if (localName(child) === name) return child;
    const inside = find(child, name);
    if (inside) return inside;
  }
  return undefined;
};
const field = (element: XmlElement, name: string): string => textOf(find(element, name));

const faultOf = (body: XmlElement): Fault | null => {
  const fault = find(body, 'fault');
  if (!fault) return null;
  const technical = ['TechDysfonctionnementErreur', 'TechIndisponibiliteErreur', 'TechProtocolaireErreur'];
  if (technical.some((kind) => find(fault, kind.toLowerCase()))) return { fault: 'technical' };
  const code = field(fault, 'code').toUpperCase();
  return /^[A-Z]\d{1,2}$/.test(code) ? { fault: 'functional', code } : { fault: 'technical' };
};
const bodyOf = (text: string): XmlElement | undefined => {
  const root = readXml(text);
  return root && localName(root) === 'envelope' ? (find(root, 'body') ?? childOf(root, 'Body')) : undefined;
};

/** Number of the operation in the answer to a creation. */
export const readCreated = (text: string): Said<{ idOp: string }> => {
  const body = bodyOf(text);
  if (!body) return { fault: 'silent' };
  const fault = faultOf(body);
  if (fault) return fault;
  const idOp = field(body, 'idop');
  return /^[\w-]{6,64}$/.test(idOp) ? { idOp } : { fault: 'silent' };
};

const results = ['P', 'V', 'A', 'R', 'Z'] as const;
/** What became of an operation. An answer without a result that is known says nothing. */
export const readDetail = (text: string): Said<{ detail: Detail }> => {
  const body = bodyOf(text);
  if (!body) return { fault: 'silent' };
  const fault = faultOf(body);
  if (fault) return fault;
  const result = results.find((one) => one === field(body, 'resultrans').toUpperCase());
  const amount = field(body, 'montant');
  if (!result || !/^\d{1,9}$/.test(amount)) return { fault: 'silent' };
  return {
    detail: {
      ...{ result, cents: Number(amount), payRef: field(body, 'refdet'), client: field(body, 'numcli') },
      ...{ year: field(body, 'exer'), date: field(body, 'dattrans'), time: field(body, 'heurtrans') },
      ...{ authorisation: field(body, 'numauto') || null, mode: field(body, 'saisie') },
    },
  };
};
