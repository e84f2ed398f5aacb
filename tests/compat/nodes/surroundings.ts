import type { TalosClient } from '@ichor/client/api';
import { activeConfigId, MachineConfig } from '@ichor/machinery/resources';
import { commandWords } from '../command-words.ts';
import { type Outcome, type Program, runIn } from '../program.ts';

/** What every command line finds where it runs, and whom its letters stand for. */
export interface Surroundings {
	readonly files: Readonly<Record<string, string>>;
	/** Addresses by the letters of the lines. */
	readonly nodes: Readonly<Record<string, string>>;
}

/** @param letters `A`, `B` and `C` are control planes, `W` a worker */
export async function surroundingsOf(
	talos: TalosClient,
	letters: Readonly<Record<string, string>>,
	talosconfig: string,
): Promise<Surroundings> {
	const configOf = async (node = ''): Promise<string> => {
		const { resource } = await talos.node(node).state.get(MachineConfig.pointer(activeConfigId), { timeout: 10_000 });
		return MachineConfig.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array());
	};
	const current = await configOf(letters['A']);
	const files = {
		talosconfig,
		'patch.yaml': 'machine:\n    nodeLabels:\n        compat: tested\n',
		'typo.yaml': 'machine:\n    typo: 1\n',
		'broken.yaml': '  - [',
		'empty.yaml': '',
		'no-database.db': 'nothing like a database\n',
		'folder/there': '',
		'current.yaml': current,
		'edited.yaml': current.replace('debug: false', 'debug: true'),
		'worker.yaml': await configOf(letters['W']),
	};
	// the last address of a network of 256 is nobody's
	return { files, nodes: { ...letters, DOWN: (letters['A'] ?? '').replace(/\d+$/, '250') } };
}

export interface RunOptions {
	readonly endless?: boolean;
	/** Of $EDITOR; one that changes nothing unless it is given. */
	readonly editor?: string;
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Runs one command line. */
export async function runLine({ files, nodes }: Surroundings, program: Program, line: string, options: RunOptions = {}): Promise<Outcome> {
	const { endless = false, editor = 'true' } = options;
	const words = commandWords(line.replaceAll(/\b(?:A|B|C|W|DOWN)\b/g, (letter) => nodes[letter] ?? letter));
	const environment = { TALOSCONFIG: 'talosconfig', NO_COLOR: '1', EDITOR: editor };
	return await runIn({ files: { ...files, ...options.files }, environment, interrupted: endless }, program, words);
}
