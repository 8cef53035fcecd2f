import { describe, expect, it } from 'vitest';
import { account } from '../../../web/backoffice/batches/account.ts';
import { readAddress, writeAddress } from '../../../web/backoffice/board/board-address.ts';
import { byGroup } from '../../../web/backoffice/board/groups.ts';
import {
  acceptance,
  asValue,
  draftProblems,
  proposedDraft,
  sureness,
} from '../../../web/backoffice/qualification/draft.ts';
import { composerProblems } from '../../../web/backoffice/request/composer-problems.ts';
import { whatChanged } from '../../../web/backoffice/request/what-changed.ts';
import { hintsFor } from '../../../web/backoffice/request/writing-hints.ts';
import { homeOf, linksFor, may } from '../../../web/backoffice/shell/navigation.ts';
import { readTypedReference } from '../../../web/backoffice/shell/typed-reference.ts';
import { decisiveRanges, highlight } from '../../../web/backoffice/viewer/highlight.ts';
import { firstView, look } from '../../../web/backoffice/viewer/view.ts';
import { dueWords } from '../../../web/ui/messages/backoffice-board-fr.ts';
import { board, contact, request } from '../../support/fake-agent-records.ts';

describe('an agent who knows a number', () => {
  it.each([
    ['VC-2026-000123-W'],
    ['vc 2026 000123 w'],
    ['VC2026000123W'],
    ['2026-123'],
    ['2026 000123'],
    ['123'],
    ['123w'],
    ['  123 W '],
  ])('opens the request when they type %s', (typed) => {
    expect(readTypedReference(typed, 'VC', 2026)).toEqual({
      kind: 'reference',
      reference: 'VC-2026-000123-W',
    });
  });
  it('is told which letter was expected when theirs is wrong', () => {
    expect(readTypedReference('VC-2026-000123-X', 'VC', 2026)).toEqual({
      kind: 'wrong-letter',
      expected: 'VC-2026-000123-W',
    });
  });
  it.each([[''], ['bonjour'], ['12345678'], ['VC-2026']])('is not sent anywhere by "%s"', (typed) => {
    expect(readTypedReference(typed, 'VC', 2026)).toEqual({ kind: 'unreadable' });
  });
});

describe('an agent sees the places of their role, and no other', () => {
  it('shows the clerk the batches, and lands there', () => {
    expect(linksFor(['scanning']).map(({ place }) => place)).toEqual(['batches', 'letters']);
    expect(homeOf(['scanning'])).toBe('/lots');
  });
  it('keeps qualification and quarantine from an instructor', () => {
    expect(linksFor(['instructor']).map(({ place }) => place)).toEqual([
      'tasks',
      'desk',
      'appointments',
      'letters',
      'signatures',
    ]);
    expect(may('quarantine', ['instructor'])).toBe(false);
  });
  it('sends someone without a place to the help', () => expect(homeOf([])).toBe('/aide'));
});

describe('the board keeps its place in its address', () => {
  it('reads back what it writes', () => {
    const address = { view: 'mine', department: 'voirie', after: 'abc=' } as const;
    expect(readAddress(writeAddress(address).slice(2))).toEqual(address);
  });
  it('leaves out what is usual and ignores what it does not know', () => {
    expect(writeAddress({ view: 'departments' })).toBe('/');
    expect(readAddress('vue=secret').view).toBe('departments');
  });
  it('groups a page that begins in the middle of a group', () => {
    const groups = byGroup(board(10).slice(1));
    expect(groups.map(({ group, items }) => [group, items.length])).toEqual([
      ['late', 1],
      ['due-soon', 2],
      ['new', 2],
      ['waiting', 2],
      ['in-progress', 2],
    ]);
  });
  it.each([
    [-3, 'en retard de 3 jours'],
    [-1, 'en retard d’un jour'],
    [0, 'aujourd’hui'],
    [1, 'demain'],
    [14, 'dans 14 jours'],
    [15, 'le 8 décembre 2026'],
  ])('says a due day in words (%i days)', (days, words) => {
    expect(dueWords(days, '8 décembre 2026')).toBe(words);
  });
});

describe('qualification proposes and a person decides', () => {
  const waiting = contact('contact-0', 3) as Parameters<typeof proposedDraft>[0];
  it('sends the proposal back unchanged when it is accepted as it is', () => {
    expect(acceptance(proposedDraft(waiting), 3)).toEqual({
      version: 3,
      department: 'voirie',
      procedure: null,
      urgency: 'high',
      subject: 'Lampadaire éteint rue des Tanneurs',
      sender: waiting.proposal?.sender,
    });
  });
  it('asks for a department when nothing was proposed', () => {
    expect(draftProblems(proposedDraft({ ...waiting, proposal: null }))).toEqual([
      { field: 'department', code: 'missing' },
    ]);
  });
  it('refuses an address of mail that cannot be one', () => {
    expect(draftProblems({ ...proposedDraft(waiting), email: 'odette@' })).toEqual([
      { field: 'email', code: 'wrong' },
    ]);
  });
  it('takes a passage on one line, and an address on its own lines', () => {
    expect(asValue('name', ' Odette\n Marchandeau ')).toBe('Odette Marchandeau');
    expect(asValue('address', '14 rue des Tanneurs \n\n 99100 Val-Clair')).toBe(
      '14 rue des Tanneurs\n99100 Val-Clair',
    );
  });
  it('says how sure it is', () => {
    expect([0.95, 0.62, 0.3].map(sureness)).toEqual(['high', 'medium', 'low']);
  });
  it('marks the words that decided, whatever their case, accents and line breaks', () => {
    const text = 'L’Éclairage\npublic éclaire. Eclairage  public.';
    const marked = highlight(text, decisiveRanges(text, ['éclairage public', 'éclair']));
    expect(marked.map(({ text }) => text).join('')).toBe(text);
    expect(marked.filter(({ mark }) => mark === 'decisive').map(({ text }) => text)).toEqual([
      'Éclairage\npublic',
    ]);
  });
});

describe('the viewer stays within the document', () => {
  it('does not turn beyond the last page, and straightens the next one', () => {
    const turned = look({ page: 2, zoom: 2, turn: 1 }, 'next', 3);
    expect(turned).toEqual({ page: 3, zoom: 2, turn: 0 });
    expect(look(turned, 'next', 3)).toBe(turned);
    expect(look(firstView, 'previous', 3)).toBe(firstView);
  });
  it('zooms by steps between half and four times', () => {
    expect(look({ ...firstView, zoom: 4 }, 'zoom-in', 1).zoom).toBe(4);
    expect(look({ ...firstView, zoom: 0.5 }, 'zoom-out', 1).zoom).toBe(0.5);
    expect(look(firstView, 'zoom-in', 1).zoom).toBe(1.25);
  });
});

describe('before an answer leaves the house', () => {
  const good =
    'Bonjour Madame,\n\nLe lampadaire sera réparé mercredi par notre prestataire, qui a commandé la pièce hier.\n\nCordialement,\nKarim Belaïd';
  it('has nothing to say of a sound answer', () => expect(hintsFor(good, 'answer', 'granted')).toEqual([]));
  it('reminds of reasons and remedies in a refusal', () => {
    expect(hintsFor(good, 'answer', 'refused')).toEqual(['reasons', 'remedies']);
  });
  it('notices a missing greeting, a missing close, shouting and a hole left in a template', () => {
    expect(hintsFor('VOTRE DEMANDE EST REFUSEE [motif]', 'message', null)).toEqual([
      'greeting',
      'closing',
      'shouting',
      'placeholder',
    ]);
  });
  it('says nothing of an empty draft', () => expect(hintsFor('  ', 'answer', 'refused')).toEqual([]));
  it('waits for the outcome, the text and the attachments', () => {
    expect(composerProblems({ kind: 'answer', text: ' ', outcome: null }, 1)).toEqual([
      'outcome',
      'text',
      'uploads',
    ]);
    expect(composerProblems({ kind: 'message', text: 'Bonjour', outcome: null }, 0)).toEqual([]);
  });
});

describe('two agents on one request', () => {
  it('tells the second what the first changed', () => {
    const before = request('VC-2026-000123-W');
    const note = { id: 'n2', at: before.now, author: 'Pascale Oudin', text: 'Vu.' };
    expect(whatChanged(before, { ...before, agent: 'p.oudin', notes: [...before.notes, note] })).toEqual([
      { field: 'agent', before: 'k.belaid', after: 'p.oudin' },
      { field: 'notes', added: 1 },
    ]);
  });
});

describe('no page of a batch is lost', () => {
  const batch = { state: 'done', pages: 10, filed: 7, separators: 1, blanks: 1, rejected: 1 };
  it('balances when every page has a place', () => {
    expect(account(batch)).toMatchObject({ pending: 0, missing: 0 });
  });
  it('calls the rest pending while reading, and missing afterwards', () => {
    expect(account({ ...batch, filed: 4, state: 'reading' })).toMatchObject({ pending: 3, missing: 0 });
    expect(account({ ...batch, filed: 4 })).toMatchObject({ pending: 0, missing: 3 });
  });
});
