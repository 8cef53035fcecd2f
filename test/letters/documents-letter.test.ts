import { describe, expect, it } from 'vitest';
import type { Agent } from '../../functions/agents/agent.ts';
import { documentsFromTemplate } from '../../functions/letters/documents-letter.ts';
import { LetterTemplate } from '../../functions/letters/template.ts';
import type { Request } from '../../functions/requests/request.ts';
import bloc from '../../infra/collectivities/val-clair/letters/bloc-suivi.json' with { type: 'json' };
import demande from '../../infra/collectivities/val-clair/letters/demande-pieces.json' with { type: 'json' };
import { authority } from '../support/drawn-letters.ts';

const templates = [bloc, demande].map((one) => LetterTemplate().parse(one));
const asked = {
  request: {
    reference: 'VC-2026-000123-W',
    department: 'education',
    receivedOn: '2026-11-02',
    channel: 'form',
  } as Request,
  ...{
    subject: 'Inscription',
    authority,
    agent: { givenName: 'Inès', familyName: 'Delcourt', title: 'Agente' } as Agent,
  },
  procedure: {
    id: 'inscription',
    title: 'Inscription scolaire',
    silence: { mode: 'svr' as const },
    algorithm: false,
  },
  ...{ today: '2026-11-22', until: '2026-12-22', stopsClock: true },
  documents: ['Justificatif de domicile (exigé par : arrêté du 8 juin 2020)', 'Certificat de radiation'],
  trackingUrl: 'https://demarches.val-clair.example/suivi',
};

describe('a request for documents is written as its procedure says', () => {
  it('with the list, the last day and what the law does meanwhile (CRPA L114-5, R112-11-4)', () => {
    const written = documentsFromTemplate(templates, 'demande-pieces', asked);
    expect(written?.subject).toBe('Documents à envoyer pour votre demande : Inscription');
    for (const words of [
      'Bonjour,',
      '- Justificatif de domicile (exigé par : arrêté du 8 juin 2020)',
      '22 décembre 2026',
      'est suspendu',
      'L. 114-5',
      asked.trackingUrl,
    ])
      expect(written?.text).toContain(words);
  });

  it.each([
    ['sva', 'commencera le jour où nous les aurons tous reçus'],
    ['none', 'ne change pas les délais'],
  ] as const)('under %s', (mode, words) => {
    const procedure = { ...asked.procedure, silence: { mode } };
    const stopsClock = mode === 'sva';
    expect(
      documentsFromTemplate(templates, 'demande-pieces', { ...asked, procedure, stopsClock })?.text,
    ).toContain(words);
  });

  it('leaves it to ordinary words when the template would leave out what the law wants said', () => {
    const short = LetterTemplate().parse({ ...demande, body: 'Bonjour {{name}}, envoyez vos documents.' });
    expect(documentsFromTemplate([short], 'demande-pieces', asked)).toBeNull();
    expect(documentsFromTemplate(templates, 'bloc-suivi', asked)).toBeNull();
    expect(documentsFromTemplate(templates, undefined, asked)).toBeNull();
    const unknown = LetterTemplate().parse({ ...demande, body: `${demande.body} {{transferredTo}}` });
    expect(documentsFromTemplate([unknown, ...templates], 'demande-pieces', asked)).toBeNull();
  });
});
