import type { MachineConfig } from '../document.ts';
import { linkKinds } from '../link-kinds.ts';

const dhcpKinds: ReadonlySet<string> = new Set(['DHCPv4Config', 'DHCPv6Config']);

/** Whether all physical links ask for addresses by themselves: they do until a document configures a link or DHCP. */
export function runsDefaultDHCP(config: MachineConfig): boolean {
	return !config.documents.some(({ kind }) => linkKinds.has(kind) || dhcpKinds.has(kind));
}
