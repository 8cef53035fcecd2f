import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';

/** Functions at once: fifty of people who wait, thirty of queues and streams, and room for a rush. */
const wantedFunctions = 500;
const fewestFunctions = 100;
/** Mails a day and a second of an authority of a hundred thousand inhabitants, a day of alerts included. */
const wantedMails = 50_000;
const wantedMailsASecond = 14;
/** Euros of text messages a month, more or less: SNS counts dollars and stops at one by default. */
const wantedTexts = 50;

const raise = (service: string, code: string, value: number, region: string): string =>
  `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${code} --desired-value ${value} --region ${region}`;

export const functionsAtOnce: Check = {
  finds: ['functions-at-once'],
  title: 'Enough functions may run at once',
  async look({ cloud }) {
    const limit = await cloud.functionsAtOnce();
    const state = limit < fewestFunctions ? 'wrong' : limit < wantedFunctions ? 'todo' : 'done';
    return [
      {
        id: 'functions-at-once',
        state,
        title: this.title,
        why:
          state === 'done'
            ? `${limit}`
            : `the account allows ${limit}, ${wantedFunctions} are wanted: on a busy morning people would meet error pages`,
        steps: state === 'done' ? undefined : [raise('lambda', 'L-B99A9384', 1000, cloud.region)],
      },
    ];
  },
};

export const reading: Check = {
  finds: ['reading'],
  title: 'Textract reads enough pages',
  async look({ authority, cloud }) {
    if (authority.reading.reader === 'built-in')
      return [
        { id: 'reading', state: 'done', title: this.title, why: 'the authority reads its pages by itself' },
      ];
    const quotas = Object.entries(await cloud.quotas('textract'));
    const starts = quotas.find(
      ([name]) => /StartDocumentTextDetection/i.test(name) && /second/i.test(name),
    )?.[1];
    const jobs = quotas.find(
      ([name]) => /StartDocumentTextDetection|text detection/i.test(name) && /concurrent|jobs/i.test(name),
    )?.[1];
    const isThere = quotas.length > 0;
    return [
      {
        id: 'reading',
        state: isThere ? 'done' : 'wrong',
        title: this.title,
        why: isThere
          ? `${starts ?? 1} starts a second of thirty pages each, ${jobs ?? 'an unknown number of'} jobs at once; what is refused comes back later`
          : `Textract does not exist in ${cloud.region}: scanned letters would wait for a person without text`,
        steps: isThere ? undefined : ['Write "reading": {"reader": "built-in"} into authority.json.'],
      },
    ];
  },
};

export const mailAccount: Check = {
  finds: ['mail-sandbox', 'mail-quota', 'mail-sending'],
  title: 'SES may write to everybody',
  async look({ authority, cloud }) {
    const account = await cloud.mailAccount();
    const { ProductionAccessEnabled, SendingEnabled, SendQuota, EnforcementStatus } = account;
    const aDay = SendQuota?.Max24HourSend ?? 0;
    const aSecond = SendQuota?.MaxSendRate ?? 0;
    const out = `aws sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL --website-url https://${authority.domain} --contact-language EN --additional-contact-email-addresses ${authority.aws.alarmEmail ?? authority.contact.email} --region ${cloud.region}   # AWS answers within a day`;
    const found: Finding[] = [
      {
        id: 'mail-sandbox',
        state: ProductionAccessEnabled ? 'done' : 'todo',
        title: 'SES is out of its sandbox',
        why: ProductionAccessEnabled
          ? undefined
          : 'in the sandbox it writes to verified addresses only: no citizen would get an answer by mail',
        steps: ProductionAccessEnabled ? undefined : [out],
      },
      {
        id: 'mail-sending',
        state: SendingEnabled && EnforcementStatus !== 'SHUTDOWN' ? 'done' : 'wrong',
        title: 'Sending is not stopped',
        why: SendingEnabled
          ? EnforcementStatus
          : 'AWS stopped the sending of this account, or somebody paused it',
        steps: SendingEnabled
          ? undefined
          : [
              `aws sesv2 put-account-sending-attributes --sending-enabled --region ${cloud.region}`,
              'If AWS stopped it: answer the case in the Support Center; see infra/runbook/alarms.md#deliveries-failed.',
            ],
      },
    ];
    if (!ProductionAccessEnabled) return found;
    const enough = aDay >= wantedMails && aSecond >= wantedMailsASecond;
    return [
      ...found,
      {
        id: 'mail-quota',
        state: enough ? 'done' : 'todo',
        title: 'Enough mails may leave in a day',
        why: `${aDay} a day, ${aSecond} a second; wanted ${wantedMails} and ${wantedMailsASecond}`,
        steps: enough ? undefined : [raise('ses', 'L-804C8AE8', wantedMails, cloud.region)],
      },
    ];
  },
};

export const texts: Check = {
  finds: ['texts'],
  title: 'Text messages leave',
  async look({ authority, cloud }) {
    if (!authority.sms)
      return [{ id: 'texts', state: 'done', title: this.title, why: 'the authority sends none' }];
    const { isSandbox, monthly } = await cloud.texts();
    const isThere = !isSandbox && monthly >= wantedTexts;
    return [
      {
        id: 'texts',
        state: isThere ? 'done' : 'todo',
        title: this.title,
        why: isThere
          ? `${monthly} USD a month`
          : `${isSandbox ? 'SNS is in its sandbox (verified numbers only)' : ''}${isSandbox && monthly < wantedTexts ? ', and ' : ''}${monthly < wantedTexts ? `it stops after ${monthly} USD a month` : ''}`,
        steps: isThere
          ? undefined
          : [
              ...(isSandbox
                ? ['Console › SNS › Text messaging › Exit SMS sandbox (a support case, a day).']
                : []),
              ...(monthly < wantedTexts
                ? [
                    'Support Center › Service limit increase › SNS Text Messaging › Account spend threshold.',
                    `aws sns set-sms-attributes --attributes MonthlySpendLimit=${wantedTexts} --region ${cloud.region}`,
                  ]
                : []),
            ],
      },
    ];
  },
};

export const telephone: Check = {
  finds: ['telephone'],
  title: 'Amazon Connect answers the telephone',
  async look({ authority, cloud }) {
    if (!authority.telephony)
      return [{ id: 'telephone', state: 'done', title: this.title, why: 'calls are typed at the desk' }];
    const { region } = authority.telephony;
    const [instances, quotas] = await Promise.all([
      cloud.telephones(region),
      cloud.quotas('connect').catch(() => ({})),
    ]);
    const calls = Object.entries(quotas).find(([name]) => /concurrent.*calls/i.test(name))?.[1];
    return [
      {
        id: 'telephone',
        state: instances > 0 ? 'done' : 'later',
        title: this.title,
        why:
          instances > 0
            ? `${instances} instance in ${region}`
            : `made by the stack telephony in ${region}; by default ten calls at once, twenty are wanted`,
        steps: [
          ...(instances > 0
            ? []
            : [
                `Console › Connect (${region}) › Claim a number, then point it at the flow that the stack made.`,
              ]),
          ...(calls === undefined || calls >= 20
            ? []
            : [`Support Center › Connect › Concurrent calls per instance: 20 (now ${calls}).`]),
        ],
      },
    ];
  },
};
