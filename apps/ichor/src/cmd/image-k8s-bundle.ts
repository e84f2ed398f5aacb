import { clusterImages, defaults, etcdVersion, flannelVersion } from '@ichor/machinery/versions';
import { anyArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { semver } from '../command/version-flag.ts';

/** `image k8s-bundle`: the references of a cluster's images, those of Kubernetes and of its companions. */
export const imageK8sBundle = defineCommand({
	// as upstream, which asks for none and takes any
	args: anyArguments,
	completion: { kind: 'nothing' },
	flags: {
		coreDNS: semver('coredns-version', 'the version of CoreDNS', { initial: defaults.defaultCoreDNSVersion }),
		etcd: semver('etcd-version', 'the version of etcd', { initial: etcdVersion }),
		flannel: semver('flannel-version', 'the version of flannel', { initial: flannelVersion }),
		kubernetes: semver('k8s-version', 'the version of Kubernetes', { initial: `v${defaults.defaultKubernetesVersion}` }),
		kubeNetworkPolicies: semver('kube-network-policies-version', 'the version of kube-network-policies', {
			initial: defaults.kubeNetworkPoliciesVersion,
		}),
	},
	run: ({ flags, terminal }) => terminal.out(`${Object.values(clusterImages(flags)).join('\n')}\n`),
});
