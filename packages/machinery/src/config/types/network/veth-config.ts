import { byteLength } from '../../byte-length.ts';
import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { checkCommonLink } from './common-link.ts';
import { type VethConfig, vethConfigSchema } from './veth-config.gen.ts';

/** Two virtual links joined like the ends of a cable. */
export const vethConfig: DocumentKind<VethConfig> = {
	kind: 'VethConfig',
	schema: vethConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate(veth, problems) {
		const peer = veth.peer ?? {};
		const atPeer = within(problems, 'peer');
		checkLinkName(veth.name ?? '', 'name', problems);
		checkLinkName(peer.name ?? '', 'peer name', atPeer);
		if (veth.name && veth.name === peer.name) atPeer.error(['name'], 'name and peer name must be different');
		checkCommonLink(veth, problems);
		checkCommonLink(peer, atPeer);
	},
};

/** IFNAMSIZ of the kernel without the final zero. */
const longestLinkName = 15;

/** What the kernel takes as the name of a new link. */
function checkLinkName(name: string, field: string, problems: Problems): void {
	const complain = (message: string) => problems.error(['name'], `${field} ${message}`);
	if (name === '') complain('must be specified');
	else if (byteLength(name) > longestLinkName) complain(`must not exceed ${longestLinkName} bytes`);
	else if (name === '.' || name === '..') complain(`must not be ${quote(name)}`);
	else if (/[/:]/.test(name)) complain("must not contain '/' or ':'");
	else if (!/^[\p{L}\p{M}\p{N}\p{P}\p{S}]*$/u.test(name)) complain('must not contain whitespace or non-printable characters');
}
