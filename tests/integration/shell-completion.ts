import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { type Context, waitFor } from '@ichor/std';

const program = fileURLToPath(new URL('../../apps/ichor/bin/ichor.js', import.meta.url));

/** How a user sets completion up in each shell. No path has a quote. */
const shells = {
	bash: {
		files: { rc: `ichor() { '${process.execPath}' '${program}' "$@"; }\nsource <(ichor completion bash)\nPS1='% '\necho READY\n` },
		command: (folder: string) => `bash --noprofile --rcfile '${folder}/rc' -i`,
	},
	zsh: {
		files: {
			'.zshrc': `autoload -U compinit && compinit -u -d "$ZDOTDIR/dump"\nichor() { '${process.execPath}' '${program}' "$@" }\nsource <(ichor completion zsh)\nPROMPT='%% '\necho READY\n`,
		},
		command: () => 'zsh -i',
	},
	fish: {
		files: {
			rc: `function ichor; '${process.execPath}' '${program}' $argv; end\nichor completion fish | source\necho READY\n`,
		},
		command: (folder: string) => `fish --no-config -i -C "source '${folder}/rc'"`,
	},
} as const;

export type Shell = keyof typeof shells;

export const everyShell = Object.keys(shells) as readonly Shell[];

/**
 * What a shell shows when Tab is pressed behind a line, on a terminal of its own, as soon as all of `wanted` is in it.
 *
 * @throws Error with what it shows instead when the time is over
 */
export async function tabOffers(
	context: Context,
	shell: Shell,
	{ line, wanted, talosconfig }: { readonly line: string; readonly wanted: readonly string[]; readonly talosconfig: string },
): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-shell-'));
	const { files, command } = shells[shell];
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	const { PATH, HOME = '' } = process.env;
	const env = { PATH, HOME: folder, ZDOTDIR: folder, TERM: 'xterm', TALOSCONFIG: talosconfig, ICHOR_CACHE: join(HOME, '.cache/ichor') };
	const child = spawn('script', ['--quiet', '--flush', '--command', command(folder), '/dev/null'], { env, stdio: 'pipe' });
	let shown = '';
	const take = (chunk: Buffer): void => void (shown += chunk.toString('utf8'));
	child.stdout.on('data', take);
	child.stderr.on('data', take);
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	const has = async (texts: readonly string[]): Promise<void> => {
		await waitFor(context, () => (texts.every((text) => stripVTControlCharacters(shown).includes(text)) ? true : undefined)).catch(
			(error: unknown) => {
				throw new Error(`${shell} shows ${JSON.stringify(stripVTControlCharacters(shown))}`, { cause: error });
			},
		);
	};
	try {
		await has(['READY']);
		shown = '';
		// the first one completes what is common to all, the second one lists them
		child.stdin.write(`${line}\t\t`);
		await has(wanted);
	} finally {
		child.kill();
		await ended;
		await rm(folder, { recursive: true });
	}
}
