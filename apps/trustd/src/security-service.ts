import { createHash, timingSafeEqual } from 'node:crypto';
import type { SecurityService } from '@ichor/api/security';
import { addressBytes, type CertificateRequest, decodeRequest, PkiError, signRequest } from '@ichor/machinery/pki';
import { OSRoot, osRootId, plainPem } from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { State } from '@ichor/runtime';
import { foreignAddresses } from './foreign-addresses.ts';

/**
 * Signs for whoever knows the token and asks for its own addresses: a server certificate for a day, with the names of the
 * request and nothing else of it.
 */
export function securityService(state: Pick<State, 'find' | 'list'>): Handlers<typeof SecurityService> {
	return {
		async certificate({ csr }, call) {
			const root = (await state.find(OSRoot.pointer(osRootId)))?.spec;
			if (root === undefined || root.issuingCA === null) throw new RpcError('unavailable', 'this machine does not issue certificates yet');
			const [token] = call.metadata('token');
			if (token === undefined) throw new RpcError('unauthenticated', 'missing credentials');
			if (root.token === '' || !sameText(token, root.token)) throw new RpcError('unauthenticated', 'invalid credentials');
			const issuer = { crt: plainPem(root.issuingCA.crt), key: plainPem(root.issuingCA.key) };
			const now = Date.now();
			try {
				const request = new TextDecoder().decode(csr);
				await checkAddresses(state, await decodeRequest(request), call.peer);
				const crt = await signRequest(issuer, request, {
					notBefore: new Date(now - defaults.allowedClockSkew),
					notAfter: new Date(now + defaults.leafLifetime),
					keyUsage: ['digitalSignature'],
					extendedKeyUsage: ['serverAuth'],
				});
				const authorities = root.acceptedCAs.map(({ crt: one }) => plainPem(one)).join('');
				return { ca: new TextEncoder().encode(authorities), crt: new TextEncoder().encode(crt) };
			} catch (error) {
				if (error instanceof PkiError) throw new RpcError('invalid-argument', `failed to sign CSR: ${error.message}`, { cause: error });
				throw error;
			}
		},
	};
}

/** A machine asks for itself: its own address, as this machine sees it, is among those that it asks for, and nobody else's is. */
async function checkAddresses(
	state: Pick<State, 'find' | 'list'>,
	{ alternativeNames: { addresses } }: CertificateRequest,
	peer: string | undefined,
): Promise<void> {
	const asksFor = async (address: string): Promise<boolean> => {
		const wanted = Buffer.from(await addressBytes(address));
		return addresses.some((one) => wanted.equals(one));
	};
	if (peer === undefined || !(await asksFor(peer)))
		throw new RpcError('permission-denied', `the request does not name its caller's address ${peer ?? '(unknown)'}`);
	for (const address of await foreignAddresses(state, peer)) {
		if (await asksFor(address)) throw new RpcError('permission-denied', `the request of ${peer} names ${address}, which is not its own`);
	}
}

/** In a time that tells nothing of where they differ. */
function sameText(a: string, b: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(a), hash(b));
}
