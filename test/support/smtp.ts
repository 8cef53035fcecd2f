import { createConnection } from 'node:net';

/** Says to the mail server exactly these bytes, one character a byte; answers its last line. */
export const deliver = (
  message: string,
  from = 'odile.marchand@courriel.example',
  to: readonly string[] = ['contact@val-clair.example'],
): Promise<string> =>
  new Promise((resolve, reject) => {
    const lines = [
      'EHLO tests',
      `MAIL FROM:<${from}>`,
      ...to.map((address) => `RCPT TO:<${address}>`),
      'DATA',
    ];
    const dotted = message.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
    const socket = createConnection(Number(process.env.PARVIS_SMTP), '127.0.0.1');
    let isSent = false;
    socket.on('error', reject);
    // A server that loses its power says goodbye to nobody.
    socket.on('close', () => reject(new Error('the server hung up')));
    socket.on('data', (part) => {
      const line = part.toString().trimEnd().split('\r\n').at(-1) ?? '';
      if (!/^\d{3} /.test(line)) return;
      const next = lines.shift();
      if (next) socket.write(`${next}\r\n`);
      else if (isSent) socket.end('QUIT\r\n', () => resolve(line));
      else {
        isSent = true;
        socket.write(Buffer.from(`${dotted}\r\n.\r\n`, 'latin1'));
      }
    });
  });
