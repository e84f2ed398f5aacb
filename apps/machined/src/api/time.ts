import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { TimeService } from '@ichor/api/time';
import { documentsOf, rootOf } from '@ichor/machinery/config';
import { type Handlers, RpcError } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import { activeConfig } from '../boot/configuration.ts';
import type { Machine } from '../machine.ts';
import { querySntp } from './sntp.ts';

/** This machine's clock beside that of a time server, asked for it each time. */
export function timeApi({ state }: Machine): Handlers<typeof TimeService> {
	const check = async (server: string, signal: AbortSignal) => {
		if (server === '') throw new RpcError('invalid-argument', 'ntp server is required');
		try {
			const remote = await querySntp(server, { signal });
			return { messages: [{ server, localtime: timestampFromMs(Date.now()), remotetime: timestampFromMs(remote) }] };
		} catch (error) {
			throw new RpcError('unknown', `error querying NTP server ${JSON.stringify(server)}: ${messageOf(error)}`, { cause: error });
		}
	};
	return {
		async time(_, { signal }) {
			const config = await activeConfig(state);
			const servers =
				config === undefined
					? []
					: (documentsOf(config, 'TimeSyncConfig')[0]?.value.ntp?.servers ?? rootOf(config)?.machine?.time?.servers ?? []);
			return await check(servers[0] ?? defaultServer, signal);
		},
		async timeCheck({ server }, { signal }) {
			return await check(server, signal);
		},
	};
}

/** Where nobody has said which (upstream: pkg/machinery/constants, DefaultNTPServer). */
const defaultServer = 'time.cloudflare.com';
