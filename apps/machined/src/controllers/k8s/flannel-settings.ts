import { documentsOf, type MachineConfig, plainValue } from '@ichor/machinery/config';
import { flannel } from '@ichor/machinery/effective';
import type { BootstrapManifestsConfigSpec } from '@ichor/machinery/resources';
import { resourcesOf } from './component-fields.ts';
import { jsonObject } from './json.ts';

export type FlannelSettings = Pick<
	BootstrapManifestsConfigSpec,
	'flannelBackendType' | 'flannelBackendPort' | 'flannelBackendMTU' | 'flannelBackendExtraConfig' | 'flannelResources'
>;

/** How flannel carries pods, where the document of 1.14 says it; the root document cannot, and nothing is said of it then. */
export function flannelSettings(config: MachineConfig): FlannelSettings {
	const flanneld = flannel(config);
	if (flanneld === undefined || documentsOf(config, 'KubeFlannelCNIConfig').length === 0) return {};
	const { backendType, backendPort, backendMTU, backendExtraConfig, resources } = flanneld;
	return {
		flannelBackendType: backendType,
		...(backendPort === undefined ? {} : { flannelBackendPort: backendPort }),
		...(backendMTU === undefined ? {} : { flannelBackendMTU: backendMTU }),
		flannelBackendExtraConfig: jsonObject(plainValue(backendExtraConfig)),
		flannelResources: resourcesOf(resources),
	};
}
