import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { genFlags } from '../gen-flags.ts';
import { refuseExisting, writeSecretFile } from '../output/secret-file.ts';

/** `gen key`: NAME.key, an Ed25519 key. */
export const genKey = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: genFlags,
	flags: { name: text('name', 'the name of the file, without .key', { required: true }) },
	async run({ flags: { name, force } }) {
		const { encodePrivateKey, generateKeyPair } = await import('@ichor/machinery/pki');
		const { privateKey } = await generateKeyPair('ed25519');
		refuseExisting(`${name}.key`, force);
		writeSecretFile(`${name}.key`, encodePrivateKey(privateKey));
	},
});
