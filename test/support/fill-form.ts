import type { Page } from 'playwright-core';

export const continueForm = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continuer', exact: true }).click();
};

/** Fills the form with every kind of question as a person would; `look` is called on each screen, the check page last. */
export async function fillWhole(
  page: Page,
  look: (step: string) => Promise<void> = async () => {},
): Promise<void> {
  const arrive = (step: string) => page.waitForURL(new RegExp(`/${step}$`));
  const next = async (step: string) => {
    await look(step);
    await continueForm(page);
  };
  await arrive('besoin');
  await page.getByLabel('Pour vous-même').check();
  await page.getByLabel('Monte-meubles').check();
  await page.fill('#champ-longueur', '12,5');
  await next('besoin');
  await arrive('lieu');
  await page.fill('[id="champ-adresse.lines"]', '4 rue du Moulin');
  await page.fill('[id="champ-adresse.postalCode"]', '99 100');
  await page.fill('[id="champ-adresse.city"]', 'Val-Clair');
  await page.selectOption('#champ-commune', { label: 'Val-Clair' });
  await page.fill('#champ-jour', '24');
  await page.fill('#champ-jour-month', '12');
  await page.fill('#champ-jour-year', '2026');
  await page.fill('#champ-plaque', 'ab 123 cd');
  await next('lieu');
  await arrive('monte-meubles');
  await page.setInputFiles('#champ-assurance', {
    name: 'attestation.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 essai'),
  });
  await page.waitForSelector('.file-state:has-text("Envoyé")');
  await next('monte-meubles');
  await arrive('vous');
  await page.fill('#champ-prenom', 'Anna');
  await page.fill('#champ-nom', 'Petit');
  await page.fill('#champ-courriel', 'anna.petit@exemple.fr');
  await page.fill('#champ-telephone', '06.12.34.56.78');
  await next('vous');
  await arrive('precisions');
  await page.getByLabel('Je certifie').check();
  await next('precisions');
  await arrive('verifier');
  await page.waitForSelector('.check-answers');
  await look('verifier');
}
