import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { integer, text } from '../command/flag-kinds.ts';
import { genFlags } from '../gen-flags.ts';
import { readPemFile } from '../input-file.ts';
import { refuseExisting, writeSecretFile } from '../output/secret-file.ts';
import { validityOfHours } from '../validity.ts';

/** `gen crt`: NAME.crt, what a certificate request asks for, signed by CA.crt and CA.key. */
export const genCrt = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: genFlags,
	flags: {
		name: text('name', 'the name of the file, without .crt', { required: true }),
		ca: text('ca', 'the name of the files of the authority, without .crt and .key', { required: true }),
		csr: text('csr', 'the file of the certificate request', { required: true }),
		hours: integer('hours', 'how long it is valid', { initial: 24 }),
	},
	async run({ flags: { name, ca, csr, hours, force } }) {
		const { decodeCertificate, decodePkcs8PrivateKey, encodePrivateKey, signRequest } = await import('@ichor/machinery/pki');
		const crt = readPemFile(`${ca}.crt`, 'error reading CA cert');
		// Each file is judged before the next one is read, so that the message is about the first that is wrong.
		decodeCertificate(crt);
		const key = decodePkcs8PrivateKey(readPemFile(`${ca}.key`, 'error reading CA key'));
		const signed = await signRequest({ crt, key: encodePrivateKey(key) }, readPemFile(csr, 'error reading CSR'), {
			keyUsage: ['digitalSignature'],
			extendedKeyUsage: ['clientAuth'],
			...validityOfHours(hours),
		});
		refuseExisting(`${name}.crt`, force);
		writeSecretFile(`${name}.crt`, signed);
	},
});
