import type { TalosContext } from '@ichor/client/talosconfig';
import type { clientFlags } from './client-flags.ts';
import type { FlagValues } from './command/flag.ts';
import type { Terminal } from './command/terminal.ts';

/**
 * Changes one context of the talosconfig: the one that `--context` names, else the current one. Upstream wants a current
 * one in both cases.
 */
export async function changeContext(
	flags: FlagValues<typeof clientFlags>,
	terminal: Terminal,
	change: (context: TalosContext) => TalosContext,
): Promise<void> {
	const { contextOf, openTalosconfig, saveTalosconfig, withContext } = await import('@ichor/client/talosconfig');
	const { config, place } = openTalosconfig(flags.talosconfig, terminal.environment);
	contextOf(config);
	const name = flags.context === '' ? config.context : flags.context;
	saveTalosconfig(withContext(config, name, change(contextOf(config, name))), place);
}
