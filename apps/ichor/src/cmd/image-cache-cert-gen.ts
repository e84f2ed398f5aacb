import { writeFileSync } from 'node:fs';
import { addresses } from '../command/address-flag.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { csv, text } from '../command/flag-kinds.ts';
import { writeSecretFile } from '../output/secret-file.ts';
import { validityOfHours } from '../validity.ts';

/** `image cache-cert-gen`: an authority, a certificate of it for `image cache-serve`, and the patch that has machines trust it. */
export const imageCacheCertGen = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	flags: {
		addresses: addresses('advertised-address', 'the addresses that machines reach the cache at'),
		names: csv('advertised-name', 'the names that machines reach the cache by', { completion: { kind: 'nothing' } }),
		authorityFile: text('tls-ca-file', 'where the certificate of the authority is written', { initial: 'ca.crt' }),
		certificateFile: text('tls-cert-file', 'where the certificate to serve with is written', { initial: 'tls.crt' }),
		keyFile: text('tls-key-file', 'where its key is written', { initial: 'tls.key' }),
	},
	async run({ flags, terminal }) {
		const { addressBytes, createAuthority, issueKeyPair } = await import('@ichor/machinery/pki');
		const validity = validityOfHours(hours);
		const subject = { organization: ['talos.dev'] };
		const authority = await createAuthority({ family: 'ecdsa', subject, ...validity });
		const { crt, key } = await issueKeyPair(
			authority,
			{ ...subject, commonName: ['server'] },
			{
				...validity,
				keyUsage: ['digitalSignature'],
				extendedKeyUsage: ['serverAuth'],
				alternativeNames: { dnsNames: flags.names, addresses: await Promise.all(flags.addresses.map(addressBytes)) },
			},
		);
		terminal.err(`writing config patch to ${patchFile}`);
		writeFileSync(patchFile, trustPatch(authority.crt));
		writeFileSync(flags.authorityFile, authority.crt);
		writeFileSync(flags.certificateFile, crt);
		writeSecretFile(flags.keyFile, key);
	},
});

/** As upstream calls it. */
const patchFile = 'image-cache-patch.yaml';

/** A year: upstream's are valid for a day, and whoever serves the same cache on the next one has to patch every machine again. */
const hours = 365 * 24;

function trustPatch(certificate: string): string {
	const lines = certificate.trimEnd().split('\n');
	return `apiVersion: v1alpha1\nkind: TrustedRootsConfig\nname: image-cache-ca\ncertificates: |\n${lines.map((line) => `    ${line}\n`).join('')}`;
}
