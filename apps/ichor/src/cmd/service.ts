import type { ServiceInfo } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { atMost } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import type { NodeMessage } from '../nodes/answers.ts';
import { type NodeSession, withNodes } from '../nodes/node-session.ts';
import { ageText } from '../output/go-time.ts';
import { type ListingForm, listingFlags, printListing } from '../output/listing.ts';
import { healthOf, serviceDescription } from '../output/service-description.ts';
import { table } from '../output/table.ts';

/** `service`: the services of nodes, or one of them with its history; starts, stops and restarts it too. */
export const service = defineCommand({
	usage: '[<id> [start|stop|restart|status]]',
	long: 'List the services of nodes, describe one of them, or start, stop or restart it.',
	args: atMost(2),
	completion: [
		{ kind: 'known', what: 'services' },
		{ kind: 'choices', choices: ['start', 'stop', 'restart', 'status'] },
	],
	inherits: clientFlags,
	flags: listingFlags,
	run: async ({ flags, args: [id = '', action = 'status'], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			if (action === 'start' || action === 'stop' || action === 'restart') await control(session, id, action, flags.output);
			else if (action !== 'status') throw new Error(`unsupported service action: ${JSON.stringify(action)}`);
			else if (id === '') await list(session, flags.output);
			else await describe(session, id, flags.output);
		}),
});

async function list(session: NodeSession, form: ListingForm): Promise<void> {
	const now = new Date();
	const header = ['NODE', 'SERVICE', 'STATE', 'HEALTH', 'LAST CHANGE', 'LAST EVENT'];
	const services = (await servicesOf(session)).map(({ node, info, value }) => {
		const last = info.events?.events.at(-1);
		const age = last?.ts === undefined ? '' : ageText(last.ts, now);
		return { cells: [node, info.id, info.state, healthOf(info), `${age} ago`, last === undefined ? '<none>' : last.msg], value };
	});
	await printListing(session.terminal, form, header, services);
}

async function describe(session: NodeSession, id: string, form: ListingForm): Promise<void> {
	const found = (await servicesOf(session)).filter(({ info }) => info.id === id);
	if (found.length === 0) throw new Error(`service ${JSON.stringify(id)} is not registered on any nodes`);
	const now = new Date();
	if (form !== 'table') {
		const things = found.map(({ value }) => ({ cells: [], value }));
		return await printListing(session.terminal, form, [], things);
	}
	session.terminal.out(table(found.flatMap(({ node, info }) => [['NODE', node], ...serviceDescription(info, now)])));
}

interface NodeService {
	readonly node: string;
	readonly info: ServiceInfo;
	readonly value: () => object;
}

async function servicesOf(session: NodeSession): Promise<readonly NodeService[]> {
	const [{ answersOf }, { ServiceInfoSchema }, { plainMessage }] = await Promise.all([
		import('../nodes/answers.ts'),
		import('@ichor/api/machine'),
		import('../output/plain-message.ts'),
	]);
	const answers = await answersOf(session, 'error listing services', session.client.machine.serviceList({}));
	return answers.flatMap(({ node, message }) =>
		message.services.map((info) => ({ node, info, value: () => ({ node, ...plainMessage(ServiceInfoSchema, info) }) })),
	);
}

async function control(session: NodeSession, id: string, action: 'start' | 'stop' | 'restart', form: ListingForm): Promise<void> {
	const { answersOf } = await import('../nodes/answers.ts');
	const { machine } = session.client;
	const calls = { start: machine.serviceStart, stop: machine.serviceStop, restart: machine.serviceRestart };
	// upstream's text for all three
	const answers = await answersOf<NodeMessage & { readonly resp: string }>(session, 'error starting service', calls[action]({ id }));
	const responses = answers.map(({ node, message: { resp } }) => ({ cells: [node, resp], value: () => ({ node, response: resp }) }));
	await printListing(session.terminal, form, ['NODE', 'RESPONSE'], responses);
}
