import { createServer } from 'node:net';

/** `node api-server-stand-in.ts PORT`: takes every connection at a port of its network namespace, and says so once it can. */
const port = Number(process.argv[2]);
createServer((socket) => socket.on('error', () => undefined).end()).listen(port, () => console.log('listening'));
