import { type Check, stackOf } from '../check.ts';

export const domainOf = (address: string): string => address.split('@')[1] ?? '';

export const sender: Check = {
  finds: ['mail-identity'],
  title: 'The domain of the sender is proved to SES',
  async look({ slug, authority, cloud, names }) {
    const domain = domainOf(authority.mail.from);
    const identity = await cloud.mailIdentity(domain);
    const tokens = identity?.DkimAttributes?.Tokens ?? [];
    const isProved = identity?.VerifiedForSendingStatus === true;
    const dmarc = (await names.txt(`_dmarc.${domain}`)).some((text) => text.startsWith('v=DMARC1'));
    return [
      {
        id: 'mail-identity',
        state: isProved ? 'done' : identity ? 'todo' : 'later',
        title: `${this.title}: ${domain}`,
        why: isProved
          ? undefined
          : identity
            ? 'SES does not see its records in the DNS: no answer leaves by mail'
            : 'the App stack makes it; then its three records go into the DNS',
        steps: isProved
          ? undefined
          : tokens.length > 0
            ? tokens.map((token) => `DNS: ${token}._domainkey.${domain} CNAME ${token}.dkim.amazonses.com`)
            : [
                `aws cloudformation describe-stacks --stack-name ${stackOf({ slug }, 'app')} --region ${cloud.region} --query "Stacks[0].Outputs[?contains(OutputKey,'Dkim')].OutputValue"   # add each to the DNS`,
              ],
      },
      {
        id: 'mail-dmarc',
        state: dmarc ? 'done' : 'todo',
        title: `The domain says what to do with forged mails: ${domain}`,
        why: dmarc
          ? undefined
          : 'without DMARC large mailboxes refuse answers, and anybody may write in your name',
        steps: dmarc
          ? undefined
          : [`DNS: _dmarc.${domain} TXT "v=DMARC1; p=quarantine; rua=mailto:${authority.contact.email}"`],
      },
    ];
  },
};

export const receiving: Check = {
  finds: ['mail-rules', 'mail-mx'],
  title: 'Mail to the authority arrives',
  async look({ slug, authority, cloud, names }) {
    const rules = `parvis-${slug}`;
    const active = await cloud.activeReceiptRules();
    const domains = [...new Set(authority.mail.inbound.map(domainOf))];
    const host = `inbound-smtp.${cloud.region}.amazonaws.com`;
    const known = await Promise.all(domains.map(async (domain) => ({ domain, mx: await names.mx(domain) })));
    return [
      {
        id: 'mail-rules',
        state: active === rules ? 'done' : active ? 'wrong' : 'todo',
        title: 'SES follows the rules of this authority',
        why:
          active === rules
            ? undefined
            : active
              ? `the rules "${active}" are active instead: mail to this authority is refused. One account has one active set.`
              : 'no rule set is active: mail from citizens is refused',
        steps:
          active === rules
            ? undefined
            : [
                `aws ses set-active-receipt-rule-set --rule-set-name ${rules} --region ${cloud.region}   # after the App stack`,
              ],
      },
      ...known.map(({ domain, mx }) => ({
        id: 'mail-mx',
        state: mx.includes(host) ? ('done' as const) : ('todo' as const),
        title: `Mail to ${domain} is sent to SES`,
        why: mx.includes(host)
          ? undefined
          : mx.length > 0
            ? `its MX is ${mx.join(', ')}: either it changes, or that server forwards the addresses of "mail.inbound"`
            : 'it has no MX record: nobody can write to it',
        steps: mx.includes(host) ? undefined : [`DNS: ${domain} MX 10 ${host}`],
      })),
    ];
  },
};
