import type { Caller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { approximate } from './cells.ts';
import { followerId, followerOf, followsKey, type Sign } from './follow-link.ts';
import type { FollowerTable } from './follower-table.adapter.ts';
import { nearest } from './near.ts';
import type * as api from './public-api.ts';
import { isPublic } from './report.ts';
import type { Kept, ReportTable } from './report-table.adapter.ts';
import { type Setting, settingIn } from './setting.ts';

export type Found = { label: string; commune: string; point: { latitude: number; longitude: number } };
export type PublicDeps = {
  setting(): Promise<Setting>;
  reports: Pick<ReportTable, 'list' | 'around' | 'byId'>;
  followers: Pick<FollowerTable, 'add' | 'remove'>;
  /** Addresses that begin so; null when the address base cannot be asked now. */
  addresses(text: string): Promise<Found[] | null>;
  /** Days within which a report is answered; null when its procedure promises none. */
  commitmentDays(procedure: string): Promise<number | null>;
  photoUrl(key: string): Promise<string>;
  sign(): Promise<Sign>;
  countCall(address: string, kind: string): Promise<number>;
  now(): string;
};

const perPage = 20;
/** A map needs all that lies in its cells, and shows a point for each. */
const perCellPage = 100;
/** Calls of one address in ten minutes. A school or a town hall has one for all; somebody reports a street lamp at a time. */
export const mostCalls = { report: 20, follow: 20, search: 300, near: 300 } as const;
export async function refuseFlood(
  { countCall }: Pick<PublicDeps, 'countCall'>,
  { address }: Caller,
  kind: keyof typeof mostCalls,
): Promise<void> {
  if ((await countCall(address, kind)) > mostCalls[kind]) throw new Refusal('too-many-requests');
}

type View = ReplyOf<typeof api.listReports>['reports'][number];
const viewOf = async (deps: PublicDeps, report: Kept): Promise<View[]> => {
  const { id, category, commune, point, state, at, followers } = report;
  if (!isPublic(state)) return [];
  const photos = await Promise.all(report.photos.map((key) => deps.photoUrl(key)));
  return [{ id, category, commune, state, at, followers, photos, point: point && approximate(point) }];
};

export const readSetting =
  (deps: Pick<PublicDeps, 'setting' | 'commitmentDays' | 'now'>) =>
  async ({ query }: InputOf<typeof api.readSetting>): Promise<ReplyOf<typeof api.readSetting>> => {
    const setting = settingIn(await deps.setting(), query.language);
    const { categories, centre, zoom, tiles, ground, procedure, language } = setting;
    const commitmentDays = await deps.commitmentDays(procedure);
    return {
      ...{ centre, zoom, tiles, ground, commitmentDays, now: deps.now() },
      // Which department mends what is its own affair.
      categories: categories.map(({ code, label, icon, needsPhoto, danger }) => ({
        ...{ code, label, icon, needsPhoto, danger },
      })),
      ...(language && { language }),
    };
  };

export const listReports =
  (deps: PublicDeps) =>
  async ({ query }: InputOf<typeof api.listReports>): Promise<ReplyOf<typeof api.listReports>> => {
    const { commune, cell, category, state, after } = query;
    const { reports, next } = await deps.reports.list(
      { where: cell ?? commune, category, state },
      cell ? perCellPage : perPage,
      after,
    );
    const shown = await Promise.all(reports.map((report) => viewOf(deps, report)));
    return { reports: shown.flat(), next, now: deps.now() };
  };

export const findNear =
  (deps: PublicDeps) =>
  async ({ body }: InputOf<typeof api.findNear>, caller: Caller): Promise<ReplyOf<typeof api.findNear>> => {
    await refuseFlood(deps, caller, 'near');
    const { point, category } = body;
    const found = nearest(await deps.reports.around(point, category), point, category).slice(0, 5);
    const reports = await Promise.all(
      found.map(async (report) =>
        (await viewOf(deps, report)).map((view) => ({ ...view, metres: report.metres })),
      ),
    );
    return { reports: reports.flat(), now: deps.now() };
  };

export const findAddress =
  (deps: PublicDeps) =>
  async (
    { body }: InputOf<typeof api.findAddress>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.findAddress>> => {
    await refuseFlood(deps, caller, 'search');
    const addresses = await deps.addresses(body.text);
    return { available: addresses !== null, addresses: addresses ?? [] };
  };

export const followReport =
  (deps: PublicDeps) =>
  async (
    { params, body }: InputOf<typeof api.followReport>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.followReport>> => {
    await refuseFlood(deps, caller, 'follow');
    const report = await deps.reports.byId(params.id);
    if (!report || !isPublic(report.state)) throw new Refusal('not-found');
    if (report.state === 'resolved') throw new Refusal('already-closed');
    const email = body.email.trim();
    const sign = await deps.sign();
    const id = followerId(report.reference, email, sign);
    const follower = { id, email, at: deps.now(), key: followsKey(email, sign) };
    const isNew = await deps.followers.add(report.reference, follower);
    return { followers: report.followers + (isNew ? 1 : 0), now: deps.now() };
  };

export const leaveReport =
  (deps: PublicDeps) =>
  async ({ headers }: InputOf<typeof api.leaveReport>): Promise<undefined> => {
    const found = followerOf(headers['x-follow-secret'], await deps.sign());
    if (!found) throw new Refusal('not-found');
    await deps.followers.remove(found.reference, found.follower);
  };
