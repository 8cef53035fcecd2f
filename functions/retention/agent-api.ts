import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { heldReasons, slipStates, slipThings } from './slip.ts';
import { disposals, sources } from './usual.ts';

const trust = ['administrator', 'quality'] as const;
const deciding = ['head', 'quality', 'administrator'] as const;
const text = () => z.string();
const count = () => z.number().int();
const by = { by: z.string(), at: z.string() };

const RegisterLine = late(() =>
  z.object({
    ...{ id: text(), title: text(), purpose: text(), basis: text(), people: text(), data: text() },
    ...{ recipients: text(), retention: text() },
  }),
);
export const readRegister = operation({
  method: 'GET',
  path: '/api/agent/processing-register',
  roles: trust,
  summary: 'Register of processing (RGPD 30), made of the procedures and the configuration as they are now',
  response: () =>
    z.object({
      ...{ controller: text(), officer: text(), transfers: text(), security: text(), now: text() },
      lines: z.array(RegisterLine()),
    }),
});
export const downloadRegister = operation({
  method: 'GET',
  path: '/api/agent/processing-register/file',
  roles: trust,
  summary: 'The register of processing as a spreadsheet',
  download: 'text/csv',
});

const SlipCard = late(() =>
  z.object({
    of: z.enum(slipThings),
    ...{ id: text(), title: text().nullable(), department: text().nullable() },
    rule: z.object({
      ...{ months: count(), disposal: z.enum(disposals) },
      ...{ because: text().nullable(), source: z.enum(sources) },
    }),
    ...{ cutoff: text(), count: count(), oldest: text(), newest: text(), preparedAt: text() },
    state: z.enum(slipStates),
    version: count(),
    head: z.object(by).nullable(),
    archives: z.object({ ...by, visa: text(), on: text() }).nullable(),
    refused: z.object({ ...by, reason: text() }).nullable(),
    tried: z
      .object({
        ...{ at: text(), goes: count() },
        stays: z.array(z.object({ reference: text(), why: z.enum(heldReasons) })),
      })
      .nullable(),
    ...{ kept: count(), done: count(), erased: count(), finishedAt: text().nullable() },
    mayAgree: z.boolean().describe('the caller is the head of its department'),
  }),
);
export type SlipCard = z.infer<ReturnType<typeof SlipCard>>;
const one = late(() => z.object({ slip: SlipCard(), references: z.array(text()), now: text() }));
const params = late(() => z.object({ id: z.string().max(160) }));
const version = () => z.number().int().min(1);

export const listSlips = operation({
  method: 'GET',
  path: '/api/agent/retention',
  roles: deciding,
  summary:
    'Requests and set-aside contacts that were kept long enough, by slip: those that wait and the last that are over',
  response: () => z.object({ slips: z.array(SlipCard()), mayNoteVisa: z.boolean(), now: text() }),
});
export const previewRetention = operation({
  method: 'GET',
  path: '/api/agent/retention/preview',
  roles: trust,
  summary:
    'How long requests of each procedure and set-aside contacts are kept, since when the oldest ended, how many would go now',
  response: () =>
    z.object({
      procedures: z.array(
        z.object({
          of: z.enum(slipThings),
          ...{ procedure: text().nullable(), title: text().nullable(), months: count() },
          ...{ disposal: z.enum(disposals), because: text().nullable(), source: z.enum(sources) },
          ...{ due: count(), isMore: z.boolean(), oldest: text().nullable() },
        }),
      ),
      now: text(),
    }),
});
export const prepareRetention = operation({
  method: 'POST',
  path: '/api/agent/retention/slips',
  roles: trust,
  summary: 'Writes the slips that are due now, as the first night of each month does',
  status: 200,
  response: () => z.object({ made: count() }),
});
export const readSlip = operation({
  method: 'GET',
  path: '/api/agent/retention/slips/{id}',
  roles: deciding,
  summary: 'One slip with the references it names',
  params,
  response: one,
});
export const downloadSlip = operation({
  method: 'GET',
  path: '/api/agent/retention/slips/{id}/file',
  roles: deciding,
  summary: 'The slip as a file, for the visa of the archives',
  params,
  download: 'text/csv',
});
export const agreeToSlip = operation({
  method: 'POST',
  path: '/api/agent/retention/slips/{id}/agreement',
  roles: ['head', 'administrator'],
  summary: 'The head of department agrees, naming what stays',
  params,
  body: () =>
    z.strictObject({
      version: version(),
      keep: z
        .array(z.strictObject({ reference: z.string().max(64), reason: z.string().trim().min(3).max(200) }))
        .max(500),
    }),
  status: 200,
  response: one,
});
export const noteVisaOfSlip = operation({
  method: 'POST',
  path: '/api/agent/retention/slips/{id}/visa',
  roles: trust,
  summary:
    'The visa that the director of the archives gave, as it stands on the signed slip (Code du patrimoine L212-2)',
  params,
  body: () =>
    z.strictObject({ version: version(), visa: z.string().trim().min(3).max(80), on: z.iso.date() }),
  status: 200,
  response: one,
});
export const refuseSlip = operation({
  method: 'POST',
  path: '/api/agent/retention/slips/{id}/refusal',
  roles: deciding,
  summary: 'They stay: nothing of the slip is eliminated, and it is asked again after a year',
  params,
  body: () => z.strictObject({ version: version(), reason: z.string().trim().min(5).max(300) }),
  status: 200,
  response: one,
});
export const trySlipNow = operation({
  method: 'POST',
  path: '/api/agent/retention/slips/{id}/trial',
  roles: deciding,
  summary: 'What would go and what would stay now; changes nothing but the slip',
  params,
  status: 200,
  response: one,
});

const proof = late(() =>
  z.object({
    ...{ at: text(), checked: count(), count: count(), isWhole: z.boolean() },
    found: z.array(
      z.object({
        why: z.string(),
        key: z.string().optional(),
        at: z.string().optional(),
        index: count().optional(),
        contactId: z.string().optional(),
        reference: z.string().optional(),
      }),
    ),
  }),
);
export const readProofs = operation({
  method: 'GET',
  path: '/api/agent/proofs',
  roles: trust,
  summary:
    'What the nightly proofs found: journals that are not what was written, things that came in and led nowhere',
  response: () => z.object({ journal: z.array(proof()), entries: z.array(proof()), now: text() }),
});
