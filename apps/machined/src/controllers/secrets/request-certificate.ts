import { SecurityService } from '@ichor/api/security';
import { type CertificateAndKey, createRequest, encodePrivateKey, generateKeyPair } from '@ichor/machinery/pki';
import { type CertSANSpec, type PemCertificate, pemCertificate } from '@ichor/machinery/resources';
import { createClient, openChannel } from '@ichor/rpc';
import { type Context, messageOf } from '@ichor/std';
import { alternativeNames } from './names.ts';

/** What a worker asks a control plane's trustd with. */
export interface CertificateOrder {
	readonly token: string;
	/** The authorities that trustd must prove itself with, PEM. */
	readonly trust: readonly string[];
	/** Addresses of control planes. */
	readonly endpoints: readonly string[];
	readonly names: CertSANSpec;
}

/**
 * Has a server certificate signed by the first trustd that answers.
 *
 * @throws Error when none does
 */
export async function requestCertificate(
	context: Context,
	{ token, trust, endpoints, names }: CertificateOrder,
): Promise<{ readonly authorities: readonly PemCertificate[]; readonly pair: CertificateAndKey }> {
	const keys = await generateKeyPair('ed25519');
	const csr = new TextEncoder().encode(await createRequest(keys, { commonName: [names.fqdn] }, await alternativeNames(names)));
	let failure = 'no control plane is known yet';
	for (const address of endpoints) {
		const channel = openChannel(`${address.includes(':') ? `[${address}]` : address}:${trustdPort}`, { tls: { trust } });
		try {
			const { ca, crt } = await createClient(SecurityService, channel).certificate(
				{ csr },
				{ signal: context.signal, timeout: answerTime, metadata: { token } },
			);
			const authorities = new TextDecoder().decode(ca).match(certificatePattern) ?? [];
			return {
				authorities: authorities.map((pem) => pemCertificate(`${pem}\n`)),
				pair: { crt: new TextDecoder().decode(crt), key: encodePrivateKey(keys.privateKey) },
			};
		} catch (error) {
			failure = `${address}: ${messageOf(error)}`;
		} finally {
			channel.close();
		}
	}
	throw new Error(`no trustd has signed a certificate: ${failure}`);
}

const trustdPort = 50001;
/** Milliseconds (upstream: 10 s). */
const answerTime = 10_000;
const certificatePattern = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g;
