import type { AgentCaller } from '../agents/caller.ts';
import { mayRead, mayWork } from '../agents/rights.ts';
import type { ObjectRef } from '../intake/contact.ts';
import type { Whole } from '../requests/items.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './agent-api.ts';
import { nearest } from './near.ts';
import type { ReportTable } from './report-table.adapter.ts';
import type { Setting } from './setting.ts';

export type AgentDeps = {
  reports: Pick<ReportTable, 'read' | 'change' | 'around'>;
  load(reference: string): Promise<Whole>;
  setting(): Promise<Setting>;
  /** Copies an object for everybody to see, without what a camera wrote in it. */
  publish(object: ObjectRef, key: string, contentType: string): Promise<void>;
  withdraw(key: string): Promise<void>;
};
/** What browsers show; another picture is not put before everybody. */
const shown = ['image/jpeg', 'image/png', 'image/webp'];
const photosOf = ({ documents }: Whole) =>
  documents.filter(({ contentType, held }) => shown.includes(contentType) && !held);
const keyOf = (id: string, document: string): string => `reports/${id}/${document}`;

export const readReport =
  (deps: AgentDeps) =>
  async (
    { params }: InputOf<typeof api.readReport>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.readReport>> => {
    const report = await deps.reports.read(params.reference);
    if (!report) return { report: null };
    const [whole, setting] = await Promise.all([deps.load(params.reference), deps.setting()]);
    if (!mayRead(agent, whole.request)) throw new Refusal('forbidden');
    const { point, category, state, at, followers, id, photos } = report;
    const around = point ? nearest(await deps.reports.around(point, category), point, category) : [];
    return {
      report: {
        ...{ point, state, at, followers, tiles: setting.tiles, ground: setting.ground },
        category: setting.categories.find(({ code }) => code === category)?.label ?? category,
        photos: photosOf(whole).map(({ id: document, name }) => ({
          ...{ document, name },
          isPublished: photos.includes(keyOf(id, document)),
        })),
        mayPublish: mayWork(agent, whole.request),
        near: around
          .filter(({ reference }) => reference !== params.reference)
          .flatMap(({ reference, point: where, metres, ...one }) =>
            where
              ? [{ reference, metres, point: where, state: one.state, at: one.at, followers: one.followers }]
              : [],
          ),
      },
    };
  };

export const publishPhoto =
  (deps: AgentDeps) =>
  async (
    { params, body }: InputOf<typeof api.publishPhoto>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.publishPhoto>> => {
    const [report, whole] = await Promise.all([
      deps.reports.read(params.reference),
      deps.load(params.reference),
    ]);
    if (!report) throw new Refusal('not-found');
    if (!mayWork(agent, whole.request)) throw new Refusal('forbidden');
    const photo = photosOf(whole).find(({ id }) => id === params.document);
    if (!photo) throw new Refusal('not-found');
    const key = keyOf(report.id, photo.id);
    const { isPublished } = body;
    if (isPublished) await deps.publish(photo.original, key, photo.contentType);
    await deps.reports.change(params.reference, ({ photos }) => ({
      photos: [...photos.filter((one) => one !== key), ...(isPublished ? [key] : [])],
    }));
    if (!isPublished) await deps.withdraw(key);
    return { isPublished };
  };
