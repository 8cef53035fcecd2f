import { trackingUrlOf } from '../letters/mail.ts';
import type { Authority } from '../settings/authority.ts';
import { partsOf, toGsm } from '../sms/parts.ts';
import { senderName } from '../sms/sender.ts';
import { answerableDays, isOptedOut, mostADay, mostParts } from '../sms/text.ts';
import type { TextTable } from '../sms/text-table.adapter.ts';
import { awaitsAnswer, pageIn, textsIn } from './aside.ts';
import { reachOf } from './channel.ts';
import { type Named, type Outcome, type Sent, type StoreDeps, sendBy, type Transmission } from './send.ts';

/** From a name, which cannot be answered, or from a number that can. */
export type Text = { to: string; text: string } & ({ sender: string } | { number: string });
export type SmsDeps = StoreDeps & {
  /** @param text.to E.164 */
  send(text: Text): Promise<Sent>;
  texts: Pick<TextTable, 'optOut' | 'count' | 'knows' | 'keepCode' | 'keepSent'>;
  newAnswerCode(): string;
  publicUrl: string;
};

const day = 86_400_000;
/** A code that no other text of this number asks for. */
const newCode = async (
  { texts, newAnswerCode }: SmsDeps,
  to: string,
  { reference, messageId, at }: Named & { at: string },
): Promise<string> => {
  const until = new Date(Date.parse(at) + answerableDays * day).toISOString();
  for (;;) {
    const code = newAnswerCode();
    if (await texts.keepCode(to, { code, reference, messageId, at, until })) return code;
  }
};

/** Why it must not leave by text; null when it may. What an agent sends again is not held to the day's limit. */
const hindrance = async (
  deps: SmsDeps,
  to: string,
  { message, authority, at }: Transmission,
): Promise<string | null> => {
  if (isOptedOut(await deps.texts.optOut(to))) return 'opted-out';
  const isResent = message.history?.some(({ state }) => state === 'resent');
  const sent = await deps.texts.count(to, deps.dayIn(authority.timeZone, at));
  return sent > mostADay && !isResent ? 'daily-limit' : null;
};

const wordsOf = async (deps: SmsDeps, to: string, given: Transmission): Promise<Text> => {
  const { reference, message, authority, availableOn } = given;
  const { language } = given.person;
  const tracking = trackingUrlOf(deps.publicUrl, reference, message.trackingCode);
  const [url, say] = [pageIn(language, tracking, deps.publicUrl), textsIn(language)];
  const { shortName } = authority;
  const named = (text: string): Text => ({ to, text: toGsm(text), sender: senderName(authority) });
  if (availableOn) {
    const [year, month, date] = availableOn.split('-');
    return named(say.waiting(shortName, reference, `${date}/${month}/${year}`, url));
  }
  if (!awaitsAnswer(message)) return named(say.message(shortName, reference, url));
  const number = twoWay(authority);
  if (!number) return named(say.onPage(shortName, reference, url));
  const code = await newCode(deps, to, given);
  return { to, text: toGsm(say.byText(shortName, reference, url, code)), number };
};
const twoWay = ({ sms: texting }: Authority): string | undefined => texting?.twoWayNumber;

/**
 * Sends word of a message by text: a reference and where to read, nothing of what it says. One that awaits an answer leaves
 * from the number that people can write to, with a code to repeat. Who asked for no more texts is reached another way.
 */
export const sendSms = (deps: SmsDeps): ((named: Named) => Promise<Outcome>) =>
  sendBy(deps, {
    channel: 'sms',
    transmit: async (given) => {
      const to = reachOf(given.person).phone ?? '';
      const refused = await hindrance(deps, to, given);
      if (refused) return { refused, spared: true };
      const text = await wordsOf(deps, to, given);
      const { parts } = partsOf(text.text);
      if (parts > mostParts) return { refused: 'too-long', spared: true };
      await deps.texts.knows(to, given.reference, given.at);
      const sent = await deps.send(text);
      if ('refused' in sent) return sent;
      const { reference, messageId, at } = given;
      await deps.texts.keepSent(to, sent.providerId, { reference, messageId, at });
      return { ...sent, parts };
    },
  });
