import { describe, expect, it } from 'vitest';
import { readFiche } from '../../functions/knowledge/fiches/fiche.ts';
import { fitted } from '../../functions/knowledge/fiches/size.ts';
import { readXml } from '../../functions/knowledge/fiches/xml.ts';
import { Article } from '../../functions/knowledge/public-api.ts';
import { readAll } from '../../infra/fiches/read-all.ts';

const options = {
  departments: new Set(['etat-civil', 'logement', 'voirie']),
  fallback: 'voirie',
  known: new Set(['F2']),
};
/** Invented, in the shape of the official files. */
const fiche = (
  inside: string,
  attributes = 'ID="F1" spUrl="https://www.service-public.gouv.fr/particuliers/vosdroits/F1"',
) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Publication xmlns:dc="http://purl.org/dc/elements/1.1/" ${attributes} type="Fiche d'information">
<dc:title>Louer un moulin</dc:title><dc:subject>Logement</dc:subject>
<dc:description>Ce qu'il faut savoir avant de louer un moulin.</dc:description>
<dc:date>modified 2026-03-02</dc:date><Audience>Particuliers</Audience>
<FilDAriane><Niveau ID="Particuliers">Accueil particuliers</Niveau><Niveau ID="N1">Logement</Niveau><Niveau ID="N2">Location immobilière</Niveau><Niveau ID="F1">Louer un moulin</Niveau></FilDAriane>
<Theme ID="N1"><Titre>Logement</Titre></Theme>${inside}</Publication>`;
const read = (inside: string, attributes?: string) => {
  const result = readFiche(fiche(inside, attributes), options);
  if ('skipped' in result) throw new Error(result.skipped);
  return Article().parse(result.article);
};
const paragraph =
  '<Texte><Paragraphe>Un moulin se loue comme une maison, avec ses ailes.</Paragraphe></Texte>';

describe('an official article becomes one of ours', () => {
  it('keeps its title, its place, its source, its licence and the day it was checked', () => {
    expect(read(paragraph)).toMatchObject({
      ...{ id: 'f1', title: 'Louer un moulin', department: 'logement', updatedOn: '2026-03-02' },
      ...{ summary: "Ce qu'il faut savoir avant de louer un moulin.", keywords: ['Location immobilière'] },
      source: {
        ...{ name: 'service-public.fr', licence: 'Licence Ouverte 2.0', verifiedOn: '2026-03-02' },
        url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1',
      },
    });
  });

  it('takes the later of the two dates that the current schema bears', () => {
    const attributes = 'ID="F1" dateDerniereModificationImportante="2026-05-04"';
    expect(read(paragraph, attributes).source).toMatchObject({
      ...{ verifiedOn: '2026-05-04', url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1' },
    });
  });

  it('keeps situations, chapters, cases, lists, tables, links, remarks and references readable', () => {
    const { body } = read(`<ListeSituations affichage="onglet"><Situation><Titre>Moulin à vent</Titre><Texte>
<Chapitre><Titre><Paragraphe>Bail</Paragraphe></Titre>
<Paragraphe>Signez <LienInterne LienPublication="F2" audience="Particuliers">un bail</LienInterne>, pas <LienInterne LienPublication="F3">une promesse</LienInterne>, <MiseEnEvidence>jamais</MiseEnEvidence> un <LienExterne URL="https://ailes.example/a(b)">contrat</LienExterne>.</Paragraphe>
<BlocCas affichage="radio"><Cas><Titre><Paragraphe>Meublé</Paragraphe></Titre><Liste type="puce"><Item><Paragraphe>une meule</Paragraphe></Item><Item><Paragraphe>des sacs :</Paragraphe><Liste type="puce"><Item><Paragraphe>blé</Paragraphe></Item><Item><Paragraphe>seigle</Paragraphe></Item></Liste></Item></Liste></Cas></BlocCas>
<ANoter><Titre>À noter</Titre><Paragraphe>le vent est gratuit.</Paragraphe></ANoter>
<Tableau><Titre>Loyers</Titre><Rangée type="header"><Cellule><Paragraphe>Ailes</Paragraphe></Cellule><Cellule><Paragraphe>Été</Paragraphe></Cellule><Cellule><Paragraphe>Hiver</Paragraphe></Cellule></Rangée><Rangée type="normal"><Cellule><Paragraphe>Quatre</Paragraphe></Cellule><Cellule><Paragraphe><Valeur>100 €</Valeur></Paragraphe></Cellule><Cellule><Paragraphe>80 €</Paragraphe></Cellule></Rangée></Tableau>
<OuSAdresser ID="R1"><Titre>Mairie</Titre><PivotLocal>mairie</PivotLocal><RessourceWeb URL="https://annuaire.example/"/></OuSAdresser>
</Chapitre></Texte></Situation></ListeSituations>
<ServiceEnLigne ID="R2" URL="https://formulaire.example/f" numerocerfa="12345*01" type="Formulaire"><Titre>Déclaration de moulin</Titre></ServiceEnLigne>
<Reference type="Texte de référence" URL="https://loi.example/1"><Titre>Code des moulins</Titre></Reference>
<Abreviation ID="R3" type="Acronyme"><Titre>Avm</Titre><Texte><Paragraphe>Amis du vieux moulin</Paragraphe></Texte></Abreviation>`);
    expect(body.split('\n\n')).toEqual([
      '## Moulin à vent',
      '### Bail',
      'Signez [un bail](/aide/f2), pas [une promesse](https://www.service-public.gouv.fr/particuliers/vosdroits/F3), **jamais** un [contrat](https://ailes.example/a%28b%29).',
      '**Meublé**',
      '- une meule\n- des sacs : blé ; seigle',
      '**À noter\u00a0:** le vent est gratuit.',
      '**Loyers**',
      '- **Quatre**\u00a0: Été\u00a0: 100 € ; Hiver\u00a0: 80 €',
      '**Où s’adresser\u00a0:** [Mairie](https://annuaire.example/)',
      '**Formulaire\u00a0:** [Déclaration de moulin](https://formulaire.example/f) (formulaire cerfa n° 12345*01)',
      '## Mots et sigles',
      '- **Avm**\u00a0: Amis du vieux moulin',
      '## Textes de référence',
      '- [Code des moulins](https://loi.example/1)',
    ]);
  });

  it('says nothing twice', () => {
    const same =
      "<Texte><Paragraphe>Ce qu'il faut savoir avant de louer un moulin.</Paragraphe><Paragraphe>Mesurez le vent pendant une année, puis signez le bail.</Paragraphe></Texte>";
    expect(read(same).body).toBe('Mesurez le vent pendant une année, puis signez le bail.');
  });

  it('gives the words of elements it does not know, and leaves out those of other pages', () => {
    const { body } = read(
      `<Texte><Nouveau genre="x"><Paragraphe>Une chose nouvelle que personne n'attendait ici.</Paragraphe></Nouveau><Image nom="a.jpg"/><Condition><estVrai var="T1"/></Condition></Texte>`,
    );
    expect(body).toBe("Une chose nouvelle que personne n'attendait ici.");
  });

  it.each([
    ['text that is no XML', 'bonjour', 'not-xml'],
    ['a file cut short', fiche(paragraph).slice(0, 700), 'not-xml'],
    ['tags closed crosswise', '<Publication ID="F1"><a><b></a></b></Publication>', 'not-xml'],
    [
      'a service and not an article',
      '<ServiceComplementaire ID="R1"><Titre>Impôts</Titre></ServiceComplementaire>',
      'not-an-article',
    ],
    ['an article without text', fiche(''), 'empty'],
    ['an article without date', fiche(paragraph).replace('modified 2026-03-02', ''), 'no-date'],
    ['nesting without end', `<Publication ID="F1">${'<a>'.repeat(5_000)}`, 'not-xml'],
  ])('leaves out %s, with the reason', (_what, xml, skipped) => {
    expect(readFiche(xml, options)).toEqual({ skipped });
  });

  it('expands no entity of a document type', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Publication>&b;&#233;&amp;</Publication>`;
    expect(readXml(bomb)?.children).toEqual(['&b;é&']);
  });

  it.each([
    ['comments', '<a>', '<!--'],
    ['type definitions', '', '<!a'],
    ['subsets of them', '', '<!a ['],
    ['data', '<a>', '<![CDATA['],
    ['marks', '', '<a '],
    ['marks of the article itself', '', '<Publication '],
    ['ends', '<a>', '</a'],
    ['quotes', '<a ', '"x'],
    ['one long name', '<', 'a'],
    ['one long attribute', '<a x="" ', 'y'],
  ])('comes back at once from a file of %s that never end', (_what, before, again) => {
    const text = `${before}${again.repeat(200_001)}`;
    const started = performance.now();
    expect(readXml(text)).toBeUndefined();
    const only = { ...options, known: undefined, only: new Set(['F1']) };
    expect(readAll([{ name: 'a.xml', text }], only).articles).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it.each([
    ['https://www.service-public.gouv.fr/associations/vosdroits/F1', true],
    ['https://entreprendre.service-public.gouv.fr/vosdroits/F1', true],
    ['https://evilservice-public.fr/F1', false],
    ['https://entreprendre.evil.example/F1', false],
    ['https://www.service-public.fr@evil.example/F1', false],
    ['javascript:alert(1)', false],
  ])('names %s as its official address: %s', (given, isKept) => {
    const { url } = read(paragraph, `ID="F1" spUrl="${given}"`).source ?? { url: '' };
    expect(url === given).toBe(isKept);
  });

  it('keeps a link that leads to another site under the look of this one as words', () => {
    const { body } = read(
      `${paragraph}<Texte><Paragraphe>Voir <LienExterne URL="/\\evil.example">ici</LienExterne>, <LienExterne URL="//evil.example">là</LienExterne>.</Paragraphe></Texte>`,
    );
    expect(body).toContain('Voir ici, là.');
  });

  it('has no other source than an address of the web', () => {
    const article = { ...read(paragraph) };
    const of = (url: string) => ({ ...article, source: { ...article.source, url } });
    expect(Article().safeParse(of('https://site.example/a')).success).toBe(true);
    expect(Article().safeParse(of('javascript:alert(1)')).success).toBe(false);
  });

  it('never grows past what a table keeps, and says where the rest is', () => {
    const blocks = Array.from({ length: 200 }, (_, at) => (at % 2 ? 'é'.repeat(3_000) : `## Partie ${at}`));
    const kept = fitted(blocks, '[La suite](https://suite.example)');
    expect(Buffer.byteLength(kept)).toBeLessThan(350_000);
    expect(kept.split('\n\n').at(-1)).toBe('[La suite](https://suite.example)');
    expect(kept.split('\n\n').at(-2)?.startsWith('#')).toBe(false);
  });
});
