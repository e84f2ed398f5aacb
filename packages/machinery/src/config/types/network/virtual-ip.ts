import type { Problems } from '../../document.ts';
import { parseAddr } from '../../scalars/ip.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';

/** The rules of an address that control plane machines share: the document's name is the address, and it lives on a link. */
export function checkVirtualIp({ name, link }: { readonly name?: string; readonly link?: string }, problems: Problems): void {
	if (!name) {
		problems.error(['name'], 'name must be specified');
	} else {
		const address = attempt(() => parseAddr(name));
		if (address instanceof TextRefusal) problems.error(['name'], `name must be a valid IP address: ${address.message}`);
	}
	if (!link) problems.error(['link'], 'link must be specified');
}
