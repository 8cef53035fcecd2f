import { dayInEnglish, inEnglish, withBelow } from '../letters/in-english.ts';
import { mailHtml } from '../letters/mail-html.ts';
import { answerWords } from '../procedures/messages/fr.ts';
import type { Authority } from '../settings/authority.ts';
import type { Cosignature } from './cosign.ts';
import { cosignMails as english } from './messages/cosign-en.ts';
import { cosignMails as mails } from './messages/cosign-fr.ts';

type Office = Pick<Authority, 'name' | 'mail' | 'colours'>;
export type Occasion =
  | { kind: 'ask' | 'remind' | 'waiting' | 'refused' | 'expired' }
  | { kind: 'code'; code: string }
  | { kind: 'lodged'; reference: string };

/** A mail around a form that two people sign. @param secret opens the page of whom it is for */
export function cosignMail(
  of: Cosignature,
  occasion: Occasion,
  secret: string,
  to: string,
  office: Office & { publicUrl: string },
) {
  const url = `${office.publicUrl}/cosigner#${of.id}.${secret}`;
  const [year, month, day] = of.until.split('-').map(Number) as [number, number, number];
  const words = {
    first: of.first.name,
    title: of.title,
    until: answerWords.date(year, month, day),
    authority: office.name,
    url,
  };
  const subject =
    occasion.kind === 'code' ? mails.code.subject(occasion.code) : mails[occasion.kind].subject(of.title);
  const text = textOf(of, occasion, words);
  const below = inEnglish(office.publicUrl, url, (page) =>
    englishOf(of, occasion, { ...words, until: dayInEnglish(of.until), url: page }),
  );
  const isForSecond = ['ask', 'remind', 'code'].includes(occasion.kind);
  const html = mailHtml({
    ...{ title: subject, text, trackingUrl: url, track: isForSecond ? mails.open : mails.follow },
    ...{ below, footer: [mails.foot], authority: office.name, colours: office.colours },
  });
  const from = { name: office.name, address: office.mail.from };
  return { from, to, subject, text: withBelow(text, below), html, about: `cosign-${occasion.kind}` };
}

type Words = Parameters<typeof mails.ask.text>[0];
function textOf(of: Cosignature, occasion: Occasion, words: Words): string {
  switch (occasion.kind) {
    case 'code':
      return mails.code.text(occasion.code, words);
    case 'lodged':
      return mails.lodged.text(occasion.reference, words);
    case 'waiting':
      return mails.waiting.text(of.second.email, words);
    default:
      return mails[occasion.kind].text(words);
  }
}

function englishOf(of: Cosignature, occasion: Occasion, words: Words): string {
  switch (occasion.kind) {
    case 'code':
      return english.code(occasion.code, words);
    case 'lodged':
      return english.lodged(occasion.reference, words);
    case 'waiting':
      return english.waiting(of.second.email, words);
    default:
      return english[occasion.kind](words);
  }
}

type Mail = ReturnType<typeof cosignMail>;
/** Whoever it concerns: the second person for what they have to do, the first for what became of it. */
export const tellWith =
  (deps: { authority(): Promise<Office>; send(mail: Mail): Promise<void>; publicUrl: string }) =>
  async (of: Cosignature, occasion: Occasion, secret: string): Promise<void> => {
    const isForSecond = ['ask', 'remind', 'code'].includes(occasion.kind);
    const to = isForSecond ? of.second.email : of.first.email;
    if (!to) return;
    const office = { ...(await deps.authority()), publicUrl: deps.publicUrl };
    await deps.send(cosignMail(of, occasion, secret, to, office));
  };
