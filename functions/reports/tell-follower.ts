import type { Mail } from '../delivery/mail.adapter.ts';
import type { Sent } from '../delivery/send.ts';
import { dayInEnglish, inEnglish, withBelow } from '../letters/in-english.ts';
import { mailHtml } from '../letters/mail-html.ts';
import { dayInWords } from '../letters/messages/fr.ts';
import type { Authority } from '../settings/authority.ts';
import { followSecret, type Sign } from './follow-link.ts';
import { mails as english } from './messages/en.ts';
import { mails } from './messages/fr.ts';
import type { Report } from './report.ts';
import { type Setting, settingIn } from './setting.ts';

export type TellDeps = {
  setting(): Promise<Setting>;
  authority(): Promise<Authority>;
  sign(): Promise<Sign>;
  told: {
    claim(id: string, name: string): Promise<string | null>;
    done(id: string, name: string, owner: string): Promise<void>;
  };
  mail(mail: Mail): Promise<Sent>;
  isSuppressed(address: string): Promise<boolean>;
  dayIn(zone: string, instant: string): string;
  publicUrl: string;
};
export type News =
  | { kind: 'welcome' }
  | { kind: 'taken'; department: string | null }
  | { kind: 'resolved'; answer: string | null };

const labelOf = ({ categories }: Pick<Setting, 'categories'>, { category }: Report): string =>
  categories.find(({ code }) => code === category)?.label ?? category;
const englishOf = (said: Parameters<typeof english.taken>[0], news: News): string =>
  news.kind === 'resolved' ? english.resolved(said, news.answer !== null) : english[news.kind](said);

/** One mail to one follower, once however often it is asked; nothing in it says who made the report. */
export const tellFollower =
  (deps: TellDeps) =>
  async (report: Report, follower: { id: string; email: string }, news: News): Promise<void> => {
    const name = `${follower.id}-${news.kind}`;
    const lease = await deps.told.claim(report.id, name);
    if (!lease) return;
    if (!(await deps.isSuppressed(follower.email))) {
      const [authority, setting, sign] = await Promise.all([deps.authority(), deps.setting(), deps.sign()]);
      const commune = authority.communes.find(({ code }) => code === report.commune)?.name ?? '';
      const day = deps.dayIn(authority.timeZone, report.at);
      const said = { category: labelOf(setting, report), commune, on: dayInWords(day) };
      const words =
        news.kind === 'welcome'
          ? mails.welcome(said)
          : news.kind === 'taken'
            ? mails.taken(
                said,
                authority.departments.find(({ code }) => code === news.department)?.name ?? null,
              )
            : mails.resolved(said, news.answer);
      const link = `${deps.publicUrl}/signaler/carte#${followSecret(report.reference, follower.id, sign)}`;
      const footer = [
        mails.leaveFooter(link),
        mails.footer(authority.contact.phone),
        ...(authority.demonstration ? [mails.demonstration] : []),
      ];
      const text = [mails.greeting, words.text].join('\n\n');
      const category = labelOf(settingIn(setting, 'en'), report);
      const below = inEnglish(deps.publicUrl, link, (url) =>
        englishOf({ category, commune, on: dayInEnglish(day), url }, news),
      );
      await deps.mail({
        ...{
          to: follower.email,
          subject: words.subject,
          text: [withBelow(text, below), '-- ', authority.name, ...footer].join('\n'),
        },
        html: mailHtml({
          ...{ title: words.subject, text, trackingUrl: link, track: mails.leave, footer, below },
          ...{ authority: authority.name, colours: authority.colours },
        }),
        from: { name: authority.name, address: authority.mail.from },
        replyTo: authority.contact.email,
        ...{
          reference: report.id,
          messageId: name,
          automatic: 'generated',
          headers: [],
          availableOn: undefined,
        },
        attachments: [],
      });
    }
    await deps.told.done(report.id, name, lease);
  };
