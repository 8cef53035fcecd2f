import * as z from 'zod';
import { PayfipSettings } from '../payments/payfip-settings.ts';
import { Sms } from './sms.ts';

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);
const insee = z.string().regex(/^\d[\dAB]\d{3}$/);
export const Department = z.strictObject({
  code: slug,
  name: z.string().min(3),
  phone: z.string(),
  email: z.email(),
  /** Administrative address, as it stands on letters (CRPA L111-2, R112-5). */
  postalAddress: z.string(),
  hours: z.string(),
  onlyCommunes: z.array(insee).min(1).optional(),
});
export type Department = z.infer<typeof Department>;

/** Another administration, to which what is not ours is handed over (CRPA L114-2). */
export const Body = z.strictObject({
  code: slug,
  name: z.string().min(3).max(150),
  postalAddress: z.string().min(3).max(300),
  email: z.email().optional(),
});

const cents = z.number().int().min(1).max(1_000_000);
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
/** An Amazon Connect of the authority's own. The subjects of its menu are departments. */
const Telephony = z.strictObject({
  /** Frankfurt; London lies outside the European Union and is never chosen by default. */
  region: z.enum(['eu-central-1', 'eu-west-2']).default('eu-central-1'),
  /** What a caller hears first. */
  welcome: z.string().min(3).max(300),
  /** Keys of the menu, the department that each leads to, the group of agents who answer, and what is said of it. */
  menu: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[1-9]$/),
        topic: slug,
        group: slug,
        said: z.string().min(3).max(80),
      }),
    )
    .min(1)
    .max(9),
});

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const Palette = z.strictObject({
  page: colour,
  surface: colour,
  ink: colour,
  soft: colour,
  line: colour,
  link: colour,
  band: colour,
  onBand: colour,
});

/** A sentence of the accessibility statement: French, English, and plain French. */
const Said = z.strictObject({ fr: z.string().min(3), en: z.string().min(3), facile: z.string().min(3) });

/** What every function knows of its authority; written by hand in infra/collectivities/<slug>/authority.json. */
export const Authority = z.strictObject({
  slug,
  name: z.string().min(3),
  shortName: z.string().min(2).max(30),
  /** First letters of the references: `VC-2026-000123-W`. */
  prefix: z.string().regex(/^[A-Z]{2,4}$/),
  /** An invented authority says so on every page. */
  demonstration: z.boolean().default(false),
  timeZone: z.string().default('Europe/Paris'),
  holidays: z
    .enum([
      'metropole',
      'alsace-moselle',
      'guadeloupe',
      'martinique',
      'guyane',
      'reunion',
      'mayotte',
      'saint-barthelemy',
      'saint-martin',
    ])
    .default('metropole'),
  /** Host name of the portal, without scheme. */
  domain: z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/),
  /**
   * Who reads scanned pages: Textract, or our own reader (slower, tens of times cheaper, and what takes over when Textract
   * refuses). `pagesPerDay` is the most that is read in a day; what comes after waits for the next, and clerks see it.
   */
  reading: z
    .strictObject({
      reader: z.enum(['textract', 'built-in']).default('textract'),
      pagesPerDay: z.number().int().min(100).max(1_000_000).default(20_000),
    })
    .default({ reader: 'textract', pagesPerDay: 20_000 }),
  mail: z.strictObject({ from: z.email(), inbound: z.array(z.email()).min(1) }),
  /** How letters leave. Without it: a batch for the whole authority at six on working days, printed by its own agents. */
  delivery: z
    .strictObject({
      printAt: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .default('06:00'),
      printPerDepartment: z.boolean().default(false),
      /** Service that prints and posts; its client secret stands in Secrets Manager under `secretId`. */
      mailingService: z
        .strictObject({ url: z.url(), tokenUrl: z.url(), clientId: z.string(), secretId: z.string() })
        .optional(),
    })
    .optional(),
  contact: z.strictObject({
    phone: z.string(),
    email: z.email(),
    postalAddress: z.string(),
    hours: z.string(),
  }),
  /** When the telephone is answered: stretches of some days (1 Monday to 7 Sunday). Without it, office hours. */
  opening: z
    .array(
      z.strictObject({
        days: z.array(z.number().int().min(1).max(7)).min(1),
        from: z.string().regex(clock),
        to: z.string().regex(clock),
      }),
    )
    .min(1)
    .optional(),
  /** The telephone exchange in the cloud; without it agents type the calls they take. */
  telephony: Telephony.optional(),
  /** Text messages. Without a number that people can write to, they are told to answer from their tracking page. */
  sms: Sms.optional(),
  /** Procedures that the home page shows first, as long as figures do not say which are asked most. */
  popular: z.array(slug).max(6).optional(),
  /** Payment online; left out, what is owed is paid at the desk. */
  payfip: PayfipSettings.optional(),
  /** Departmental archives, told of what was kept long enough; they give or refuse their visa (Code du patrimoine L212-2). */
  archives: z.strictObject({ name: z.string(), email: z.email() }).optional(),
  /** Months that a contact which never became a request (spam, automatic, filed elsewhere) is kept before it is proposed for elimination. */
  setAside: z.strictObject({ months: z.number().int().min(1).max(120) }).default({ months: 12 }),
  /** Administrative court competent for appeals, with its address (CJA R312-1). */
  court: z.strictObject({ name: z.string(), address: z.string() }),
  /** Whom a person may ask, free of charge, to look at a decision again (CGCT L1112-24), where there is one. */
  mediator: z.strictObject({ name: z.string(), url: z.url() }).optional(),
  communes: z
    .array(
      z.strictObject({
        code: insee,
        name: z.string(),
        postalCode: z.string().regex(/^\d{5}$/),
      }),
    )
    .min(1),
  departments: z.array(Department).min(1),
  /** Search of the national address base, such as https://data.geopf.fr/geocodage/search; left out, no address is asked. */
  addressBase: z.strictObject({ url: z.url() }).optional(),
  bodies: z.array(Body).max(60).default([]),
  /** Below this calibrated confidence a person decides, whatever errors cost. */
  routingThreshold: z.number().min(0.5).max(0.999).default(0.8),
  /** What errors and manual sorts cost, in cents (qualification/routing/thresholds.ts); without it, the usual ones. */
  routing: z
    .strictObject({
      misrouted: cents,
      sorted: cents,
      departments: z.record(slug, z.strictObject({ misrouted: cents.optional() })).optional(),
    })
    .optional(),
  signIn: z.strictObject({
    agents: z.strictObject({ issuer: z.url(), clientId: z.string() }),
    citizens: z.strictObject({ issuer: z.url(), clientId: z.string() }),
  }),
  /** Certificates of the seal's key (PEM, its own first) and a time-stamping service (RFC 3161); without, the key vouches for itself. */
  seal: z.strictObject({ certificates: z.string().optional(), timestampUrl: z.url().optional() }).optional(),
  /** Of its mails: made of theme/ at each deployment, not written by hand. */
  colours: z.strictObject({ light: Palette, dark: Palette }).optional(),
  accessibility: z.strictObject({
    state: z.enum(['totalement', 'partiellement', 'non']),
    declaredOn: z.iso.date(),
    contact: z.email(),
    /** What does not conform yet, and what is exempted, in the words of the three versions of the statement. */
    nonConformities: z.array(Said).max(40).default([]),
    derogations: z.array(Said).max(40).default([]),
  }),
  aws: z.strictObject({
    region: z.string().default('eu-west-3'),
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    alarmEmail: z.email(),
    /** Raised by one, it changes the secret by which the API knows CloudFront (infra/constructs/edge-keys.ts). */
    edgeKey: z.int().positive().optional(),
  }),
});
export type Authority = z.infer<typeof Authority>;
