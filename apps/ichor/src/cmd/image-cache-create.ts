import { noArguments } from '../command/arguments.ts';
import { enumeration } from '../command/choice-flag.ts';
import { defineCommand } from '../command/command.ts';
import { csv, text, toggle } from '../command/flag-kinds.ts';
import { interruptible } from '../nodes/interrupt.ts';

/** `image cache-create`: images, fetched from their registries or from what this machine has built, in a folder. */
export const imageCacheCreate = defineCommand({
	examples: [
		'ichor image default | ichor image cache-create --images=- --image-cache-path=cache --layout=flat',
		'ichor image cache-create --images=ghcr.io/siderolabs/kubelet:v1.36.3 --image-cache-path=cache',
	],
	args: noArguments,
	completion: { kind: 'nothing' },
	flags: {
		cosignSignatures: toggle('cosign-signatures', 'with the signatures of cosign', { initial: true }),
		force: toggle('force', 'remove what is in the folder'),
		path: text('image-cache-path', 'the folder to make', { required: true, completion: { kind: 'folders' } }),
		layerPath: text('image-layer-cache-path', 'a folder that keeps layers for the next time', { completion: { kind: 'folders' } }),
		images: csv('images', 'the images, or - to read them from standard input', { required: true, completion: { kind: 'nothing' } }),
		insecure: toggle('insecure', 'without TLS'),
		layout: enumeration('layout', 'oci: an image whose layer has the cache; flat: the cache as cache-serve serves it', {
			choices: ['flat', 'oci'],
			initial: 'oci',
		}),
		platform: csv('platform', 'the platforms to fetch, or all', { initial: ['linux/amd64'], completion: { kind: 'nothing' } }),
	},
	run: async ({ flags, terminal }) =>
		await interruptible(terminal, async (signal) => {
			const { createImageCache } = await import('../image-cache.ts');
			const [first] = flags.images;
			await createImageCache(signal, { ...flags, images: first === '-' ? linesOf(terminal.readLine) : flags.images });
		}),
});

function linesOf(readLine: () => string | undefined): readonly string[] {
	const lines: string[] = [];
	for (let line = readLine(); line !== undefined; line = readLine()) if (line.trim() !== '') lines.push(line.trim());
	return lines;
}
