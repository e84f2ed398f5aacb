import { defaults } from '@ichor/machinery/versions';
import { between } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import { interruptible } from '../nodes/interrupt.ts';

/** `image talos-bundle [VERSION]`: Talos's own images, and with their digests its official extensions and overlays. */
export const imageTalosBundle = defineCommand({
	usage: '[talos-version]',
	args: between(0, 1),
	completion: { kind: 'nothing' },
	flags: {
		extensions: toggle('extensions', 'those of extensions too', { initial: true }),
		overlays: toggle('overlays', 'those of overlays too', { initial: true }),
	},
	async run({ flags, args: [tag = defaults.talosVersion], terminal }) {
		const { publishedDigests, refuseUnknownBundle, talosImages } = await import('../talos-bundle.ts');
		const refusal = refuseUnknownBundle(tag);
		if (refusal !== undefined) throw new Error(refusal);
		terminal.out(`${talosImages(tag).join('\n')}\n`);
		const digests = await interruptible(terminal, async (signal) => {
			const found: string[] = [];
			for (const kind of ['extensions', 'overlays'] as const) if (flags[kind]) found.push(...(await publishedDigests(kind, tag, signal)));
			return found;
		});
		for (const reference of [...new Set(digests)].toSorted()) terminal.out(`${reference}\n`);
	},
});
