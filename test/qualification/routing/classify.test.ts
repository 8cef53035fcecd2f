import { describe, expect, it } from 'vitest';
import { classify } from '../../../functions/qualification/routing/classify.ts';
import { learn, score } from '../../../functions/qualification/routing/learn.ts';
import { decode, encode } from '../../../functions/qualification/routing/model-file.ts';
import { corpus, lexicon } from '../../../infra/train.ts';

const classifier = learn(corpus(), lexicon());
const message = (subject: string, text: string) => ({ subject, text, channel: 'scan' });
const options = { threshold: 0.8 };

describe('a letter finds its department', () => {
  it.each([
    [
      'Nid-de-poule rue des Lilas',
      'Il y a un énorme nid-de-poule devant le 12, la chaussée est dangereuse pour les vélos.',
      'voirie',
    ],
    [
      'Place en crèche',
      'Nous attendons un bébé et cherchons une place en crèche ou une assistante maternelle.',
      'petite-enfance',
    ],
    [
      'Acte de naissance',
      'Je souhaite une copie intégrale de mon acte de naissance, je suis née dans votre maternité.',
      'etat-civil',
    ],
    [
      'Encombrants',
      'Quand passe le ramassage des encombrants ? La déchetterie refuse mon badge.',
      'proprete-dechets',
    ],
    [
      'Facture d’eau',
      "Ma facture d'eau a triplé, je pense à une fuite après compteur.",
      'eau-assainissement',
    ],
  ])('%s', (subject, text, department) => {
    expect(classify(classifier, message(subject, text), options).department).toBe(department);
  });

  it('reads a scan with letters misread as well as the clean text', () => {
    const noisy = 'Il y a un enorme nid-de-poule devaut le 12, la chaussee est dangcreuse pour les ve1os.';
    expect(classify(classifier, message('Nid-de-p0ule', noisy), options).department).toBe('voirie');
  });

  it('says which words decided, and never the name of who writes', () => {
    const text =
      'Bonjour,\nLe lampadaire devant chez moi est éteint, la rue est noire.\nOphélie Grandclément';
    const { reasons, sender } = classify(classifier, message('', text), options);
    expect(sender.name).toBe('Ophélie Grandclément');
    expect(reasons).toContain('lampadaire');
    expect(reasons.join(' ')).not.toMatch(/Ophélie|Grandclément/);
  });

  it('leaves to a person what it does not know, what is nearly empty and what looks unwanted', () => {
    expect(classify(classifier, message('', 'Merci.'), options).routed).toBe(false);
    const strange = 'Le colloque de numismatique médiévale se tiendra à Uppsala au printemps prochain.';
    expect(classify(classifier, message('', strange), options).routed).toBe(false);
    const vague =
      'Je voudrais vous parler de quelque chose qui me tient à cœur depuis longtemps. Pouvez-vous me recevoir ?';
    for (const subject of ['', 'Une idée', 'Une question'])
      expect(classify(classifier, message(subject, vague), options).routed).toBe(false);
    const spam =
      'Félicitations vous avez gagné au tirage, cliquez ici pour recevoir votre lot par virement bitcoin.';
    expect(classify(classifier, message('Vous avez gagné', spam), options)).toMatchObject({
      department: 'indesirable',
      routed: false,
    });
  });

  it('weighs to whom it is addressed beside its words, says so, and never routes by that alone', () => {
    const departments = [
      { code: 'urbanisme', name: 'Urbanisme', email: 'urbanisme@ville.example' },
      { code: 'voirie', name: 'Voirie', email: 'voirie@ville.example' },
    ];
    const vague = message(
      '',
      'Bonjour, je voudrais un rendez-vous au sujet de mon terrain la semaine prochaine.',
    );
    const beside = { recipients: ['urbanisme@ville.example'] };
    const [plain, addressed] = [vague, { ...vague, beside }].map((one) =>
      classify(classifier, one, { ...options, departments }),
    );
    expect(plain).toEqual(classify(classifier, vague, options));
    const sureOf = ({ department, confidence, others }: NonNullable<typeof plain>) =>
      [{ department, confidence }, ...others].find((one) => one.department === 'urbanisme')?.confidence ?? 0;
    expect(addressed && sureOf(addressed)).toBeGreaterThan(plain ? sureOf(plain) : 1);
    expect(addressed?.routed).toBe(false);
    expect(addressed?.signals).toEqual([
      { kind: 'addressed', department: 'urbanisme', what: 'urbanisme@ville.example', isFor: true },
    ]);
  });

  it('follows a habit of one person as a proposal, and routes nothing by it alone', () => {
    const bill = message(
      'Facture de cantine',
      'Je conteste la facture de la cantine de mon fils, deux repas de trop.',
    );
    const [first, second] = score(classifier, `${bill.subject} ${bill.subject}\n${bill.text}`).map(
      ({ label }) => label,
    );
    const onTrial = [{ from: second ?? '', to: first ?? '' }];
    const low = { threshold: 0.3 };
    const [sure, tried, other] = [undefined, onTrial, [{ from: 'voirie', to: 'elections' }]].map((habits) =>
      classify(decode(encode({ ...classifier, onTrial: habits })), bill, low),
    );
    expect([sure, tried, other].map((one) => [one?.department, one?.routed])).toEqual([
      [first, true],
      [first, false],
      [first, true],
    ]);
    expect(tried?.signals).toEqual([{ kind: 'habit', department: first, what: second, isFor: true }]);
  });

  it('goes to the department that instructs the procedure in its commune', () => {
    const procedures = [
      {
        ...{ id: 'acte-naissance', department: 'etat-civil', title: 'Acte de naissance' },
        ...{ keywords: ['acte de naissance', 'copie intégrale'], elsewhere: { '99102': 'elections' } },
      },
    ];
    const asked = message('Acte de naissance', 'Je souhaite une copie intégrale de mon acte de naissance.');
    const beside = { commune: { code: '99102', name: 'Lanterolles' } };
    const found = classify(classifier, { ...asked, beside }, { ...options, procedures });
    expect(found).toMatchObject({ department: 'elections', procedure: 'acte-naissance' });
    expect(found.signals?.[0]).toMatchObject({ kind: 'commune', what: 'Lanterolles' });
    expect(classify(classifier, asked, { ...options, procedures }).department).toBe('etat-civil');
  });

  it('proposes the procedure whose words the text holds', () => {
    const procedures = [
      { id: 'acte-naissance', department: 'etat-civil', title: '', keywords: ['acte de naissance'] },
    ];
    const asked = message(
      'Acte',
      'Je voudrais une copie de mon acte de naissance pour le notaire, née à Val-Clair.',
    );
    expect(classify(classifier, asked, { ...options, procedures }).procedure).toBe('acte-naissance');
  });
});

describe('a proposal says more than one word', () => {
  it('tells what else a message asks, of whom', () => {
    const two = message(
      '',
      'Je demande une copie intégrale de mon acte de naissance, je suis née à la maternité de Val-Clair en 1980. Par ailleurs, pouvez-vous réparer le lampadaire éteint et le nid-de-poule sur la chaussée devant chez moi ?',
    );
    const { department, second } = classify(classifier, two, options);
    expect([department, second?.department].sort()).toEqual(['etat-civil', 'voirie']);
  });
  it('keeps to one thing when there is one', () => {
    const one = message('', 'Le lampadaire est éteint depuis lundi. Pouvez-vous le réparer avant la nuit ?');
    expect(classify(classifier, one, options).second).toBeUndefined();
  });

  it.each([
    [
      "Ma poubelle jaune n'a pas été ramassée mardi. Par ailleurs, je souhaite inscrire ma fille à la cantine.",
      ['education', 'proprete-dechets'],
    ],
    [
      'Un arbre est tombé dans le square des Tilleuls. Autre chose : je voudrais un extrait de mon acte de mariage.',
      ['espaces-verts', 'etat-civil'],
    ],
  ])('and neither demand is lost where a letter turns from one to the other: %s', (text, departments) => {
    const { department, second } = classify(classifier, message('', text), options);
    expect([department, second?.department].sort()).toEqual(departments);
  });
  it('tells without which words another department would be first', () => {
    const text = 'Bonjour, je souhaite une place de stationnement résident pour ma voiture dans ma rue.';
    const { department, unless } = classify(classifier, message('', text), options);
    expect(department).toBe('mobilite');
    expect(unless?.department).not.toBe('mobilite');
    expect(unless?.words.every((word) => text.includes(word))).toBe(true);
  });
  it('says of what is not for us whose it seems to be, and routes it nowhere', () => {
    const text =
      'À la CPAM. Voici ma feuille de soins, mon ordonnance et ma carte vitale pour le remboursement du dentiste.';
    const { routed, notOurs } = classify(classifier, message('', text), options);
    expect(routed).toBe(false);
    expect(notOurs).toMatchObject({ kind: 'elsewhere', body: 'cpam' });
  });
});

describe('the model an authority starts with', () => {
  it('is the same for everybody who builds it, and survives its file', () => {
    const few = corpus(['mails-and-notes']).slice(0, 40);
    const [one, other] = [learn(few, lexicon()), learn(few, lexicon())].map(encode);
    expect(Buffer.compare(Buffer.from(one ?? []), Buffer.from(other ?? [0]))).toBe(0);
    expect(score(decode(encode(classifier)), 'nid-de-poule')).toEqual(score(classifier, 'nid-de-poule'));
  }, 15_000);
  it('stays small beside the function that reads it', () => {
    const mebibytes = encode(classifier).length / 2 ** 20;
    expect(mebibytes).toBeLessThan(15);
  });
  it('refuses a damaged file instead of guessing', () => {
    expect(() => decode(encode(classifier).subarray(0, 5_000))).toThrow('build it again');
  });
  it('gives probabilities that add up to one', () => {
    const sum = score(classifier, 'une place en crèche').reduce((total, one) => total + one.probability, 0);
    expect(sum).toBeCloseTo(1, 10);
  });
});
