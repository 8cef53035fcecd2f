import { normalise } from './features.ts';
import type { Scored } from './learn.ts';
import type { OwnWords } from './own-words.ts';
import { stemsOf } from './own-words.ts';

/** A department as far as messages are addressed to it; `onlyCommunes` are those it serves, where not all transferred that power. */
export type Addressee = {
  code: string;
  name: string;
  email: string;
  onlyCommunes?: readonly string[] | undefined;
};
/** What is known of a message beside its words; each part may be missing, and then says nothing. */
export type Beside = {
  /** Addresses of ours it was sent to. */
  recipients?: readonly string[];
  /** Files that came with it, by their names; `text` where it was read and is not the message's own. */
  attachments?: readonly { name: string; text?: string }[];
  /** Departments of the sender's own earlier requests, the latest first. */
  history?: readonly string[];
  /** The commune it is about, by its INSEE code. */
  commune?: { code: string; name: string } | null;
};
/**
 * One thing that speaks for a department beside the words: `odds` is by how much more (as a logarithm) such a thing is met
 * with messages for that department than with others; `what` is the address, the line, the file, the commune,
 * or the department that had it before a habit that one person alone has.
 */
export type Signal = {
  kind: 'addressed' | 'attention' | 'attachment' | 'history' | 'commune' | 'habit';
  department: string;
  odds: number;
  what: string;
};

/**
 * Likelihood ratios, stated and not fitted: no corpus has addresses or files. People who look up an address are right nine times
 * where they are wrong once; whoever writes a department's name on an envelope six times; what somebody asked before is a
 * hint of half as much again. An authority sees on its page of learning whether that holds.
 */
const ratios = {
  addressed: 9,
  attention: 6,
  attachmentWord: 2,
  attachmentText: 3,
  history: 1.5,
  elsewhere: 1 / 8,
};
/** All together never outweigh a message that clearly says something else: a person sees both. */
const most = Math.log(12);
const mostAttached = Math.log(4);
const sureOfFile = 0.6;
const latest = 10;
const shrinking = 1;

const localPart = (address: string): string =>
  (address.toLowerCase().split('@')[0] ?? '').replace(/\+.*$/, '');

const addressedTo = (recipients: readonly string[], departments: readonly Addressee[]): Signal[] => {
  const found = departments.flatMap(({ code, email }) => {
    const what = recipients.find((one) => {
      const plain = one.toLowerCase().replace(/\+[^@]*@/, '@');
      return plain === email.toLowerCase() || localPart(one) === code;
    });
    return what ? [{ department: code, what }] : [];
  });
  // Sent to three departments, it says a third of which of them.
  return found.map((one) => ({ ...one, kind: 'addressed', odds: Math.log(ratios.addressed) / found.length }));
};

const mostHeadLines = 14;
const greeting = /^(?:madame|monsieur|mesdames|messieurs|bonjour|bonsoir|ch[eè]re?s?)\b[^,]{0,60}(?:,|$)/i;
const toward =
  /(?:^|a l attention (?:du |de la |des |de l |de )?|a l att (?:du |de )?|pour le )(?:service|direction|pole|bureau|guichet|regie|secretariat)(?: des| du| de la| de l| de| d)? /;
const small = new Set(['et', 'de', 'des', 'du', 'la', 'le', 'les', 'd', 'l', 'publique', 'public']);
/** The parts of a name that stand for it alone: of "Voirie et éclairage public" both. */
const partsOfName = (name: string): string[] =>
  name
    .split(/,| et |[()]/)
    .map(normalise)
    .filter((part) => part.length >= 3);

/** The lines of a letter above its greeting, where there is one. */
export const headOf = (text: string): string[] => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const end = lines.findIndex((line) => greeting.test(line));
  return lines.slice(0, Math.min(mostHeadLines, Math.max(0, end)));
};

/** The department that the head of a letter names: `a l attention du service urbanisme`. */
const attentionOf = (text: string, departments: readonly Addressee[]): Signal[] => {
  const head = headOf(text);
  const found = departments.flatMap(({ code, name }) => {
    const what = head.find((line) => {
      const plain = normalise(line);
      const [before] = toward.exec(plain) ?? [];
      if (before === undefined) return false;
      const rest = plain.slice(plain.indexOf(before) + before.length);
      return partsOfName(name).some((part) => rest === part || rest.startsWith(`${part} `));
    });
    return what ? [{ department: code, what: what.slice(0, 80) }] : [];
  });
  return found.length === 1
    ? found.map((one) => ({ ...one, kind: 'attention', odds: Math.log(ratios.attention) }))
    : [];
};

/** Numbers of a camera and endings say nothing: `IMG_2041.jpg`. */
const wordsOfName = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_.\-+()]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');

const attachedOf = (
  attachments: NonNullable<Beside['attachments']>,
  own: OwnWords,
  read: (text: string) => Scored | undefined,
): Signal[] => {
  const signals = new Map<string, Signal>();
  const add = (department: string, odds: number, what: string) => {
    const before = signals.get(department);
    const sum = Math.min(mostAttached, (before?.odds ?? 0) + odds);
    signals.set(department, { kind: 'attachment', department, odds: sum, what: before?.what ?? what });
  };
  for (const { name, text = '' } of attachments) {
    const stems = [...stemsOf(wordsOfName(name))].filter((stem) => !small.has(stem));
    const users = Object.entries(own).filter(([, words]) => stems.some((stem) => words.includes(stem)));
    for (const [department] of users) add(department, Math.log(ratios.attachmentWord) / users.length, name);
    // A name of one word names a kind of paper; of several, or with what stands in it, a matter.
    const best = stems.length > 1 || text.trim() !== '' ? read(`${wordsOfName(name)}\n${text}`) : undefined;
    if (best && best.probability >= sureOfFile)
      add(best.label, Math.log(ratios.attachmentText) * best.probability, name);
  }
  return [...signals.values()];
};

const historyOf = (history: readonly string[]): Signal[] => {
  const seen = history.slice(0, latest);
  return [...new Set(seen)].map((department) => {
    const count = seen.filter((one) => one === department).length;
    const odds = Math.log(1 + (ratios.history * count) / (seen.length + shrinking));
    return { kind: 'history', department, odds, what: String(count) };
  });
};

const communeOf = (commune: Beside['commune'], departments: readonly Addressee[]): Signal[] =>
  departments
    .filter(({ onlyCommunes }) => commune && onlyCommunes && !onlyCommunes.includes(commune.code))
    .map(({ code }) => ({
      kind: 'commune',
      department: code,
      odds: Math.log(ratios.elsewhere),
      what: commune?.name ?? '',
    }));

/** Everything beside the words of a message that speaks for a department or against it; `read` scores the text of a file. */
export const signalsOf = (
  message: { text: string; beside?: Beside | undefined },
  departments: readonly Addressee[],
  { own, read }: { own: OwnWords; read(text: string): Scored | undefined },
): Signal[] => {
  const { recipients = [], attachments = [], history = [], commune = null } = message.beside ?? {};
  const codes = new Set(departments.map(({ code }) => code));
  return [
    ...addressedTo(recipients, departments),
    ...attentionOf(message.text, departments),
    ...attachedOf(attachments, own, read),
    ...historyOf(history),
    ...communeOf(commune, departments),
  ].filter(({ department }) => codes.has(department));
};

/** Words of which none is the department's own hardly speak: their odds count half. */
const faintly = 0.5;

/**
 * The departments as the words say, moved by what else is known: Bayes's rule on the odds; without signals, as they came.
 * `isFaint`: the words hold none that is the first department's own.
 */
export const withSignals = (
  scored: readonly Scored[],
  signals: readonly Signal[],
  isFaint = false,
): Scored[] => {
  if (signals.length === 0) return [...scored];
  const weighed = scored.map(({ label, probability }) => {
    const sum = signals.reduce((total, { department, odds }) => total + (department === label ? odds : 0), 0);
    const said = isFaint ? probability ** faintly : probability;
    return { label, odds: said * Math.exp(Math.max(-most, Math.min(most, sum))) };
  });
  const all = weighed.reduce((total, { odds }) => total + odds, 0) || 1;
  return weighed
    .map(({ label, odds }) => ({ label, probability: odds / all }))
    .sort((a, b) => b.probability - a.probability);
};
