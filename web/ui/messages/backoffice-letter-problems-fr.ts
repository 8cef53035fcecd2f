/** What keeps a letter from the signature book, and the remedy; keys are the codes of functions/letters/check-letter.ts. */
export const letterProblems: Record<string, string> = {
  'author-missing': 'Le prénom et le nom de l’auteur doivent figurer sur la lettre (CRPA L111-2).',
  'author-title-missing': 'La qualité de l’auteur doit figurer sur la lettre (CRPA L111-2).',
  'department-phone-missing': 'Le téléphone de la direction manque : complétez sa fiche.',
  'department-address-missing': 'L’adresse de la direction manque : complétez sa fiche.',
  'signature-missing': 'Personne ne signe cette lettre : prévoyez un signataire (CRPA L212-1).',
  'unsigned-not-allowed': 'Une décision sans signature n’est permise que par téléservice (CRPA L212-2).',
  'law-missing': 'Un refus dit ses raisons en droit : ajoutez un paragraphe « En droit » (CRPA L211-5).',
  'facts-missing': 'Un refus dit ses raisons en fait : ajoutez un paragraphe « En fait » (CRPA L211-5).',
  'remedies-missing': 'Ajoutez les voies et délais de recours (CJA R421-5).',
  'court-address-missing': 'L’adresse du tribunal administratif manque dans la configuration.',
  'algorithm-notice-missing':
    'Dites qu’un traitement algorithmique a contribué à la décision (CRPA L311-3-1).',
  'field-left': 'Il reste un champ à compléter entre accolades.',
  'social-security-number': 'Retirez le numéro de sécurité sociale.',
  'recipient-missing': 'Ni courriel ni adresse postale : complétez les coordonnées de l’usager.',
  'name-differs': 'Le nom écrit n’est pas celui de l’usager.',
  'address-does-not-fit': 'L’adresse ne tient pas dans la fenêtre de l’enveloppe : abrégez-la.',
  'empty-text': 'La lettre est vide.',
  'documents-missing': 'La liste des pièces demandées manque.',
  'documents-delay-missing': 'Le délai accordé pour les pièces manque.',
};
