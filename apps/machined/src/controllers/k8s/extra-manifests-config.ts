import { rootOf } from '@ichor/machinery/config';
import { externalManifests, inlineManifests } from '@ichor/machinery/effective';
import { ExtraManifestsConfig, extraManifestsConfigId } from '@ichor/machinery/resources';
import { controlPlaneConfigController } from './control-plane-config.ts';

/** What the user adds to what a cluster begins with: the network first, what a cloud needs next, everything else last. */
export const extraManifestsConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneExtraManifestsController',
	type: ExtraManifestsConfig,
	id: extraManifestsConfigId,
	spec(config) {
		const { network, externalCloudProvider } = rootOf(config)?.cluster ?? {};
		const networks = new Set(network?.cni?.urls ?? []);
		const fetched = externalManifests(config).map(({ name, url, headers }) => ({
			name,
			url,
			priority: networks.has(url) ? '05' : '99',
			extraHeaders: networks.has(url) ? {} : Object.fromEntries(headers),
			inlineManifest: '',
		}));
		const cloud = externalCloudProvider?.enabled === true ? (externalCloudProvider.manifests ?? []) : [];
		const clouds = cloud.map((url) => ({ name: url, url, priority: '30', extraHeaders: {}, inlineManifest: '' }));
		const inline = inlineManifests(config).map(({ name, contents }) => ({
			name,
			url: '',
			priority: '99',
			extraHeaders: {},
			inlineManifest: contents,
		}));
		return { extraManifests: [...fetched, ...clouds, ...inline] };
	},
});
