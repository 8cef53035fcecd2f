/** What a request for documents does to the clock (CRPA L114-5). `until`: last day to send them, in words. */
export const clockEffect = (mode: 'sva' | 'svr' | 'none', until: string): string => {
  if (mode === 'sva')
    return 'Le délai au terme duquel notre silence vaut acceptation ne court pas tant que ces documents manquent : il commencera le jour où nous les aurons tous reçus (article L. 114-5 du code des relations entre le public et l’administration).';
  if (mode === 'svr')
    return `Le délai au terme duquel notre silence vaut rejet est suspendu jusqu’au ${until}. Si nous recevons tous les documents avant cette date, il reprend aussitôt (article L. 114-5 du code des relations entre le public et l’administration).`;
  return 'Cette demande de documents ne change pas les délais qui vous ont été indiqués.';
};

/** What silence means, in a sentence: « ce silence vaut … ». */
export const silenceWords = { sva: 'acceptation', svr: 'rejet' };
