import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { genFlags } from '../gen-flags.ts';
import { refuseExistingFiles, writeSecretFile } from '../output/secret-file.ts';
import { validityOfHours } from '../validity.ts';

/** `gen keypair`: ORGANIZATION.crt and ORGANIZATION.key, a self-signed certificate for a day. */
export const genKeypair = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: genFlags,
	flags: {
		ip: text('ip', 'an address that the certificate is for', { completion: { kind: 'nothing' } }),
		organization: text('organization', 'the organization of its name, and the name of its files', {
			required: true,
			completion: { kind: 'nothing' },
		}),
	},
	async run({ flags: { ip, organization, force } }) {
		const { addressBytes, createAuthority } = await import('@ichor/machinery/pki');
		const { crt, key } = await createAuthority({
			family: 'ed25519',
			subject: organization === '' ? {} : { organization: [organization] },
			alternativeNames: { dnsNames: [], addresses: ip === '' ? [] : [await addressBytes(ip)] },
			...validityOfHours(24),
		});
		const files = { [`${organization}.crt`]: crt, [`${organization}.key`]: key };
		refuseExistingFiles(Object.keys(files), force);
		for (const [path, content] of Object.entries(files)) writeSecretFile(path, content);
	},
});
