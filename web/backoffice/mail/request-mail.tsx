import { useQuery } from '@tanstack/react-query';
import type { readRequestMail } from '../../../functions/intake/mail-api.ts';
import { call } from '../../ui/api.ts';
import { mail as t } from '../../ui/messages/backoffice-mail-fr.ts';
import type { RequestFile } from '../data/agent-api.ts';
import { isCode } from '../data/queries.ts';
import { MailFacts } from './mail-facts.tsx';
import { MailLayout } from './mail-layout.tsx';

/** Contacts of a request that may be mails: the one that opened it when it came so, and those that joined it. */
export const mailOf = ({ channel, timeline }: RequestFile, messageId?: string): string | undefined => {
  const contactOf = (type: string) =>
    timeline.filter((one) => one.type === type).map(({ detail }) => String(detail.contactId ?? ''));
  if (messageId) return contactOf('contact-joined').find((id) => id === messageId);
  return channel === 'mail' ? contactOf('request-opened')[0] : undefined;
};

/** What to know of a mail of a request, and how it looked. What came another way has nothing to show. */
export function RequestMail(props: { reference: string; contactId: string | undefined; subject: string }) {
  const { reference, contactId, subject } = props;
  const mail = useQuery({
    queryKey: ['request-mail', reference, contactId],
    queryFn: () =>
      call<typeof readRequestMail>('GET /api/agent/requests/{reference}/mails/{contactId}', {
        params: { reference, contactId: contactId ?? '' },
      }),
    enabled: contactId !== undefined,
    staleTime: 600_000,
    retry: false,
  });
  if (mail.error && !isCode(mail.error, 'not-found')) return <p class="soft">{t.layoutFailed}</p>;
  if (!mail.data) return null;
  return (
    <>
      <MailFacts mail={mail.data} />
      <MailLayout html={mail.data.html} subject={subject} />
    </>
  );
}
