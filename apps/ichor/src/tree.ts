import { actingCommands } from './acting-commands.ts';
import { clientFlags } from './client-flags.ts';
import { clusterCommands } from './cluster-commands.ts';
import type { CommandNode } from './command/command.ts';
import { etcdCommands } from './etcd-commands.ts';
import { genFlags } from './gen-flags.ts';
import { imageCommands } from './image-commands.ts';
import { missing, unimplemented } from './missing-commands.ts';
import { readingCommands } from './reading-commands.ts';
import { replaced } from './replaced-commands.ts';

const onCluster = 'Running clusters:';
const offline = 'Machine configuration, offline:';

/** Every command, the bill of materials of this program. Siblings in the order of their names, as lists show them. */
export const tree: CommandNode = {
	name: 'ichor',
	short: 'The client of Ichor and Talos clusters. A command of talosctl that is not here yet says UNIMPLEMENTED.',
	children: [
		clusterCommands,
		{
			name: 'completion',
			short: 'Print the script that completes ichor in a shell',
			children: [
				{ name: 'bash', short: 'For bash', load: async () => (await import('./cmd/completion.ts')).completionBash },
				{ name: 'fish', short: 'For fish', load: async () => (await import('./cmd/completion.ts')).completionFish },
				{ name: 'zsh', short: 'For zsh', load: async () => (await import('./cmd/completion.ts')).completionZsh },
				unimplemented('powershell', 'nobody here can test it'),
			],
		},
		{
			name: 'config',
			short: 'Manage the client configuration file (talosconfig)',
			group: onCluster,
			persistent: clientFlags,
			children: [
				{ name: 'add', short: 'Add a context', load: async () => (await import('./cmd/config-add.ts')).configAdd },
				{
					name: 'context',
					aliases: ['use-context'],
					short: 'Choose the current context',
					load: async () => (await import('./cmd/config-context.ts')).configContext,
				},
				{
					name: 'contexts',
					aliases: ['get-contexts'],
					short: 'List the contexts',
					load: async () => (await import('./cmd/config-contexts.ts')).configContexts,
				},
				{
					name: 'endpoint',
					aliases: ['endpoints'],
					short: 'Set the endpoints of the current context',
					load: async () => (await import('./cmd/config-endpoint.ts')).configEndpoint,
				},
				{ name: 'info', short: 'Describe the current context', load: async () => (await import('./cmd/config-info.ts')).configInfo },
				{
					name: 'merge',
					short: 'Add the contexts of another talosconfig',
					load: async () => (await import('./cmd/config-merge.ts')).configMerge,
				},
				{ name: 'new', short: 'Have a node issue a talosconfig', load: async () => (await import('./cmd/config-new.ts')).configNew },
				{
					name: 'node',
					aliases: ['nodes'],
					short: 'Set the nodes of the current context',
					load: async () => (await import('./cmd/config-node.ts')).configNode,
				},
				{ name: 'remove', short: 'Remove contexts', load: async () => (await import('./cmd/config-remove.ts')).configRemove },
			],
		},
		etcdCommands,
		{
			name: 'explain',
			short: 'Say what a type of resource or a field of it means',
			group: offline,
			load: async () => (await import('./cmd/explain.ts')).explain,
		},
		{
			name: 'gen',
			short: 'Generate configurations, secrets, authorities, certificates and keys',
			group: offline,
			persistent: genFlags,
			children: [
				{ name: 'ca', short: 'Generate a self-signed certificate authority', load: async () => (await import('./cmd/gen-ca.ts')).genCa },
				{
					name: 'config',
					short: 'Generate the machine configurations and the talosconfig of a cluster',
					load: async () => (await import('./cmd/gen-config.ts')).genConfig,
				},
				{ name: 'crt', short: 'Sign a certificate request', load: async () => (await import('./cmd/gen-crt.ts')).genCrt },
				{ name: 'csr', short: 'Generate a certificate request for a key', load: async () => (await import('./cmd/gen-csr.ts')).genCsr },
				{ name: 'key', short: 'Generate an Ed25519 key', load: async () => (await import('./cmd/gen-key.ts')).genKey },
				{
					name: 'keypair',
					short: 'Generate an Ed25519 key with a self-signed certificate',
					load: async () => (await import('./cmd/gen-keypair.ts')).genKeypair,
				},
				{
					name: 'secrets',
					short: 'Generate the secrets of a cluster, for gen config --with-secrets',
					load: async () => (await import('./cmd/gen-secrets.ts')).genSecrets,
				},
				unimplemented('secureboot', 'waits for the bootable image'),
			],
		},
		{ name: 'help', short: 'Describe a command', load: async () => (await import('./cmd/help.ts')).help },
		imageCommands,
		{
			name: 'inject',
			short: 'Give manifests of Kubernetes access to the Talos API',
			group: offline,
			children: [
				{
					name: 'serviceaccount',
					aliases: ['tsa'],
					short: 'Add a service account of the Talos API to the pods of manifests',
					load: async () => (await import('./cmd/inject-serviceaccount.ts')).injectServiceaccount,
				},
			],
		},
		{
			name: 'machineconfig',
			aliases: ['mc'],
			short: 'Generate, patch, compare and explain machine configurations',
			group: offline,
			children: [
				{
					name: 'diff',
					short: 'Compare two machine configurations by kind and name',
					load: async () => (await import('./cmd/machineconfig-diff.ts')).machineconfigDiff,
				},
				{
					name: 'explain',
					short: 'Say what a document or a field means',
					load: async () => (await import('./cmd/machineconfig-explain.ts')).machineconfigExplain,
				},
				{
					name: 'gen',
					short: 'Generate the machine configurations and the talosconfig of a cluster, with every default',
					load: async () => (await import('./cmd/machineconfig-gen.ts')).machineconfigGen,
				},
				{
					name: 'patch',
					short: 'Patch a machine configuration',
					load: async () => (await import('./cmd/machineconfig-patch.ts')).machineconfigPatch,
				},
			],
		},
		{
			name: 'validate',
			short: 'Validate a machine configuration',
			group: offline,
			load: async () => (await import('./cmd/validate.ts')).validate,
		},
		{
			name: '__complete',
			short: 'Answer a completion script',
			hidden: true,
			load: async () => (await import('./cmd/complete.ts')).complete,
		},
		{
			name: '__completeNoDesc',
			short: 'Answer a completion script, names only',
			hidden: true,
			load: async () => (await import('./cmd/complete.ts')).completeBare,
		},
		{
			name: '__supervise',
			short: 'Be the supervisor of a cluster on this machine',
			hidden: true,
			load: async () => (await import('./cmd/supervise.ts')).superviseCommand,
		},
		...missing,
		...replaced,
		...actingCommands(onCluster),
		...readingCommands(onCluster),
	].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
};
