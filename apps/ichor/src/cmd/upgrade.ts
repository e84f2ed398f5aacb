import { defaults } from '@ichor/machinery/versions';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { enumeration } from '../command/choice-flag.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { imageNamespace, imageNamespaces } from '../image-namespace.ts';
import { withNodes } from '../nodes/node-session.ts';
import { listingFlags } from '../output/listing.ts';
import { trackFlags } from '../track/flags.ts';

const legacyOnly = 'legacy flag for MachineService.Upgrade fallback, to be removed in Talos 1.18';

/** `upgrade`: writes another version of the system beside the one that runs, and boots it. */
export const upgrade = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		...trackFlags,
		...listingFlags,
		image: text('image', "the installer's image of the version to run", {
			shorthand: 'i',
			initial: `${defaults.installerImage}:${defaults.talosVersion}`,
			completion: { kind: 'nothing' },
		}),
		namespace: text('namespace', 'which containerd pulls the image', {
			initial: 'system',
			completion: { kind: 'choices', choices: imageNamespaces },
		}),
		rebootMode: enumeration('reboot-mode', 'how the machine restarts; powercycle goes through its firmware', {
			shorthand: 'm',
			choices: ['default', 'force', 'powercycle'],
			initial: 'default',
		}),
		progress: enumeration('progress', 'how the progress is shown', { choices: ['auto', 'plain'], initial: 'auto' }),
		noReboot: toggle('no-reboot', 'boot the new version at the next reboot, whenever that is'),
		drain: toggle('drain', 'cordon the Kubernetes node and evict its pods before the reboot', { initial: true }),
		drainTimeout: duration('drain-timeout', 'how long the eviction may take', { initial: '5m0s' }),
		legacy: toggle('legacy', 'by the call of Talos 1.12 and before'),
		force: toggle('force', 'without a look at the health of etcd', { shorthand: 'f', deprecated: legacyOnly }),
		insecure: toggle('insecure', 'of nodes in maintenance, which anybody may call', { deprecated: legacyOnly }),
		preserve: toggle('preserve', 'keep the data', { shorthand: 'p', deprecated: legacyOnly }),
		stage: toggle('stage', 'write it at the next reboot', { shorthand: 's', deprecated: legacyOnly }),
	},
	async run({ flags, terminal }) {
		const wait = flags.wait || flags.debug || flags.drain;
		if (wait && flags.insecure) throw new Error('cannot use --wait and --insecure together');
		await withNodes(flags, terminal, async (session) => {
			if (flags.legacy) {
				terminal.err('WARNING: Forcing use of legacy upgrade method. This flag is deprecated and will be removed in Talos 1.18.');
				const { upgradeAsBefore } = await import('../upgrade/upgrade-as-before.ts');
				await upgradeAsBefore(session, { ...flags, wait });
				return;
			}
			const containerd = await imageNamespace(flags.namespace);
			const { upgradeNodes } = await import('../upgrade/upgrade-nodes.ts');
			await upgradeNodes(session, { ...flags, wait, containerd });
		});
	},
});
