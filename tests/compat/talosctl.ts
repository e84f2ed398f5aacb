import { type Program, runIn } from './program.ts';

/**
 * The real talosctl of a minor version, from TALOSCTL: the paths of one or several binaries with colons between them.
 * Undefined when there is none.
 *
 * @param minor `v1.13`
 */
export async function talosctlOf(minor: string): Promise<Program | undefined> {
	const paths = (process.env['TALOSCTL'] ?? '').split(':').filter(Boolean);
	for (const path of paths) {
		const { stdout } = await runIn({}, [path], ['version', '--client', '--short']);
		if (stdout.includes(`Talos ${minor}.`)) return [path];
	}
	return undefined;
}

/** Why a comparison is skipped. */
export function noTalosctl(minor: string): string {
	return `TALOSCTL names no talosctl ${minor}: nothing is compared with a real one`;
}
