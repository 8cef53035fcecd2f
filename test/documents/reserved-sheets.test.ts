import { describe, expect, it } from 'vitest';
import { sealer } from '../../functions/documents/batches/sealed.ts';
import { boundariesOf } from '../../functions/documents/splitting/boundaries.ts';
import { sortOf } from '../../functions/documents/splitting/sorting.ts';
import type { ContactHeader } from '../../functions/intake/contact-items.ts';
import { clerkCaller, workPage } from '../support/clerk-world.ts';

const pages = [
  workPage(1),
  workPage(2, { state: 'separator', department: 'cabinet' }),
  workPage(3),
  workPage(4, { state: 'blank' }),
  workPage(5),
  workPage(6, { state: 'separator', department: null }),
  workPage(7),
];
const sealed = (departments: string[], given = pages, header?: ContactHeader) => {
  const { agent } = clerkCaller('h.lasserre', departments);
  const isSealed = sealer(agent, given, ({ contactId }) => (contactId ? header : undefined));
  return given.filter(isSealed).map(({ page }) => page);
};

describe('what lies behind a sheet of the cabinet', () => {
  it('is seen by those of the cabinet alone, also before it is filed', () => {
    expect(sealed(['voirie'])).toEqual([2, 3, 4, 5]);
    expect(sealed(['cabinet'])).toEqual([]);
  });

  it('stays sealed when a clerk says that the sheet is none', () => {
    const counted = pages.map((page) =>
      page.page === 2 ? { ...page, state: 'rejected' as const, stateBefore: 'separator' as const } : page,
    );
    expect(sealed([], counted)).toEqual([2, 3, 4, 5]);
  });

  it('goes by its letter once it became one', () => {
    const filed = pages.map((page) => (page.page === 5 ? { ...page, contactId: 'c' } : page));
    const header = { decision: { kind: 'open', department: 'voirie' } } as unknown as ContactHeader;
    expect(sealed([], filed, header)).toEqual([2, 3, 4]);
  });

  it('is asked of nobody: the place is joined, and elsewhere it is asked', () => {
    const versos = (department: string | null) =>
      [
        workPage(1, { state: 'separator', department }),
        workPage(2),
        workPage(3),
        workPage(4, { state: 'separator', isVersos: true }),
        workPage(5),
      ].map(sortOf);
    const verdicts = (department: string | null) =>
      boundariesOf(versos(department)).map(({ verdict }) => verdict);
    expect(verdicts('voirie')).toContain('doubt');
    expect(verdicts('cabinet')).not.toContain('doubt');
  });
});
