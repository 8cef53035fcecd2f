import type { SortedPage } from './split.ts';

export type Sheet = { department: string | null; procedure: string | null; wasLaid: boolean };
const noSheet: Sheet = { department: null, procedure: null, wasLaid: false };

/** What the sheets say of the letter that begins: the back of a plain sheet must not make its front forget the department. */
export function sheetReader() {
  let said = noSheet;
  return {
    lay({ department, procedure }: SortedPage) {
      const before = said.wasLaid ? said : noSheet;
      said = {
        department: department ?? before.department,
        procedure: procedure ?? before.procedure,
        wasLaid: true,
      };
    },
    look: (): Sheet => said,
    /** Later letters under the same sheet are for the same department. */
    say(): Sheet {
      const now = said;
      said = { ...said, wasLaid: false };
      return now;
    },
  };
}

/** The department that the sheet before each page names, the sheet itself included; pages in the order they are read. */
export function behindSheets(pages: readonly SortedPage[]): Map<number, string | null> {
  const sheet = sheetReader();
  return new Map(
    pages.map((page) => {
      if (page.kind === 'separator') sheet.lay(page);
      const { department } = page.kind === 'content' ? sheet.say() : sheet.look();
      return [page.page, department];
    }),
  );
}
