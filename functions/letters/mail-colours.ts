/** Colours of a mail by day or by night, `#rrggbb`; made of the authority's theme when it is deployed, contrast repaired. */
export type Palette = {
  page: string;
  surface: string;
  ink: string;
  soft: string;
  line: string;
  link: string;
  band: string;
  onBand: string;
};
export type MailColours = { light: Palette; dark: Palette };

/** For an authority that was deployed before its mails had colours. */
export const plainColours: MailColours = {
  light: {
    page: '#f5f5f5',
    surface: '#ffffff',
    ink: '#1b1b1b',
    soft: '#4a4a4a',
    line: '#767676',
    link: '#1d3f72',
    band: '#1d3f72',
    onBand: '#ffffff',
  },
  dark: {
    page: '#16191d',
    surface: '#1f2329',
    ink: '#f1f3f5',
    soft: '#c3c9d0',
    line: '#828b96',
    link: '#a9c7f5',
    band: '#14294a',
    onBand: '#ffffff',
  },
};
