import type { Agent } from '../../agents/agent.ts';
import { maySee } from '../../agents/rights.ts';
import { destinationOf } from '../../intake/contact.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import { collate } from '../splitting/collate.ts';
import { behindSheets } from '../splitting/sheets.ts';
import { sortOf } from '../splitting/sorting.ts';
import type { WorkPage } from './page-table.adapter.ts';

/** A sheet stays one here whatever a clerk counts it as: what lies behind it must not be opened by saying that it is none. */
const asRead = (page: WorkPage): WorkPage =>
  page.stateBefore === 'separator' ? { ...page, state: 'separator' } : page;

/**
 * Whether a page of a file is reserved to others than this agent: by the letter it became, and before by the sheet in front
 * of it. The sheet itself is too: turned or set aside it would send the letter elsewhere.
 */
export function sealer(
  agent: Agent,
  pages: readonly WorkPage[],
  headerOf: (page: WorkPage) => ContactHeader | undefined,
): (page: WorkPage) => boolean {
  const behind = behindSheets(collate(pages.map((page) => sortOf(asRead(page)))).pages);
  return (page) => {
    const header = headerOf(page);
    return !maySee(agent, header ? destinationOf(header) : (behind.get(page.page) ?? null));
  };
}
