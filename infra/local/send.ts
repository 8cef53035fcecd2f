import { readFileSync } from 'node:fs';

/** `npm run send -- events/<file> …`: injects samples into the product that runs on this machine. */
async function send(files: string[]): Promise<number> {
  if (!files.length) {
    console.error('npm run send -- events/<file> [events/<file> …]');
    return 2;
  }
  const address = `http://127.0.0.1:${process.env.PORT || 3000}/local/events`;
  let isAllWell = true;
  for (const file of files) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: readFileSync(file) });
    const text = await response.text();
    console.log(`${file}: ${response.status}\n${pretty(text)}`);
    isAllWell &&= response.ok && !text.includes('"ok":false');
  }
  return isAllWell ? 0 : 1;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

try {
  process.exitCode = await send(process.argv.slice(2));
} catch (error) {
  const { message, cause } = error as Error & { cause?: { code?: string } };
  const isOff = cause?.code === 'ECONNREFUSED';
  console.error(
    isOff ? 'Parvis ne répond pas : lancez « npm start », ou donnez PORT. / Start it first.' : message,
  );
  process.exitCode = 1;
}
