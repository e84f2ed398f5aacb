import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { imageFlags, imageNamespace } from '../image-namespace.ts';
import { withNodes } from '../nodes/node-session.ts';
import { ProgressReporter } from '../output/progress-reporter.ts';

/** `image pull`: has the containerd of nodes fetch an image. */
export const imagePull = defineCommand({
	usage: '<image>',
	args: exactly(1),
	completion: { kind: 'nothing' },
	inherits: imageFlags,
	run: async ({ flags, args: [reference = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const containerd = await imageNamespace(flags.namespace);
			const { pullImage } = await import('../nodes/pull-image.ts');
			await pullImage(session, new ProgressReporter(terminal), containerd, reference);
		}),
});
