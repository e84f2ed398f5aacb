import { clientFlags } from './client-flags.ts';
import type { CommandNode } from './command/command.ts';

/** What talosctl had once and refuses now, with what to call instead. None is in a list. */
export const replaced: readonly CommandNode[] = [
	replacedBy('crashdump', 'support'),
	replacedBy('disks', 'get disks', 'get systemdisk', 'get discoveredvolumes'),
	replacedBy('interfaces', 'get addresses', 'get links'),
	{ ...replacedBy('routes', 'get routes'), aliases: ['route'] },
];

function replacedBy(name: string, ...instead: readonly string[]): CommandNode {
	return {
		name,
		short: 'Not in this version any more',
		hidden: true,
		persistent: clientFlags,
		standing: `refused, as talosctl does: ${instead.map((words) => `\`${words}\``).join(', ')}`,
		load: async () => (await import('./cmd/replaced.ts')).replacedCommand(name, instead),
	};
}
