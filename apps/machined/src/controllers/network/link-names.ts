import type { Link, RouteNetlink } from '@ichor/linux/netlink';

/** The link of a name, an alias or an alternative name, in that order; undefined when there is none. */
export function linkNamed(kernel: RouteNetlink, name: string): Link | undefined {
	if (name === '') return undefined;
	const links = kernel.links();
	return links.find((link) => link.name === name) ?? links.find((link) => link.alias === name || link.alternativeNames.includes(name));
}
