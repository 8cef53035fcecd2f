import { resolve } from 'node:path';

export type Settings = { port: number; smtpPort: number; dataDir: string; collectivity: string };

/** Reads PORT, SMTP_PORT, DATA_DIR and COLLECTIVITY; an unusable value is an error that names it. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  const collectivity = variables.COLLECTIVITY || 'val-clair';
  if (!/^[a-z][a-z0-9-]*$/.test(collectivity))
    throw new Error(
      `COLLECTIVITY="${collectivity}": le nom d’un dossier de infra/collectivities/ / a folder of infra/collectivities/`,
    );
  return {
    port: portOf(variables, 'PORT', 3000),
    smtpPort: portOf(variables, 'SMTP_PORT', 2525),
    dataDir: resolve(variables.DATA_DIR || '.data'),
    collectivity,
  };
}

function portOf(variables: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const given = variables[name] || String(fallback);
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${name}="${given}": un numéro de port de 1 à 65535 / a port number from 1 to 65535`);
  return port;
}

/** A taken port, said so that the reader knows what to type next. Other errors are left as they are. */
export function explained(error: NodeJS.ErrnoException, settings: Settings): string {
  if (error.code !== 'EADDRINUSE') return error.message;
  const taken = (error as NodeJS.ErrnoException & { port?: number }).port ?? settings.port;
  const name = taken === settings.smtpPort ? 'SMTP_PORT' : 'PORT';
  return (
    `Le port ${taken} est déjà pris : arrêtez le programme qui l’occupe, ou choisissez-en un autre, par exemple ` +
    `${name}=${taken + 1} npm start\nPort ${taken} is taken: stop what holds it, or choose another, such as ${name}=${taken + 1} npm start`
  );
}
