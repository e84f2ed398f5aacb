import { createHash, timingSafeEqual } from 'node:crypto';
import type { SecurityService } from '@ichor/api/security';
import { addressBytes, type CertificateRequest, decodeRequest, PkiError, signRequest } from '@ichor/machinery/pki';
import { OSRoot, osRootId, plainPem } from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { State } from '@ichor/runtime';

/** Signs for whoever knows the token: a server certificate for a day, with the names of the request and nothing else of it. */
export function securityService(state: Pick<State, 'find'>): Handlers<typeof SecurityService> {
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
				await checkCaller(await decodeRequest(request), call.peer);
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

/** A machine asks for itself: its own address, as this machine sees it, is among those that it asks for. */
async function checkCaller({ alternativeNames: { addresses } }: CertificateRequest, peer: string | undefined): Promise<void> {
	const caller = peer === undefined ? undefined : Buffer.from(await addressBytes(peer));
	if (caller !== undefined && addresses.some((address) => caller.equals(address))) return;
	throw new RpcError('permission-denied', `the request does not name its caller's address ${peer ?? '(unknown)'}`);
}

/** In a time that tells nothing of where they differ. */
function sameText(a: string, b: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(a), hash(b));
}
