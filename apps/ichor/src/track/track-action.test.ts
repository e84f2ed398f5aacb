import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create, type DescMessage, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import {
	EventSchema,
	MachineStatusEvent_MachineStage,
	MachineStatusEventSchema,
	PhaseEventSchema,
	SequenceEvent_Action,
	SequenceEventSchema,
	TaskEvent_Action,
	TaskEventSchema,
} from '@ichor/api/machine';
import type { TalosClient } from '@ichor/client/api';
import { RpcError } from '@ichor/rpc';
import { AlreadySaid } from '../already-said.ts';
import { FakeTerminal } from '../command/fake-terminal.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { requireReboot } from './boot-id.ts';
import { isReady } from './conditions.ts';
import { stopAllServices } from './event-message.ts';
import { trackAction } from './track-action.ts';
import type { TrackedAction } from './track-node.ts';

describe('tracking an action', { timeout: 30_000 }, () => {
	test('follows the events of the action, and of the boot once the node has gone', async () => {
		const terminal = new FakeTerminal();
		const lost = new RpcError('unavailable', 'gone');
		const client = clientOf({
			n1: {
				bootIds: ['a', 'b'],
				streams: [
					[
						event('', PhaseEventSchema, { phase: 'of somebody else' }),
						event('actor', SequenceEventSchema, { sequence: 'reboot', action: SequenceEvent_Action.START }),
					],
					[event('actor', TaskEventSchema, { task: stopAllServices, action: TaskEvent_Action.STOP })],
					[lost],
					[
						event('', PhaseEventSchema, { phase: 'machined' }),
						event('', MachineStatusEventSchema, {
							stage: MachineStatusEvent_MachineStage.BOOTING,
							status: { unmetConditions: [{ name: 'time', reason: 'is "late"' }] },
						}),
						event('', MachineStatusEventSchema, { stage: MachineStatusEvent_MachineStage.RUNNING, status: { ready: true } }),
					],
				],
			},
		});
		await trackAction(sessionOf(client, terminal), waiting, reboot);
		assert.deepEqual(terminal.errors.split('\n'), [
			'"n1": waiting for actor ID',
			'"n1": actor ID: actor',
			'"n1": sequence: reboot action: START',
			'"n1": error: reboot sequence completed',
			'"n1": task: stopAllServices action: STOP',
			'"n1": error: stopAllServices task completed',
			'"n1": unavailable, retrying...',
			'"n1": phase: machined action: START',
			'"n1": stage: BOOTING ready: false unmetCond: [name:"time"  reason:"is \\"late\\""]',
			'"n1": events check condition met',
			'"n1": post check passed',
			'',
		]);
	});

	test('says why a node fails and goes on with the others', async () => {
		const terminal = new FakeTerminal();
		const client = clientOf({
			n1: { bootIds: ['a'], refusal: new RpcError('failed-precondition', 'method is not supported') },
			n2: {
				bootIds: ['a'],
				streams: [[event('actor', SequenceEventSchema, { sequence: 'reset', error: { message: 'no space', code: 1 } })]],
			},
		});
		await assert.rejects(trackAction(sessionOf(client, terminal, ['n1', 'n2']), waiting, reboot), AlreadySaid);
		assert.match(terminal.errors, /"n1": rpc error: code = FailedPrecondition desc = method is not supported\n/);
		assert.match(terminal.errors, /"n2": sequence: reset action: NOOP error: \[code: no space message: LOCKED\]\n/);
		assert.match(terminal.errors, /"n2": 1 error\(s\) occurred:\n\tsequence error: no space\n/);
	});

	test('ends without a complaint when it is interrupted', async () => {
		const interrupt = new AbortController();
		const terminal = new FakeTerminal();
		const client = clientOf({ n1: { bootIds: ['a'], streams: [['forever']], onStart: () => interrupt.abort(new Error('^C')) } });
		await trackAction({ ...sessionOf(client, terminal), signal: interrupt.signal }, waiting, reboot);
		assert.doesNotMatch(terminal.errors, /error/);
	});

	test('gives up when the time is over', async () => {
		const terminal = new FakeTerminal();
		const client = clientOf({ n1: { bootIds: ['a'], streams: [['forever']] } });
		await assert.rejects(trackAction(sessionOf(client, terminal), { ...waiting, timeout: '200ms' }, reboot), AlreadySaid);
		assert.match(terminal.errors, /"n1": 1 error\(s\) occurred:\n\ttimeout\n$/);
	});
});

const reboot: TrackedAction = {
	start: async ({ machine }) => (await machine.reboot({})).messages[0]?.actorId ?? '',
	isReached: isReady,
	verify: requireReboot,
};

const waiting = { timeout: '20s', debug: false };

function sessionOf(client: TalosClient, terminal: FakeTerminal, nodes: readonly string[] = ['n1']): NodeSession {
	return { client, nodes, terminal, signal: new AbortController().signal };
}

interface FakeNode {
	/** What the boot id is at each question, the last one from then on. */
	readonly bootIds: string[];
	/** What each watch of events brings: events, a failure, or nothing until it is cancelled. */
	readonly streams?: (ReturnType<typeof event> | RpcError | 'forever')[][];
	readonly refusal?: RpcError;
	readonly onStart?: () => void;
}

/** The few methods of a node's API that tracking uses, answered from a script. */
function clientOf(nodes: Readonly<Record<string, FakeNode>>): TalosClient {
	const node = (name: string) => {
		const { bootIds, streams = [['forever' as const]], refusal, onStart } = nodes[name] ?? assert.fail(`no node ${name}`);
		let bootIdQuestions = 0;
		let watches = 0;
		const machine = {
			async *read() {
				yield { bytes: new TextEncoder().encode(`${bootIds[Math.min(bootIdQuestions++, bootIds.length - 1)]}\n`) };
			},
			async *events(_request: object, { signal }: { readonly signal: AbortSignal }) {
				yield create(EventSchema, { data: { typeUrl: '', value: new Uint8Array() } });
				for (const step of streams[watches++] ?? ['forever' as const]) {
					if (step instanceof RpcError) throw step;
					if (step !== 'forever') yield step;
					else await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
				}
			},
			async reboot() {
				onStart?.();
				if (refusal !== undefined) throw refusal;
				return { messages: [{ actorId: 'actor' }] };
			},
		};
		return { machine };
	};
	const made = Object.fromEntries(Object.keys(nodes).map((name) => [name, node(name)]));
	return { node: (name: string) => made[name] } as unknown as TalosClient;
}

function event<Schema extends DescMessage>(actorId: string, schema: Schema, init: MessageInitShape<Schema>) {
	const value = toBinary(schema, create(schema, init));
	return create(EventSchema, { actorId, data: { typeUrl: `talos/runtime/${schema.typeName}`, value } });
}
