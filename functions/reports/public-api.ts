import * as z from 'zod';
import { inWhich, PageLanguage } from '../procedures/translation.ts';
import { late, operation } from '../shared/api.ts';
import { publicStates } from './report.ts';
import { Category, Ground, Point } from './setting.ts';

const instant = () => z.string().describe('instant, UTC');
const code = () => z.string().max(40);
const place = () => z.string().trim().max(300);

/** A report as anybody sees it: nothing typed by a person, the place to ten metres, photos only when an agent gave them. */
export const PublicReport = late(() =>
  z.object({
    id: z.string(),
    category: code(),
    commune: code(),
    point: Point().nullable(),
    state: z.enum(publicStates),
    at: instant(),
    followers: z.number().int(),
    photos: z.array(z.string()).describe('addresses, valid some minutes'),
  }),
);

export const readSetting = operation({
  method: 'GET',
  path: '/api/public/reports/setting',
  roles: ['public'],
  summary: 'Categories, where the map starts and what it is drawn on',
  query: inWhich,
  response: () =>
    z.object({
      categories: z.array(
        Category().pick({ code: true, label: true, icon: true, needsPhoto: true, danger: true }),
      ),
      centre: Point(),
      zoom: z.number(),
      tiles: z.object({ url: z.string(), attribution: z.string(), maxZoom: z.number() }).nullable(),
      ground: Ground().nullable(),
      commitmentDays: z.number().nullable(),
      language: PageLanguage().optional(),
      now: instant(),
    }),
});

export const listReports = operation({
  method: 'GET',
  path: '/api/public/reports',
  roles: ['public'],
  summary: 'Reports of a commune or of a map cell (`14/x/y`), the newest first, a page at a time',
  query: () =>
    z.object({
      commune: code().optional(),
      cell: z
        .string()
        .regex(/^14\/\d{1,5}\/\d{1,5}$/)
        .optional(),
      category: code().optional(),
      state: z.enum(publicStates).optional(),
      after: z.string().max(120).optional(),
    }),
  response: () => z.object({ reports: z.array(PublicReport()), next: z.string().nullable(), now: instant() }),
});

export const findNear = operation({
  method: 'POST',
  path: '/api/public/reports/near',
  roles: ['public'],
  summary: 'Open reports of a category within fifty metres; a POST, so that no place stays in an address',
  body: () => z.strictObject({ point: Point(), category: code() }),
  response: () =>
    z.object({ reports: z.array(PublicReport().extend({ metres: z.number().int() })), now: instant() }),
});

export const findAddress = operation({
  method: 'POST',
  path: '/api/public/reports/addresses',
  roles: ['public'],
  summary: 'Addresses that begin so, of the communes served; `available` false: the text alone will do',
  body: () => z.strictObject({ text: z.string().trim().min(3).max(200) }),
  response: () =>
    z.object({
      available: z.boolean(),
      addresses: z.array(z.object({ label: z.string(), commune: code(), point: Point() })),
    }),
});

export const sendReport = operation({
  method: 'POST',
  path: '/api/public/reports',
  roles: ['public', 'citizen'],
  summary:
    'Reports something: a request opens in the department that mends it. Nobody has to say who they are',
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () =>
    z.strictObject({
      category: code(),
      commune: code(),
      point: Point().nullable().default(null),
      place: place().min(3),
      details: z.string().trim().max(2_000).default(''),
      danger: z.boolean().default(false),
      photos: z
        .array(z.strictObject({ uploadId: z.string().max(64), name: z.string().max(255) }))
        .max(3)
        .default([]),
      email: z.email().max(254).nullable().default(null),
    }),
  status: 201,
  response: () =>
    z.object({
      reference: z.string(),
      trackingCode: z.string(),
      receivedAt: instant(),
      commitmentDays: z.number(),
    }),
});

export const followReport = operation({
  method: 'POST',
  path: '/api/public/reports/{id}/followers',
  roles: ['public', 'citizen'],
  summary: 'Same news as whoever made the report; the same address follows once',
  params: () => z.object({ id: z.string().max(64) }),
  body: () => z.strictObject({ email: z.email().max(254) }),
  response: () => z.object({ followers: z.number().int(), now: instant() }),
});

export const leaveReport = operation({
  method: 'POST',
  path: '/api/public/reports/following/end',
  roles: ['public'],
  summary: 'No more news: the link at the foot of each mail',
  headers: () =>
    z.object({ 'x-follow-secret': z.string().max(200).describe('what stands after # in the link') }),
  status: 204,
});
