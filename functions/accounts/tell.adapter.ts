import type { PageLanguage } from '../procedures/translation.ts';
import type { Authority } from '../settings/authority.ts';
import { faultOf, impatient, lazily, log } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import type { Account } from './account.ts';
import { writeTo } from './account.ts';
import { familyOf } from './device.ts';
import { accountMail } from './mail.ts';
import { readingOf, wordsIn } from './words.ts';

const safe = (name: string): string => `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`;
type Told = Parameters<typeof accountMail>[1];

/** Everything that an account is told by mail; what sends is loaded by the first. */
export const teller = (authority: () => Promise<Authority>, configurationSet: string, publicUrl: string) => {
  const sender = lazily(async () => {
    const [{ SESv2Client }, { accountMailer }] = await Promise.all([
      import('@aws-sdk/client-sesv2'),
      import('./mailer.adapter.ts'),
    ]);
    return accountMailer(new SESv2Client(impatient), configurationSet);
  });
  const send = async (make: (name: string) => Told): Promise<void> => {
    const one = await authority();
    const from = {
      display: safe(one.name),
      address: one.mail.from,
      replyTo: one.mail.inbound[0] ?? one.mail.from,
    };
    const isSent = await (await sender())(accountMail(one, make(one.shortName)), from);
    if (!isSent) log('warn', 'account-mail-refused');
  };
  /** News that may be late or lost without keeping anybody out. */
  const sendIfPossible = async (make: (name: string) => Told): Promise<void> =>
    send(make).catch((error) => log('error', 'account-mail-failed', faultOf(error)));
  const page = (language: PageLanguage, path: string): string =>
    `${publicUrl}${language === 'fr' ? '' : `/${language}`}${path}`;

  return {
    code: (to: string, code: string, why: 'code' | 'email', language: PageLanguage): Promise<void> =>
      send((name) => {
        const { mails } = wordsIn(language);
        return {
          ...{ to, language, subject: mails[why].subject(code), text: mails[why].text(code, name) },
          ...{ url: page(language, '/connexion'), link: mails.signIn },
        };
      }),
    async newDevice(account: Account, userAgent: string | undefined): Promise<void> {
      const to = writeTo(account);
      if (!to) return;
      const { timeZone } = await authority();
      const at = now();
      const language = readingOf(account);
      const { mails, deviceName, when } = wordsIn(language);
      const moment = when(dayIn(timeZone, at), timeIn(timeZone, at));
      const device = deviceName(familyOf(userAgent));
      await sendIfPossible((name) => ({
        ...{ to, language, subject: mails.notice.subject, text: mails.notice.text(device, moment, name) },
        ...{ url: page(language, '/mon-espace/securite'), link: mails.security },
      }));
    },
    emailChanged: (to: string, language: PageLanguage): Promise<void> =>
      sendIfPossible((name) => {
        const { mails } = wordsIn(language);
        return {
          ...{ to, language, subject: mails.emailChanged.subject, text: mails.emailChanged.text(name) },
          ...{ url: page(language, '/contact'), link: mails.contact },
        };
      }),
  };
};
