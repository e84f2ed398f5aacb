import { defaults } from '@ichor/machinery/versions';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { csv, list, text, toggle } from '../command/flag-kinds.ts';
import { genFlags } from '../gen-flags.ts';
import { outputTypes } from '../generation/output-paths.ts';

/** The flags of `gen config`; `machineconfig gen` takes their initial values. */
export const genConfigFlags = {
	installDisk: text('install-disk', 'the disk to install to', { initial: defaults.installDisk }),
	installImage: text('install-image', 'the image that installs and upgrades', {
		// TAG is what upstream's build and its CI set.
		initial: `${defaults.installerImage}:${process.env['TAG'] ?? defaults.talosVersion}`,
		completion: { kind: 'nothing' },
	}),
	additionalSans: csv('additional-sans', 'more names and addresses for the certificates of both APIs', { completion: { kind: 'nothing' } }),
	dnsDomain: text('dns-domain', 'the DNS domain of the cluster', { initial: defaults.dnsDomain, completion: { kind: 'nothing' } }),
	version: text('version', 'the version of the configuration format: there is one', {
		initial: 'v1alpha1',
		completion: { kind: 'choices', choices: ['v1alpha1'] },
	}),
	talosVersion: text('talos-version', 'the Talos version to generate for, such as v1.12', { completion: { kind: 'nothing' } }),
	kubernetesVersion: text('kubernetes-version', 'the Kubernetes version to run', {
		initial: defaults.defaultKubernetesVersion,
		completion: { kind: 'nothing' },
	}),
	patches: list('config-patch', 'a patch for all configurations: the text itself, or @file'),
	controlPlanePatches: list('config-patch-control-plane', 'a patch for control planes: the text itself, or @file'),
	workerPatches: list('config-patch-worker', 'a patch for workers: the text itself, or @file'),
	allowUnknown: toggle('allow-unknown', 'let documents of patches pass whose kind is not known'),
	registryMirrors: csv('registry-mirror', 'a mirror of an image registry, as <registry host>=<mirror URL>', {
		completion: { kind: 'nothing' },
	}),
	withExamples: toggle('with-examples', 'write examples as comments', { initial: true }),
	withDocs: toggle('with-docs', 'say in comments what each field means', { initial: true }),
	withClusterDiscovery: toggle('with-cluster-discovery', 'let the machines find each other through the discovery service', {
		initial: true,
	}),
	withKubeSpan: toggle('with-kubespan', 'connect the machines by WireGuard (KubeSpan)'),
	withSecrets: text('with-secrets', 'a file of secrets that `gen secrets` made, instead of new ones'),
	outputTypes: csv('output-types', `what to write: ${outputTypes.join(', ')}`, {
		shorthand: 't',
		initial: outputTypes,
		completion: { kind: 'choices', choices: outputTypes },
	}),
	output: text('output', 'the folder to write to; for a single output type its file, or - for standard output', { shorthand: 'o' }),
	outputDir: text('output-dir', 'the folder to write to', { hidden: true, completion: { kind: 'folders' } }),
};

/** `gen config NAME ENDPOINT`: the configurations of a new cluster's machines, and the talosconfig that reaches them. */
export const genConfig = defineCommand({
	usage: '<cluster name> <cluster endpoint>',
	long: `Generates controlplane.yaml, worker.yaml and talosconfig.

The endpoint is the URL of the Kubernetes API: of a load balancer, of a virtual address or, in a cluster with a single control
plane, of that machine with port 6443, where the API server listens on every control plane.`,
	examples: [
		'ichor gen config homelab https://192.168.1.11:6443 --output-dir _out',
		'ichor gen config homelab https://192.168.1.11:6443 --with-secrets secrets.yaml --config-patch @all.yaml',
	],
	args: exactly(2),
	completion: { kind: 'nothing' },
	inherits: genFlags,
	flags: genConfigFlags,
	async run({ flags, args: [name = '', endpoint = ''], terminal }) {
		const { generateFiles } = await import('../generation/generate-files.ts');
		await generateFiles({ ...flags, name, endpoint }, terminal);
	},
});
