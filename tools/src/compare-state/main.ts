import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { contextOf, decodeTalosconfig } from '@ichor/client';
import { openTalosClient, tlsOfContext } from '@ichor/client/api';
import { RoomError } from '@ichor/std';
import { commandLine } from '../command-line.ts';
import { compareStates } from './compare.ts';
import { readNode } from './live-node.ts';
import { readRecording } from './recording.ts';
import { report } from './report.ts';

/** `npm run compare:state -- FILE`: the state of a running node beside that of a recorded one. */
const usage = `npm run compare:state -- [FILE] [--talosconfig FILE] [--nodes ADDRESS]
Compares every resource of a running node with a recording: FILE or $ICHOR_REFERENCE is a resources.yaml, beside it
resource-definitions.yaml. Without --talosconfig it is that of the only cluster in .ichor, without --nodes its first endpoint.`;

const { values, positionals } = commandLine(usage, { talosconfig: { type: 'string' }, nodes: { type: 'string', short: 'n' } });
const recording = positionals[0] ?? process.env.ICHOR_REFERENCE;
if (recording === undefined) {
	console.log('compare:state: not run, because neither a file was given nor ICHOR_REFERENCE is set');
} else {
	process.exitCode = await compare(recording).catch((error: unknown) => {
		console.error(error instanceof RoomError ? `compare:state: ${error.message}` : error);
		return 2;
	});
}

async function compare(file: string): Promise<number> {
	const context = contextOf(decodeTalosconfig(await readFile(values.talosconfig ?? onlyTalosconfig(), 'utf8')));
	const node = values.nodes ?? context.endpoints?.[0] ?? '';
	const client = await openTalosClient({ endpoints: context.endpoints ?? [], tls: tlsOfContext(context) });
	try {
		const { lines, good } = report(compareStates(await readNode(client.node(node)), readRecording(file)));
		for (const line of lines) console.log(line);
		return good ? 0 : 1;
	} finally {
		client.close();
	}
}

function onlyTalosconfig(): string {
	const found = globSync('.ichor/*/talosconfig');
	const [only] = found;
	if (only !== undefined && found.length === 1 && existsSync(only)) return only;
	throw new Error(`there are ${found.length} clusters in .ichor: name one with --talosconfig .ichor/NAME/talosconfig`);
}
