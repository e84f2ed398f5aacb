import type { ImageServiceListResponse } from '@ichor/api/machine/image';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { imageFlags, imageNamespace } from '../image-namespace.ts';
import { withNodes } from '../nodes/node-session.ts';
import { humanSize } from '../output/go-number.ts';
import { listingFlags, printListing } from '../output/listing.ts';
import { timeText } from '../output/time-text.ts';

/** `image list`: the images that the containerd of nodes has. */
export const imageList = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: imageFlags,
	flags: listingFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const containerd = await imageNamespace(flags.namespace);
			const [{ ImageService, ImageServiceListResponseSchema }, { eachNode }, { plainMessage }] = await Promise.all([
				import('@ichor/api/machine/image'),
				import('../nodes/each-node.ts'),
				import('../output/plain-message.ts'),
			]);
			await eachNode(
				session,
				async (services) => {
					const images: ImageServiceListResponse[] = [];
					for await (const image of services.service(ImageService).list({ containerd })) images.push(image);
					return images;
				},
				async (answers) => {
					const images = answers.flatMap(({ node, answer }) =>
						answer.map((image) => ({
							cells: [node, ...cellsOf(image)],
							value: () => ({ node, ...plainMessage(ImageServiceListResponseSchema, image) }),
						})),
					);
					if (images.length > 0) await printListing(terminal, flags.output, header, images);
				},
			);
		}),
});

const header = ['NODE', 'IMAGE', 'DIGEST', 'SIZE', 'LABELS', 'CREATED'];

function cellsOf({ name, digest, size, labels, createdAt }: ImageServiceListResponse): readonly string[] {
	return [name, digest, humanSize(size), labelText(labels), timeText(createdAt)];
}

function labelText(labels: Readonly<Record<string, string>>): string {
	return Object.keys(labels)
		.toSorted()
		.map((key) => `${key}=${labels[key] ?? ''}`)
		.join(',');
}
