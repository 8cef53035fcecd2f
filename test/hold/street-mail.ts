/** A mail about a street lamp, which is routed alone; what is left out of `id` has no Message-ID. ASCII, so that bytes are letters. */
export const streetMail = (given: {
  subject: string;
  from?: string;
  name?: string;
  id?: string;
  text?: string;
  headers?: readonly string[];
}): string => {
  const {
    subject,
    from = 'odile.marchand@courriel.example',
    name = 'Odile Marchand',
    id,
    headers = [],
  } = given;
  const text =
    given.text ??
    'Bonjour, le lampadaire de la rue du Moulin est eteint, la chaussee et le trottoir sont dans le noir. Merci de reparer la voirie.';
  return [
    `From: ${name} <${from}>`,
    'To: contact@val-clair.example',
    `Subject: ${subject}`,
    'Date: Mon, 23 Nov 2026 09:00:00 +0100',
    ...(id === undefined ? [] : [`Message-ID: ${id}`]),
    ...headers,
    '',
    text,
  ].join('\n');
};
