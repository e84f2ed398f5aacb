import type { Problems } from '../../document.ts';
import type { ClientIdentifier, HardwareAddr } from '../scalars.gen.ts';

/** The rules of how a DHCP client introduces itself, the same for both versions of IP: a DUID is given exactly when it is used. */
export function checkClientIdentifier(
	client: { readonly clientIdentifier?: ClientIdentifier; readonly duidRaw?: HardwareAddr },
	problems: Problems,
): void {
	const usesDuid = client.clientIdentifier === 'duid';
	if (client.duidRaw && !usesDuid) problems.error(['duidRaw'], "duidRaw can only be set if clientIdentifier is 'duid'");
	if (usesDuid && !client.duidRaw) problems.error(['duidRaw'], "duidRaw must be set if clientIdentifier is 'duid'");
}
