import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { UsageError } from '../command/usage-error.ts';
import { readInputFile } from '../input-file.ts';

/** `config add NAME`: a context without endpoints, with the certificates and the key that are given. */
export const configAdd = defineCommand({
	usage: '<context>',
	args: exactly(1),
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		ca: text('ca', 'the file of the certificate of the authority'),
		crt: text('crt', 'the file of the client certificate'),
		key: text('key', 'the file of its key'),
	},
	async run({ flags: { ca, crt, key, talosconfig }, args: [name = ''], terminal }) {
		const { openTalosconfig, saveTalosconfig, withContext } = await import('@ichor/client/talosconfig');
		const { config, place } = openTalosconfig(talosconfig, terminal.environment);
		const context = { endpoints: [], ...encodedFiles({ ca }), ...(crt === '' && key === '' ? {} : clientIdentity(crt, key)) };
		saveTalosconfig(withContext(config, name, context), place);
	},
});

function clientIdentity(crt: string, key: string): Readonly<Record<string, string>> {
	if (crt === '' || key === '') throw new UsageError("if either the 'crt' or 'key' flag is specified, both are required");
	return encodedFiles({ crt, key });
}

/** The files that are named, in base64. */
function encodedFiles(paths: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	const named = Object.entries(paths).filter(([, path]) => path !== '');
	return Object.fromEntries(
		named.map(([field, path]) => [field, Buffer.from(readInputFile(path, `error reading ${titles[field] ?? field}`)).toString('base64')]),
	);
}

const titles: Readonly<Record<string, string>> = { ca: 'CA', crt: 'certificate' };
