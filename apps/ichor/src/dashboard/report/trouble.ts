import { MachineStatus } from '@ichor/machinery/resources';
import { bareReason } from '@ichor/rpc';
import type { NodeFacts } from '../facts/node-facts.ts';
import { spanText } from './units.ts';

/** What is wrong with a node, the cause first, in one line; empty when nothing is. */
export function troubleOf(facts: NodeFacts, now: number): string {
	const { connection } = facts;
	if (connection.state === 'connecting') {
		return connection.reason === ''
			? `waiting for ${facts.node} to answer`
			: `${facts.node} does not answer: ${bareReason(connection.reason)}`;
	}
	if (connection.state === 'lost') {
		return `${facts.node} has not answered for ${spanText((now - connection.since) / 1000)}: ${bareReason(connection.reason)}`;
	}
	const machine = facts.one(MachineStatus);
	const unmet = (machine?.status.unmetConditions ?? []).map(({ name, reason }) => `${name}: ${reason}`);
	if (machine !== undefined && unmet.length > 0) return `not ready: ${firstOf(unmet)}`;
	const sick = (facts.samples.at(-1)?.services ?? [])
		.filter(({ health }) => health?.unknown === false && !health.healthy)
		.map(({ id, health }) => `${id} is not healthy${health?.lastMessage ? `: ${health.lastMessage}` : ''}`);
	return sick.length === 0 ? '' : firstOf(sick);
}

function firstOf([first = '', ...others]: readonly string[]): string {
	return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}
