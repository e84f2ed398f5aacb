import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { imageFlags, imageNamespace } from '../image-namespace.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `image remove`: takes the name of an image from the containerd of nodes, and with its last name the image. */
export const imageRemove = defineCommand({
	usage: '<image>',
	args: exactly(1),
	completion: { kind: 'nothing' },
	inherits: imageFlags,
	run: async ({ flags, args: [imageRef = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const containerd = await imageNamespace(flags.namespace);
			const [{ ImageService }, { eachNode }] = await Promise.all([import('@ichor/api/machine/image'), import('../nodes/each-node.ts')]);
			await eachNode(
				session,
				async (services) => await services.service(ImageService).remove({ containerd, imageRef }),
				() => undefined,
			);
		}),
});
