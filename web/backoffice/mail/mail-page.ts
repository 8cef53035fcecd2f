/**
 * What a frame may do that shows somebody's mail: nothing but draw pictures that stand in the page itself. The frame has no
 * right of its own either (`sandbox` without a word), and the HTML was made harmless before (functions/intake/html-safe.ts):
 * each of the three would do alone.
 */
const policy = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'";

/** The document of that frame. Looks are said by elements: the policy of the page above lets no style in. */
export const mailPage = (html: string): string =>
  [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width">',
    '</head><body bgcolor="#ffffff" text="#1b1b1b"><font face="sans-serif">',
    html,
    '</font></body></html>',
  ].join('');
