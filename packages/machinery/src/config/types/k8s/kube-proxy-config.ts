import type { DocumentKind, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { checkComponentImage, checkComponentResources } from './component.ts';
import { type KubeProxyConfig, kubeProxyConfigSchema } from './kube-proxy-config.gen.ts';

/** kube-proxy: whether it runs, image, mode, its own configuration, arguments, resources. */
export const kubeProxyConfig: DocumentKind<KubeProxyConfig> = {
	kind: 'KubeProxyConfig',
	schema: kubeProxyConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	validate({ enabled, image, mode = '', extraArgs = {}, resources }, problems, options) {
		if (enabled === false) return;
		checkComponentImage('proxy', image, problems, options);
		checkMode(mode, problems);
		if (Object.keys(extraArgs).length > 0) {
			problems.warning(['extraArgs'], 'extra arguments for kube-proxy may not work as expected, please use configuration instead');
		}
		checkComponentResources(resources, problems);
	},
	conflicts(_document, root: RootConfig, problems) {
		if (!root.cluster?.proxy) return;
		problems.error(
			[],
			"cluster proxy config in v1alpha1 config (.machine.cluster.proxy) can't be used with KubeProxyConfig document, " +
				'please remove it to avoid conflicts',
		);
	},
};

function checkMode(mode: string, problems: Problems): void {
	switch (mode) {
		case '':
		case 'nftables':
			return;
		case 'iptables':
		case 'ipvs':
			return problems.warning(['mode'], `proxy mode ${quote(mode)} is not recommended, please switch to nftables if possible`);
		default:
			problems.error(['mode'], `invalid proxy mode ${quote(mode)}: supported modes are iptables, ipvs and nftables`);
	}
}
