/** Said below what subscribers read; the news themselves are the authority's own words. */
export const confirmation = {
  text: (authority: string, link: string): string =>
    [
      `Somebody, probably you, asked to receive news of ${authority} at this address, on the subjects listed above.`,
      `To receive them, open this page and confirm: ${link}`,
      'If it was not you, do nothing: nothing will be sent to you, and this address will be erased in seven days.',
    ].join('\n\n'),
  sms: 'To get our alerts, confirm there. If not, do nothing.',
};
export const news = (authority: string, link: string): string =>
  `This is news of ${authority}, in French. You receive it because you subscribed, and only for that.\n\nTo change your choices or to receive nothing more: ${link}`;
