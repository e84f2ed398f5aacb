import type { Problems, ValidationOptions } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { runtimeSpecProblem } from '../cri/runtime-spec.ts';
import { annotationsProblem, labelsProblem, taintsProblem } from '../k8s/node-metadata.ts';
import { checkCNI } from './cluster-network.ts';
import { checkKubernetesVersions } from './kubernetes-versions.ts';
import type { MachineSection } from './machine.gen.ts';
import { checkDisks } from './machine-disks.ts';
import { checkSystemDiskEncryption } from './machine-encryption.ts';
import { checkHostDNS, checkNodeAddressSortAlgorithm, checkTalosAPIAccess } from './machine-features.ts';
import { checkExtensions, checkInstall } from './machine-install.ts';
import { checkKubelet } from './machine-kubelet.ts';
import { checkLogging } from './machine-logging.ts';
import { checkKubeSpanFilters, checkKubeSpanMTU } from './machine-network.ts';
import { checkRegistries } from './machine-registries.ts';
import { checkAnyAuthority, checkControlPlaneAuthority, checkWorkerAuthorities } from './machine-security.ts';
import { isControlPlane, type MachineType } from './machine-type.ts';
import { checkNetworkDevices, checkNoVirtualIps } from './network-devices.ts';
import type { RootConfig } from './root.gen.ts';

/** The rules of the machine section, and of what it shares with the cluster section. They stand in the order of upstream's report. */
export function checkMachine(
	root: RootConfig,
	machine: MachineSection,
	type: MachineType | undefined,
	problems: Problems,
	options: ValidationOptions,
): void {
	const atMachine = within(problems, 'machine');
	checkDeprecated(machine, atMachine);
	if (options.mode === 'metal' && machine.install) checkInstall(machine.install, within(atMachine, 'install'));
	checkHostDNS(machine.features?.hostDNS, within(atMachine, 'features', 'hostDNS'));
	checkType(root, machine, type, problems);

	if (machine.network) {
		checkNetworkDevices(machine.network.interfaces ?? [], within(atMachine, 'network', 'interfaces'));
		checkKubeSpanMTU(machine.network.kubespan, within(atMachine, 'network', 'kubespan'));
	}
	checkDisks(machine.disks ?? [], within(atMachine, 'disks'));
	if (machine.kubelet) checkKubelet(machine.kubelet, within(atMachine, 'kubelet'));
	checkSystemDiskEncryption(machine.systemDiskEncryption, within(atMachine, 'systemDiskEncryption'));
	checkKubeSpanFilters(machine.network?.kubespan, within(atMachine, 'network', 'kubespan'));
	checkLogging(machine.logging, within(atMachine, 'logging'));
	checkExtensions(machine.install?.extensions ?? [], within(atMachine, 'install', 'extensions'));
	checkNodeMetadata(machine, atMachine);
	checkTalosAPIAccess(
		machine.features?.kubernetesTalosAPIAccess,
		isControlPlane(type),
		within(atMachine, 'features', 'kubernetesTalosAPIAccess'),
	);
	checkNodeAddressSortAlgorithm(machine.features?.nodeAddressSortAlgorithm, within(atMachine, 'features'));
	if (root.persist === false) problems.error(['persist'], '.persist should be enabled');
	checkBaseRuntimeSpec(machine, atMachine);
	checkRegistries(machine.registries, within(atMachine, 'registries'));
	checkKubernetesVersions(root, isControlPlane(type), problems, options);
}

function checkDeprecated({ files = [], baseRuntimeSpecOverrides = {} }: MachineSection, problems: Problems): void {
	if (files.length > 0) problems.warning(['files'], '.machine.files is deprecated; use dedicated configuration documents instead');
	if (Object.keys(baseRuntimeSpecOverrides).length > 0) {
		problems.warning(
			['baseRuntimeSpecOverrides'],
			'.machine.baseRuntimeSpecOverrides is deprecated; use a CRIBaseRuntimeSpecConfig document instead',
		);
	}
}

/** The machine's type, and what a machine of this type must have and must not have. */
function checkType({ cluster }: RootConfig, machine: MachineSection, type: MachineType | undefined, problems: Problems): void {
	const atMachine = within(problems, 'machine');
	const written = machine.type ?? '';
	if (type !== undefined && type !== 'unknown' && type !== written) {
		atMachine.warning(['type'], `use ${quote(type)} instead of ${quote(written)} for machine type`);
	}
	checkAnyAuthority(machine, atMachine);
	switch (type) {
		case 'init':
		case 'controlplane':
			if (cluster?.network) checkCNI(cluster.network.cni, within(problems, 'cluster', 'network', 'cni'));
			return checkControlPlaneAuthority(machine, atMachine);
		case 'worker':
			checkNoVirtualIps(machine.network?.interfaces ?? [], within(atMachine, 'network', 'interfaces'));
			return checkWorkerAuthorities(machine, cluster, problems);
		default:
			atMachine.error(['type'], `unknown machine type ${quote(written)}`);
	}
}

function checkNodeMetadata({ nodeLabels, nodeAnnotations, nodeTaints }: MachineSection, problems: Problems): void {
	const labelsAre = labelsProblem(nodeLabels);
	if (labelsAre !== undefined) problems.error(['nodeLabels'], `invalid machine node labels: ${labelsAre}`);
	const annotationsAre = annotationsProblem(nodeAnnotations);
	if (annotationsAre !== undefined) problems.error(['nodeAnnotations'], `invalid machine node annotations: ${annotationsAre}`);
	const taintsAre = taintsProblem(nodeTaints);
	if (taintsAre !== undefined) problems.error(['nodeTaints'], `invalid machine node taints: ${taintsAre}`);
}

function checkBaseRuntimeSpec({ baseRuntimeSpecOverrides = {} }: MachineSection, problems: Problems): void {
	const problem = runtimeSpecProblem(baseRuntimeSpecOverrides);
	if (problem !== undefined) problems.error(['baseRuntimeSpecOverrides'], `failed to unmarshal base runtime spec overrides: ${problem}`);
}
