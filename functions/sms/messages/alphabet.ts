/** Letters of the GSM alphabet (3GPP TS 23.038), each one septet; those of its extension take two. */
export const gsmLetters =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
export const gsmExtension = '\f^{}\\[~]|€';

/** Signs of typography that a telephone writes otherwise and that mean the same. */
export const sameSigns: readonly [written: RegExp, sent: string][] = [
  [/[’‘ʼ‛′´`]/g, "'"],
  [/«\s*|[“”„‟]/g, '"'],
  [/\s*»/g, '"'],
  [/[‹›]/g, "'"],
  [/…/g, '...'],
  [/[–—‑‐―−]/g, '-'],
  [/[\u00a0\u202f\u2000-\u200a\t]/g, ' '],
  [/[\u00ad\u200b\u2060\ufeff]/g, ''],
  [/[nN]°\s*/g, 'no '],
  [/œ/g, 'oe'],
  [/Œ/g, 'OE'],
];

/** Words that are others without their accent: a text that holds one keeps it, at the price of a part. */
export const otherWithoutAccent: ReadonlySet<string> = new Set(
  'dû sûr sûre sûrs sûres mûr mûre mûrs mûres crû jeûne jeûnes jeûner tâche tâches côte côtes côté côtés forêt forêts gêne gênes gêné gênée châsse châsses pâte pâtes pâle pâles rôder âcre mâtin maïs fût eût bâiller hôtel hôtels'.split(
    ' ',
  ),
);

/** What takes a number off our list, as the first word of a text that says nothing else. */
export const stopWords: ReadonlySet<string> = new Set(
  'stop stopsms arret arreter arretez desabonner desabonnement desinscrire desinscription unsubscribe cancel end quit remove optout'.split(
    ' ',
  ),
);
export const startWords: ReadonlySet<string> = new Set('start unstop reprise reprendre'.split(' '));
/** Words of courtesy and of what is stopped: beside a command they say no more than it. */
export const beside: ReadonlySet<string> = new Set(
  'sms texto textos message messages msg pub pubs spam de des les vos vous merci svp stp s il plait please bonjour cordialement au a stop stopsms arret tous toutes plus'.split(
    ' ',
  ),
);
