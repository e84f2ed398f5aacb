import { clientFlags } from '../client-flags.ts';
import { atLeast } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';

const methods = ['FAST', 'ZEROES'] as const;

/** `wipe disk`: makes block devices empty that no volume uses. */
export const wipeDisk = defineCommand({
	usage: '<device names>...',
	long: 'Wipe disks or partitions that no volume uses, by their device names: vda, sda5.',
	args: atLeast(1),
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		method: text('method', `how they are wiped. Values: [${methods.join(' ')}]`, {
			initial: methods[0],
			completion: { kind: 'choices', choices: methods },
		}),
		skipVolumeCheck: toggle('skip-volume-check', 'also when a volume is on them', { hidden: true }),
		skipSecondaryCheck: toggle('skip-secondary-check', 'also when another device is made of them', { hidden: true }),
		dropPartition: toggle('drop-partition', 'remove the partition itself afterwards'),
		insecure: toggle('insecure', 'of nodes in maintenance, which anybody may call', { shorthand: 'i' }),
	},
	async run({ flags: { method, skipVolumeCheck, skipSecondaryCheck, dropPartition, ...flags }, args, terminal }) {
		await withNodes(flags, terminal, async (session) => {
			const { BlockDeviceWipeDescriptor_Method: numbers } = await import('@ichor/api/storage');
			const known = methods.find((name) => name === method);
			if (known === undefined) throw new Error(`invalid wipe method ${JSON.stringify(method)}`);
			const options = { method: numbers[known], skipVolumeCheck, skipSecondaryCheck, dropPartition };
			const devices = args.map((device) => ({ device, ...options }));
			await allAnswersOf(session, '', session.client.storage.blockDeviceWipe({ devices }));
		});
	},
});
