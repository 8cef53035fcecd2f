import { foundIn, referenceIn, senderIn } from '../../../functions/qualification/extraction/extract.ts';
import { type CorpusMessage, corpus, hands } from '../../../infra/train.ts';
import { quantile, shareOf } from './measures.ts';
import { type Part, type Row, share, told } from './report.ts';

type Field = 'name' | 'phone' | 'email' | 'address' | 'reference';
type Read = Record<Field, string | null>;
export type Judged = { message: CorpusMessage; hand: string; read: Read; right: Record<Field, boolean> };

const title = /^(?:m\.?|mr|mme|mlle|monsieur|madame|mademoiselle|dr|docteur|me|ma[iî]tre)\s+(?=\S)/;
const plain = (text: string | null) =>
  text === null
    ? null
    : text
        .toLowerCase()
        .replace(/[’`]/g, "'")
        .replace(/[«»"“”]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
/** The same name with or without a civility, or a trade after it; of two who write together, the first is enough. */
const isSameName = (read: string | null, gold: string | null) => {
  const [one, other] = [read, gold].map(
    (name) =>
      plain(name)
        ?.replace(title, '')
        .split(/, (?=\p{Ll})/u)[0],
  );
  if (!one || !other) return (one ?? null) === (other ?? null);
  return one === other || one.split(' et ')[0] === other || other.split(' et ')[0] === one;
};

/** All authorities of the corpus have these letters. */
const prefix = 'VC';

/** Each message of the corpus read, and whether each field is what its author says; what is not there must be null. */
export const readCorpus = (through: (text: string) => string = (text) => text): Judged[] =>
  hands.flatMap((hand) =>
    corpus([hand]).map((message) => {
      const text = through(message.text);
      const reference = referenceIn(`${message.subject ?? ''}\n${text}`, prefix);
      const read = { ...senderIn(text, {}, message.channel), reference };
      const { sender } = message;
      const right = {
        name: isSameName(read.name, sender.name),
        phone: read.phone === sender.phone,
        email: plain(read.email) === plain(sender.email),
        address: plain(read.address) === plain(sender.address),
        reference: read.reference === message.reference,
      };
      return { message, hand, read, right };
    }),
  );

/** Broken as a page of 80 letters a line breaks it. */
const broken = (text: string) =>
  text
    .split('\n')
    .map((line) => (line.length > 80 ? line.replace(/(.{1,80})(?:\s+|$)/g, '$1\n').trimEnd() : line))
    .join('\n');

const wanted = { name: 0.9, phone: 0.97, email: 0.97, reference: 1 } as const;
const fields = Object.keys(wanted) as (keyof typeof wanted)[];
/** Rules were written while reading errors of the even ones; those of the odd ones nobody looked at. */
const isUnseen = ({ message }: Judged) => Number(message.id.replace(/\D/g, '')) % 2 === 1;
const figure = (judged: readonly Judged[], field: Field) =>
  (shareOf(judged, ({ right }) => right[field]) * 100).toFixed(1);

/** What is read of who writes, by hand and field, on texts whose errors were never looked at. */
export const extraction = async (): Promise<Part> => {
  const judged = readCorpus();
  const unseen = judged.filter(isUnseen);
  const seen = judged.filter((one) => !isUnseen(one));
  const rows: Row[] = fields.map((field) =>
    share(
      `${field}, texts never looked at`,
      shareOf(unseen, ({ right }) => right[field]),
      wanted[field],
    ),
  );
  rows.push(
    ...fields.map((field) => told(`${field}, texts whose errors were read`, figure(seen, field))),
    told('address as written, never looked at', figure(unseen, 'address')),
  );
  const invented = unseen.filter(
    ({ message, read }) => message.reference === null && read.reference !== null,
  );
  rows.push({
    name: 'references invented',
    value: String(invented.length),
    wanted: '0',
    ok: invented.length === 0,
  });
  for (const hand of hands) {
    const of = unseen.filter((one) => one.hand === hand);
    const figures = fields.map((field) => `${field} ${figure(of, field)}`);
    rows.push(told(`${hand}, never looked at (${of.length})`, figures.join(' · ')));
  }
  const wrapped = readCorpus(broken).filter(isUnseen);
  rows.push(
    ...fields.map((field) =>
      share(
        `${field}, lines broken at 80 letters`,
        shareOf(wrapped, ({ right }) => right[field]),
        wanted[field] - 0.03,
      ),
    ),
  );
  rows.push(speed());
  return {
    title: 'Extraction: who writes, and the reference',
    rows,
    notes: [
      'A value that is not in the text must be answered by nothing: a false one counts as wrong.',
      'Names are compared without civility and trade; of two who sign together the first is enough.',
      'The rules were written while reading the errors of texts with an even number; the odd ones are judged. Hands differ in how they label (a couple, a firm and its manager, unwanted mail).',
      'Nothing is trained here, so that no hand is in the model of another.',
    ],
  };
};

const speed = (): Row => {
  const page = corpus()
    .slice(0, 12)
    .map(({ text }) => text)
    .join('\n\n')
    .slice(0, 3_500);
  const taken = Array.from({ length: 60 }, () => {
    const before = process.cpuUsage();
    foundIn(page, { today: '2026-03-01' });
    senderIn(page);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const median = quantile(taken, 0.5);
  return {
    name: 'everything on a page of 3,500 letters, CPU, median',
    value: `${median.toFixed(2)} ms`,
    wanted: '≤ 3 ms',
    ok: median <= 3,
  };
};
