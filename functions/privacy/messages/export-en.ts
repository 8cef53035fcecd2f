/** Said below the mail that says the archive is there; the archive itself is in French. */
export const exportMail = (name: string, until: string, url: string): string =>
  [
    `You asked ${name} for a copy of your data. It is ready.`,
    `To download it, sign in and open this page: ${url}`,
    `It stays there until ${until}, then it is deleted. Did you ask for nothing? Sign in, check where your account is open, and tell us.`,
  ].join('\n\n');
