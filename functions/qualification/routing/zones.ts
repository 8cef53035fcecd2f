/** A stretch of a message and how much it says of what is asked. */
export type Zone = { text: string; weight: number };

const subjectLine = /^\s*(objet|sujet|re|réf)\s*[:.]/i;
const addressLine =
  /^\d{1,4}( (bis|ter|quater))?,? (rue|avenue|av\.?|boulevard|bd|place|chemin|impasse|all[ée]e|route|square|cours|quai|r[ée]sidence|lotissement|hameau|lieu-dit)\b/i;
const reachedAt = /^(t[ée]l|mail|courriel|port|e-mail)\b/i;
/** A sentence that wants something. */
export const asks =
  /\?|\bje (vous )?(demande|souhait|voudrai|sollicite|r[ée]clame|conteste)|\bpouvez|\bpourri|\bmerci de\b|serait-il|\bcomment\b|à qui|faut-il|est-ce/i;
const weights = { subject: 2, address: 0.1, ask: 1.5, plain: 1 } as const;
const longestHead = 80;
/** A printed line is full, its sentence goes on in the next: only a scan is broken there. */
const fullLength = 41;
const goesOn = /[\p{L}\d,'’)]$/u;
const continues = /^[\p{Ll}\d(«]/u;
const brokenWord = /(\p{Ll})-\n(?=\p{Ll})/gu;

const isFull = (line: string): boolean =>
  goesOn.test(line) &&
  line.length - 1 - Math.max(...['.', '!', '?', ':', ';'].map((end) => line.lastIndexOf(end))) >= fullLength;
/** Puts a line to the one before it when that one goes on. */
const joined = (lines: string[], line: string, i: number, all: string[]): string[] => {
  if (i > 0 && continues.test(line) && isFull(all[i - 1]?.trimEnd() ?? ''))
    lines.push(`${lines.pop()?.trimEnd()} ${line}`);
  else lines.push(line);
  return lines;
};

/**
 * Cuts a message where its weight changes: its own subject line and the sentences that ask count more, the sender's address
 * hardly (a street named after a school is no school), their telephone not at all.
 */
export const zonesOf = (text: string): Zone[] =>
  text
    .replace(brokenWord, '$1')
    .split('\n')
    .reduce(joined, [])
    .map((line) => line.trim())
    .filter((line) => line && !(reachedAt.test(line) && line.length < longestHead))
    .flatMap((line): Zone[] => {
      if (subjectLine.test(line)) return [{ text: line, weight: weights.subject }];
      if (addressLine.test(line) && line.length < longestHead)
        return [{ text: line, weight: weights.address }];
      return line
        .split(/(?<=[.!?])\s+/)
        .map((sentence) => ({ text: sentence, weight: asks.test(sentence) ? weights.ask : weights.plain }));
    });
