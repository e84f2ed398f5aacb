import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { isSubnetOrAddress } from '../../scalars/subnet.ts';
import { protectedKubeletFields } from '../k8s/kubelet-protected-fields.ts';
import type { MachineKubelet } from './machine-kubelet.gen.ts';

/** The kubelet's address is chosen by networks, and its configuration leaves alone what Talos sets. */
export function checkKubelet({ nodeIP, extraConfig }: MachineKubelet, problems: Problems): void {
	for (const [index, filter] of (nodeIP?.validSubnets ?? []).entries()) {
		const subnet = filter.replace(/^!/, '');
		if (isSubnetOrAddress(subnet)) continue;
		problems.error(['nodeIP', 'validSubnets', index], `kubelet nodeIP subnet is not valid: ${quote(subnet)}`);
	}
	for (const field of protectedKubeletFields(extraConfig)) {
		problems.error(['extraConfig', field], `kubelet configuration field ${quote(field)} can't be overridden`);
	}
}
