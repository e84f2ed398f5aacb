import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { integer, text, toggle } from '../command/flag-kinds.ts';
import { genFlags } from '../gen-flags.ts';
import { refuseExistingFiles, writeSecretFile } from '../output/secret-file.ts';
import { validityOfHours } from '../validity.ts';

/** `gen ca`: ORGANIZATION.crt, ORGANIZATION.sha256 (the hash that kubeadm takes) and ORGANIZATION.key. */
export const genCa = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: genFlags,
	flags: {
		organization: text('organization', 'the organization of its name, and the name of its files', {
			required: true,
			completion: { kind: 'nothing' },
		}),
		hours: integer('hours', 'how long it is valid', { initial: 87_600 }),
		rsa: toggle('rsa', 'an RSA key of 4096 bits instead of Ed25519'),
	},
	async run({ flags: { organization, hours, rsa, force } }) {
		const { createAuthority, publicKeyHash } = await import('@ichor/machinery/pki');
		const { crt, key } = await createAuthority({
			family: rsa ? 'rsa' : 'ed25519',
			subject: organization === '' ? {} : { organization: [organization] },
			...validityOfHours(hours),
		});
		const files = { [`${organization}.crt`]: crt, [`${organization}.sha256`]: await publicKeyHash(crt), [`${organization}.key`]: key };
		refuseExistingFiles(Object.keys(files), force);
		for (const [path, content] of Object.entries(files)) writeSecretFile(path, content);
	},
});
