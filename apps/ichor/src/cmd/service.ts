import { clientFlags } from '../client-flags.ts';
import { atMost } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import type { NodeMessage } from '../nodes/answers.ts';
import { type NodeSession, withNodes } from '../nodes/node-session.ts';
import { ageText } from '../output/go-time.ts';
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
	run: async ({ flags, args: [id = '', action = 'status'], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			if (action === 'start' || action === 'stop' || action === 'restart') await control(session, id, action);
			else if (action !== 'status') throw new Error(`unsupported service action: ${JSON.stringify(action)}`);
			else if (id === '') await list(session);
			else await describe(session, id);
		}),
});

async function list(session: NodeSession): Promise<void> {
	const { answersOf } = await import('../nodes/answers.ts');
	const now = new Date();
	const rows = (await answersOf(session, 'error listing services', session.client.machine.serviceList({}))).flatMap(({ node, message }) =>
		message.services.map((info) => {
			const last = info.events?.events.at(-1);
			const age = last?.ts === undefined ? '' : ageText(last.ts, now);
			return [node, info.id, info.state, healthOf(info), `${age} ago`, last === undefined ? '<none>' : last.msg];
		}),
	);
	session.terminal.out(table([['NODE', 'SERVICE', 'STATE', 'HEALTH', 'LAST CHANGE', 'LAST EVENT'], ...rows]));
}

async function describe(session: NodeSession, id: string): Promise<void> {
	const { answersOf } = await import('../nodes/answers.ts');
	const answers = await answersOf(session, 'error listing services', session.client.machine.serviceList({}));
	const found = answers.flatMap(({ node, message }) => message.services.filter((info) => info.id === id).map((info) => ({ node, info })));
	if (found.length === 0) throw new Error(`service ${JSON.stringify(id)} is not registered on any nodes`);
	const now = new Date();
	session.terminal.out(table(found.flatMap(({ node, info }) => [['NODE', node], ...serviceDescription(info, now)])));
}

async function control(session: NodeSession, id: string, action: 'start' | 'stop' | 'restart'): Promise<void> {
	const { answersOf } = await import('../nodes/answers.ts');
	const { machine } = session.client;
	const calls = { start: machine.serviceStart, stop: machine.serviceStop, restart: machine.serviceRestart };
	// upstream's text for all three
	const answers = await answersOf<NodeMessage & { readonly resp: string }>(session, 'error starting service', calls[action]({ id }));
	session.terminal.out(table([['NODE', 'RESPONSE'], ...answers.map(({ node, message }) => [node, message.resp])]));
}
