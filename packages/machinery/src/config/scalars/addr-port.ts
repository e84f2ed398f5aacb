import { quote } from '../quote.ts';
import { parseGoUint } from './go-number.ts';
import { type IPAddress, parseAddr } from './ip.ts';
import { formatAddr } from './ip-text.ts';
import { TextRefusal } from './refusal.ts';

/** An IP address and a port. */
export interface AddrPort {
	readonly address: IPAddress;
	readonly port: number;
}

/** The canonical text of an address with a port: `192.0.2.1:80`, `[2001:db8::1]:80`. */
export function canonicalAddrPort(text: string): string {
	if (text === '') return '';
	const { address, port } = parseAddrPort(text);
	return address.bits === 32 ? `${formatAddr(address)}:${port}` : `[${formatAddr(address)}]:${port}`;
}

/** The parts of `[2001:db8::1]:80`. Refuses what Go's netip.ParseAddrPort refuses. */
export function parseAddrPort(text: string): AddrPort {
	const colon = text.lastIndexOf(':');
	if (colon === -1) throw new TextRefusal('not an ip:port');
	const host = text.slice(0, colon);
	const portText = text.slice(colon + 1);
	if (host === '') throw new TextRefusal('no IP');
	if (portText === '') throw new TextRefusal('no port');
	const bracketed = host.startsWith('[');
	if (bracketed && (host.length < 2 || !host.endsWith(']'))) throw new TextRefusal('missing ]');
	const port = parseGoUint(portText, 0xffff);
	if (port === undefined) throw new TextRefusal(`invalid port ${quote(portText)} parsing ${quote(text)}`);
	const address = parseAddr(bracketed ? host.slice(1, -1) : host);
	if (bracketed && address.bits === 32)
		throw new TextRefusal(`invalid ip:port ${quote(text)}, square brackets can only be used with IPv6 addresses`);
	if (!bracketed && address.bits === 128)
		throw new TextRefusal(`invalid ip:port ${quote(text)}, IPv6 addresses must be surrounded by square brackets`);
	return { address, port };
}
