import { type EtcdMemberAlarm, EtcdMemberAlarm_AlarmTypeSchema } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { type Command, defineCommand } from '../command/command.ts';
import { memberIdText } from '../etcd/member-id.ts';
import { nodeTable } from '../etcd/node-table.ts';
import { answersOf, type NodeMessage } from '../nodes/answers.ts';
import { type NodeSession, withNodes } from '../nodes/node-session.ts';
import { enumName } from '../output/enum-name.ts';

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
		run: async ({ flags, terminal }) =>
			await withNodes(flags, terminal, async (session) => {
				const answers = await answersOf(session, what, call(session));
				terminal.out(nodeTable(['MEMBER', 'ALARM'], answers, ({ memberAlarms }) => memberAlarms.map(rowOf)));
			}),
	});
}

function rowOf({ memberId, alarm }: EtcdMemberAlarm): readonly string[] {
	return [memberIdText(memberId), enumName(EtcdMemberAlarm_AlarmTypeSchema, alarm)];
}
