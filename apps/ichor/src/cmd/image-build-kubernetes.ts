import { defaults } from '@ichor/machinery/versions';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { semver } from '../command/version-flag.ts';
import { interruptible } from '../nodes/interrupt.ts';

/** `image build-kubernetes`: the images of a release of Kubernetes, and its kubectl, in the cache of this machine. */
export const imageBuildKubernetes = defineCommand({
	long:
		'Builds the images of a release of Kubernetes, and kubectl, out of released Go modules and Debian packages, nothing patched, into the cache\n' +
		'of this machine. Local clusters pull them from there. Needs a checkout of Ichor, Go and a Go module proxy.',
	args: noArguments,
	completion: { kind: 'nothing' },
	flags: {
		kubernetes: semver('k8s-version', 'the version of Kubernetes', { initial: `v${defaults.defaultKubernetesVersion}` }),
	},
	run: async ({ flags, terminal }) =>
		await interruptible(terminal, async (signal) => {
			const { buildKubernetes } = await import('../kubernetes-build.ts');
			const { images, kubectl } = await buildKubernetes(signal, flags.kubernetes);
			terminal.out(`${images.map(({ reference }) => reference).join('\n')}\nkubectl: ${kubectl}\n`);
		}),
});
