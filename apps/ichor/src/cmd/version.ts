import type { Version as NodeVersion } from '@ichor/api/machine';
import { defaults } from '@ichor/machinery/versions';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { printable } from '../output/printable.ts';
import { productCommit, productVersion } from '../product.ts';

/** `version`: the client's, and the nodes' unless `--client` is given. */
export const version = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		short: toggle('short', 'only the version itself'),
		client: toggle('client', 'only of this program, without asking a node'),
		insecure: toggle('insecure', 'ask a node that is in maintenance mode', { shorthand: 'i' }),
		json: toggle('json', 'what the nodes answer, as JSON', { hidden: true }),
	},
	async run({ flags, terminal }) {
		if (!flags.json) {
			terminal.out(`Client:\n${flags.short ? `Talos ${versionTag}\n` : longVersion()}`);
			if (flags.client) return;
			terminal.out('Server:\n');
		}
		const { withNodes } = await import('../nodes/node-session.ts');
		await withNodes(flags, terminal, async (session) => await printServers(session, flags.json));
	},
});

async function printServers(session: NodeSession, asJson: boolean): Promise<void> {
	const [{ answersOf }, { VersionSchema }, { toJsonString }] = await Promise.all([
		import('../nodes/answers.ts'),
		import('@ichor/api/machine'),
		import('@bufbuild/protobuf'),
	]);
	for (const { node, message } of await answersOf(session, 'error getting version', session.client.machine.version({}))) {
		session.terminal.out(asJson ? `${toJsonString(VersionSchema, message)}\n` : serverVersion(node, message));
	}
}

function serverVersion(node: string, { version, features }: NodeVersion): string {
	const rows = {
		NODE: node,
		Tag: version?.tag,
		SHA: version?.sha,
		Built: version?.built,
		'Go version': version?.goVersion,
		'OS/Arch': `${version?.os}/${version?.arch}`,
		Enabled: features?.rbac === true ? 'RBAC' : '',
	};
	return labelled(rows);
}

function longVersion(): string {
	return labelled({
		Tag: versionTag,
		SHA: productCommit,
		Built: '',
		'Go version': `none (Node ${process.version})`,
		'OS/Arch': `${process.platform}/${goArchitectures[process.arch] ?? process.arch}`,
	});
}

function labelled(values: Readonly<Record<string, string | undefined>>): string {
	return Object.entries(values)
		.map(([label, value = '']) => `\t${`${label}:`.padEnd(12)} ${printable(value)}\n`)
		.join('');
}

/** The contract's version, with the product's as build metadata: clients' version gates hold, and nothing pretends. */
const versionTag = `${defaults.talosVersion}+ichor.${productVersion}`;

/** Where Go names an architecture otherwise than Node. */
const goArchitectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
