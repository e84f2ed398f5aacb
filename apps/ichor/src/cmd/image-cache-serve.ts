import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { csv, text } from '../command/flag-kinds.ts';
import { interruptible } from '../nodes/interrupt.ts';

/** `image cache-serve`: a folder of images as a registry, until it is interrupted, and the patch that has machines use it. */
export const imageCacheServe = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	flags: {
		address: text('address', 'the address to listen on', { initial: '127.0.0.1:3172', completion: { kind: 'nothing' } }),
		path: text('image-cache-path', 'the folder, as cache-create --layout=flat makes it', {
			required: true,
			completion: { kind: 'folders' },
		}),
		mirrors: csv('mirror', 'the registries that the patch names', {
			initial: ['docker.io', 'ghcr.io', 'registry.k8s.io'],
			completion: { kind: 'nothing' },
		}),
		certificate: text('tls-cert-file', 'the certificate to serve with'),
		key: text('tls-key-file', 'its key'),
	},
	run: async ({ flags, terminal }) =>
		await interruptible(terminal, async (signal) => {
			const { serveImageCache } = await import('../image-cache-server.ts');
			await serveImageCache(signal, terminal, flags);
		}),
});
