import { byteLength } from '../../byte-length.ts';
import type { DocumentKind, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type HostnameConfig, hostnameConfigSchema } from './hostname-config.gen.ts';

/** The machine's host name: a fixed one, or one derived from its identity. */
export const hostnameConfig: DocumentKind<HostnameConfig> = {
	kind: 'HostnameConfig',
	schema: hostnameConfigSchema,
	since: 'v1.12',
	named: false,
	controlPlaneOnly: false,
	validate({ auto, hostname = '' }, problems) {
		if (auto === undefined && hostname === '') problems.error([], "either 'auto' or 'hostname' must be set");
		if (auto !== undefined && auto !== 'off' && hostname !== '') {
			problems.error(['auto'], "'auto' and 'hostname' cannot be set at the same time");
		}
		if (auto === 'talos-addr') problems.error(['auto'], `invalid value for 'auto': ${auto}`);
		if (hostname !== '') checkHostname(hostname, problems);
	},
	conflicts(_document, root: RootConfig, problems) {
		if (root.machine?.network?.hostname) problems.error(['hostname'], 'static hostname is already set in v1alpha1 config');
		else if (root.machine?.features?.stableHostname) problems.error(['auto'], 'stable hostname is already set in v1alpha1 config');
	},
};

/** The longest names of DNS, in bytes (RFC 1035, 2.3.4). */
const longestDomainName = 253;
const longestLabel = 63;

function checkHostname(hostname: string, problems: Problems): void {
	if (byteLength(hostname) > longestDomainName) problems.error(['hostname'], `fqdn is too long: ${byteLength(hostname)}`);
	const [host = ''] = hostname.split('.');
	if (host === '' || byteLength(host) > longestLabel) problems.error(['hostname'], `invalid hostname ${quote(host)}`);
}
