import type { TalosClient } from '@ichor/client/api';
import { FakeTerminal } from '../command/fake-terminal.ts';
import type { NodeSession } from './node-session.ts';

/** A session whose services answer what a test says. Whoever calls another service fails. */
export function fakeSession(
	client: Partial<TalosClient> = {},
	nodes: readonly string[] = ['10.5.0.2'],
): NodeSession & { readonly terminal: FakeTerminal } {
	const services = { endpoint: () => '10.5.0.2:50000', ...client } as TalosClient;
	return { client: services, nodes, terminal: new FakeTerminal(), signal: new AbortController().signal };
}
