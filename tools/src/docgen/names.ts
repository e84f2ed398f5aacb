/** `KubeAPIServerConfig` → `kubeAPIServerConfig`, `BGPInstanceConfig` → `bgpInstanceConfig`, `DHCPv4Config` → `dhcpv4Config`. */
export function camelCase(name: string): string {
	const spelled = name.replace(/^DHCPv/, 'Dhcpv').replace(/^HCloud/, 'Hcloud');
	return spelled.replace(/^[A-Z]+(?=[A-Z][a-z]|[0-9]|$)|^[A-Z]/, (start) => start.toLowerCase());
}

export function schemaName(struct: string): string {
	return `${camelCase(struct)}Schema`;
}
