import { type EtcdMemberAlarm, EtcdMemberAlarm_AlarmTypeSchema, EtcdMemberAlarmSchema } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { type Command, defineCommand } from '../command/command.ts';
import { memberIdText } from '../etcd/member-id.ts';
import { printNodeTable } from '../etcd/node-table.ts';
import { answersOf, type NodeMessage } from '../nodes/answers.ts';
import { type NodeSession, withNodes } from '../nodes/node-session.ts';
import { enumName } from '../output/enum-name.ts';
import { type Listed, listingFlags } from '../output/listing.ts';
import { plainMessage } from '../output/plain-message.ts';

/** `etcd alarm list`: the alarms that are raised. */
export const etcdAlarmList = alarmCommand('error getting alarms', ({ client }) => client.machine.etcdAlarmList({}));

/** `etcd alarm disarm`: takes back the alarms, and says which they were. */
export const etcdAlarmDisarm = alarmCommand('error disarming alarms', ({ client }) => client.machine.etcdAlarmDisarm({}));

interface AlarmMessage extends NodeMessage {
	readonly memberAlarms: readonly EtcdMemberAlarm[];
}

function alarmCommand(what: string, call: (session: NodeSession) => Promise<{ readonly messages: readonly AlarmMessage[] }>): Command {
	return defineCommand({
		args: noArguments,
		completion: { kind: 'nothing' },
		inherits: clientFlags,
		flags: listingFlags,
		run: async ({ flags, terminal }) =>
			await withNodes(flags, terminal, async (session) => {
				const answers = await answersOf(session, what, call(session));
				await printNodeTable(session, flags.output, ['MEMBER', 'ALARM'], answers, ({ memberAlarms }) => memberAlarms.map(listed));
			}),
	});
}

function listed(raised: EtcdMemberAlarm): Listed {
	const memberId = memberIdText(raised.memberId);
	return {
		cells: [memberId, enumName(EtcdMemberAlarm_AlarmTypeSchema, raised.alarm)],
		value: () => ({ ...plainMessage(EtcdMemberAlarmSchema, raised), memberId }),
	};
}
