import type { Span } from './lines.ts';

const line = /^[ \t]{0,8}(?:objet|sujet|concerne)[ \t]{0,3}[:;][ \t]*(\S[^\n]*)$/imu;

/** Where the subject line of a letter says what it is about. */
export const subjectSpan = (text: string): Span | null => {
  const match = line.exec(text);
  const written = match?.[1]?.trim();
  if (!match || !written) return null;
  const start = match.index + match[0].indexOf(written, match[0].search(/[:;]/) + 1);
  return { start, end: start + Math.min(written.length, 150) };
};

/** "Objet : ..." of a letter, else the first sentence that is neither a greeting nor an address. */
export const subjectIn = (text: string): string => {
  const written = subjectSpan(text);
  if (written) return text.slice(written.start, written.end);
  const head = text.slice(0, 6000);
  const greeting = head.search(/^(?:bonjour|madame|monsieur|messieurs|mesdames)\b.*$/imu);
  const body = greeting < 0 ? head : head.slice(greeting).replace(/^.*(?:\r?\n|,)/, '');
  const sentence =
    body
      .replace(/\s+/g, ' ')
      .trim()
      .split(/(?<=[.!?])\s/)[0] ?? '';
  return sentence.length > 120 ? `${sentence.slice(0, 117).replace(/\s+\S*$/, '')}…` : sentence;
};
