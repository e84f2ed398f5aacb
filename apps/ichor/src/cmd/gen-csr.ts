import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { csv, text } from '../command/flag-kinds.ts';
import { genFlags } from '../gen-flags.ts';
import { readPemFile } from '../input-file.ts';
import { refuseExisting, writeSecretFile } from '../output/secret-file.ts';

/** `gen csr`: a certificate request beside the key that signs it. */
export const genCsr = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: genFlags,
	flags: {
		key: text('key', 'the file of the key (PKCS #8 in PEM)', { required: true }),
		ip: text('ip', 'the address that the certificate will be for', { required: true, completion: { kind: 'nothing' } }),
		roles: csv('roles', 'what its holder may do', { initial: ['os:admin'], completion: { kind: 'nothing' } }),
	},
	async run({ flags: { key, ip, roles, force } }) {
		const { addressBytes, createRequest, decodePkcs8PrivateKey, keyPairOf, parseRoles } = await import('@ichor/machinery/pki');
		const keys = await keyPairOf(decodePkcs8PrivateKey(readPemFile(key, 'error reading key')));
		const address = await addressBytes(ip);
		const { roles: organization, unknown } = parseRoles(roles);
		if (unknown.length > 0) throw new Error(`unknown roles: ${unknown.join(', ')}`);
		const request = await createRequest(keys, { organization }, { dnsNames: [], addresses: [address] });
		const path = `${key.replace(/\.[^./]*$/, '')}.csr`;
		refuseExisting(path, force);
		writeSecretFile(path, request);
	},
});
