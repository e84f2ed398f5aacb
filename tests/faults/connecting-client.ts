import { connect } from 'node:net';

/**
 * `node connecting-client.ts PORT`: begins a connection to a port of the loopback every ten milliseconds, whatever has become
 * of those before, and prints a line of JSON when each has ended.
 */
const port = Number(process.argv[2]);
setInterval(() => {
	const begun = Date.now();
	const socket = connect({ port, host: '127.0.0.1', timeout: 10_000 });
	const tell = (failure?: string): void => {
		console.log(JSON.stringify({ begun, took: Date.now() - begun, ...(failure === undefined ? {} : { failure }) }));
		socket.removeAllListeners().on('error', () => undefined);
		socket.destroy();
	};
	socket.on('connect', () => tell());
	socket.on('timeout', () => tell('nothing in ten seconds'));
	socket.on('error', (error: NodeJS.ErrnoException) => tell(error.code ?? error.message));
}, 10);
