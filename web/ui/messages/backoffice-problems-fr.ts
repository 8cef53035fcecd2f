/** Problems that only agents meet, by code: the portal does not carry their sentences. */
export const agentProblems: Record<string, string> = {
  'letter-not-ready': 'Ce courrier ne peut pas encore partir. Corrigez ce qui manque.',
  'letter-changed': 'Ce courrier n’est plus celui que vous avez lu. Ouvrez-le à nouveau.',
  'not-your-turn': 'Ce courrier n’attend pas votre accord, ou quelqu’un s’en est déjà chargé.',
  'awaits-arbitration':
    'Cette demande a changé de service trois fois : c’est à l’unité qualité de dire qui la traite.',
  'too-late-to-take-back': 'La suite du circuit a déjà agi : votre accord ne peut plus être repris.',
  'no-delegation': 'Aucun arrêté de délégation ne vous permet de signer ce courrier.',
};
