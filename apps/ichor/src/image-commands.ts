import type { CommandNode } from './command/command.ts';
import { imageFlags } from './image-namespace.ts';

/** `image` and what is below it. */
export const imageCommands: CommandNode = {
	name: 'image',
	aliases: ['images'],
	short: 'List, build, cache and serve container images',
	group: 'Running clusters:',
	persistent: imageFlags,
	children: [
		{
			name: 'build-kubernetes',
			short: 'Build the images of Kubernetes out of its released modules, into the cache of this machine',
			load: async () => (await import('./cmd/image-build-kubernetes.ts')).imageBuildKubernetes,
		},
		{
			name: 'cache-cert-gen',
			short: 'Make the certificates that cache-serve needs for TLS, and the patch that has machines trust them',
			load: async () => (await import('./cmd/image-cache-cert-gen.ts')).imageCacheCertGen,
		},
		{
			name: 'cache-create',
			short: 'Fetch images into a folder that cache-serve serves',
			load: async () => (await import('./cmd/image-cache-create.ts')).imageCacheCreate,
		},
		{
			name: 'cache-serve',
			short: 'Serve a folder of images as a registry',
			load: async () => (await import('./cmd/image-cache-serve.ts')).imageCacheServe,
		},
		{
			name: 'k8s-bundle',
			aliases: ['default'],
			short: 'List the images that a cluster pulls by default',
			load: async () => (await import('./cmd/image-k8s-bundle.ts')).imageK8sBundle,
		},
		{
			name: 'list',
			aliases: ['l', 'ls'],
			short: 'List the images of nodes',
			load: async () => (await import('./cmd/image-list.ts')).imageList,
		},
		{
			name: 'pull',
			aliases: ['p'],
			short: 'Have nodes pull an image',
			load: async () => (await import('./cmd/image-pull.ts')).imagePull,
		},
		{
			name: 'remove',
			aliases: ['rm'],
			short: 'Remove an image from nodes',
			load: async () => (await import('./cmd/image-remove.ts')).imageRemove,
		},
		{
			name: 'talos-bundle',
			short: "List Talos's own images of a version",
			load: async () => (await import('./cmd/image-talos-bundle.ts')).imageTalosBundle,
		},
	],
};
