import { type ClientCertificateOptions, generateClientCertificate, type SecretsBundle } from '@ichor/machinery/secrets';
import { singleContext, type Talosconfig } from './talosconfig.ts';

export interface AdminTalosconfigOptions extends ClientCertificateOptions {
	/** The name of the context. */
	readonly clusterName: string;
	readonly secrets: SecretsBundle;
	/** The machines whose API is called; none unless told otherwise, which is how `gen config` writes it. */
	readonly endpoints?: readonly string[];
}

/** A talosconfig for a new cluster, with a client certificate of its own. Throws ConfigError or PkiError when the secrets do not do. */
export async function adminTalosconfig({
	clusterName,
	secrets,
	endpoints = [],
	...options
}: AdminTalosconfigOptions): Promise<Talosconfig> {
	const { crt, key } = await generateClientCertificate(secrets, options);
	return singleContext(clusterName, { endpoints, ca: btoa(secrets.certs?.os?.crt ?? ''), crt: btoa(crt), key: btoa(key) });
}
