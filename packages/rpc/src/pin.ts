import { createHash, X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { hostOf, type PinnedCertificate } from './channel.ts';
import { RpcError } from './errors.ts';

/**
 * Asks a server for its certificate and pins it if its key has one of the fingerprints: this is how one trusts a
 * machine in maintenance, which prints the fingerprint on its console.
 *
 * @param address `HOST:PORT`
 * @param fingerprints SHA-256 of the public key's SPKI, in base64
 * @throws RpcError "unavailable" when the server has another key, or does not answer
 */
export async function pinCertificate(address: string, fingerprints: readonly string[], signal?: AbortSignal): Promise<PinnedCertificate> {
	const certificate = await readCertificate(address, signal);
	const fingerprint = fingerprintOf(certificate);
	if (!fingerprints.includes(fingerprint)) {
		throw new RpcError('unavailable', `${address} has a certificate with the fingerprint ${fingerprint}, which is not the expected one`);
	}
	return { pinned: certificate };
}

/** SHA-256 of the public key's SPKI of a certificate in PEM, in base64. */
export function fingerprintOf(certificate: string): string {
	const spki = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
	return createHash('sha256').update(spki).digest('base64');
}

async function readCertificate(address: string, signal: AbortSignal | undefined): Promise<string> {
	signal?.throwIfAborted();
	return await new Promise((resolve, reject) => {
		const port = Number(address.slice(address.lastIndexOf(':') + 1));
		// nothing is sent to this server but a handshake: it is trusted only after a look at its key
		const socket = connect({ host: hostOf(address), port, rejectUnauthorized: false, ALPNProtocols: ['h2'], minVersion: 'TLSv1.3' });
		const abort = (): void => void socket.destroy(signal?.reason as Error);
		signal?.addEventListener('abort', abort, { once: true });
		socket.once('secureConnect', () => {
			const certificate = socket.getPeerX509Certificate()?.toString();
			socket.end();
			if (certificate === undefined) reject(new RpcError('unavailable', `${address} has shown no certificate`));
			else resolve(certificate);
		});
		socket.on('error', (error) => {
			const failure = new RpcError('unavailable', `${address} does not answer: ${error.message}`, { cause: error });
			reject(signal?.aborted === true ? (signal.reason as Error) : failure);
		});
		socket.once('close', () => signal?.removeEventListener('abort', abort));
	});
}
