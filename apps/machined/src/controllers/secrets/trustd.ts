import { issueKeyPair } from '@ichor/machinery/pki';
import {
	apiCertSANId,
	CertSAN,
	OSRoot,
	osRootId,
	pemPair,
	plainPem,
	TrustdCertificates,
	trustdCertificatesId,
} from '@ichor/machinery/resources';
import { type Controller, equalData } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { leafLife, lifetimeFrom, renewAfter } from './lifetime.ts';
import { alternativeNames } from './names.ts';

/** What trustd shows, on control planes. */
export const trustdCertificatesController: Controller = {
	name: 'secrets.TrustdController',
	inputs: [
		{ ...OSRoot.kind, id: osRootId, kind: 'weak' },
		{ ...CertSAN.kind, id: apiCertSANId, kind: 'weak' },
	],
	outputs: [{ type: TrustdCertificates.type, kind: 'exclusive' }],
	async run(_, runtime) {
		let made: unknown;
		let madeAt = 0;
		const timer = setInterval(() => runtime.queueReconcile(), renewAfter / 12);
		try {
			while (await runtime.nextReconcile()) {
				const root = (await runtime.find(OSRoot.pointer(osRootId)))?.spec;
				const names = (await runtime.find(CertSAN.pointer(apiCertSANId)))?.spec;
				if (root === undefined || root.issuingCA === null || names === undefined) {
					await publish(runtime, TrustdCertificates, trustdCertificatesId, undefined);
					continue;
				}
				if (equalData(made, { root, names }) && Date.now() - madeAt < renewAfter) continue;
				const issuer = { crt: plainPem(root.issuingCA.crt), key: plainPem(root.issuingCA.key) };
				const server = await issueKeyPair(
					issuer,
					{ commonName: [names.fqdn] },
					{
						...lifetimeFrom(new Date(), leafLife),
						keyUsage: ['digitalSignature'],
						extendedKeyUsage: ['serverAuth'],
						alternativeNames: await alternativeNames(names),
					},
				);
				await publish(runtime, TrustdCertificates, trustdCertificatesId, { acceptedCAs: root.acceptedCAs, server: pemPair(server) });
				made = { root, names };
				madeAt = Date.now();
				runtime.resetRestartBackoff();
			}
		} finally {
			clearInterval(timer);
		}
	},
};
